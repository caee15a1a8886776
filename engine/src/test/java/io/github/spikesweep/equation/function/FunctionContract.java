package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.java.CompiledSlopes;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every function must satisfy: its value, bounds, derivative and both ways of lowering it agree. Points are random with a
 * fixed seed.
 */
abstract class FunctionContract {
    private static final int POINTS = 64;

    private final Function function;
    private final double error;
    private final List<Interval> domain;
    private final SplittableRandom random = new SplittableRandom(1);

    /**
     * @param error the accepted relative error of a compiled kernel in double precision
     * @param domain the range of each argument
     */
    FunctionContract(Function function, double error, Interval... domain) {
        this.function = function;
        this.error = error;
        this.domain = List.of(domain);
    }

    /** Whether the value is smooth in all arguments from {@code x} − {@code reach} to {@code x} + {@code reach}. */
    boolean isSmooth(double[] x, double reach) {
        return true;
    }

    final double value(double... x) {
        return function.apply(x);
    }

    @Test
    final void itIsInTheListUnderItsName() {
        assertEquals(function, Functions.find(function.signature().label()).orElseThrow());
        assertEquals(domain.size(), function.signature().arity());
    }

    @Test
    final void kernelsCallTheSameValue() throws ReflectiveOperationException {
        Class<?>[] doubles = new Class<?>[domain.size()];
        Arrays.fill(doubles, double.class);
        var method = function.getClass().getMethod("value", doubles);
        for (double[] x : points()) {
            Object[] arguments = Arrays.stream(x).boxed().toArray();
            assertEquals(function.apply(x), (double) method.invoke(null, arguments), Arrays.toString(x));
        }
    }

    @Test
    final void boundsHoldTheValue() {
        for (double[] low : points()) {
            List<Interval> box = IntStream.range(0, low.length)
                    .mapToObj(k -> new Interval(
                            low[k], low[k] + random.nextDouble(0, domain.get(k).high() - low[k])))
                    .toList();
            Interval bounds = function.bounds(box);
            double room = 1e-12 * Math.max(Math.abs(bounds.low()), Math.abs(bounds.high()));
            for (int k = 0; k < POINTS; k++) {
                double[] x = point(box);
                double value = function.apply(x);
                boolean held = bounds.low() - room <= value && value <= bounds.high() + room;
                assertTrue(held, value + " at " + Arrays.toString(x) + " beyond " + bounds);
            }
        }
        Interval[] anything = new Interval[domain.size()];
        Arrays.fill(anything, Interval.ANY);
        Interval widest = function.bounds(List.of(anything));
        assertTrue(widest.low() <= widest.high(), widest.toString());
    }

    @Test
    final void derivativeIsTheLimitOfDifferences() {
        double h = 1e-5;
        int checked = 0;
        for (double[] x : points()) {
            if (!isSmooth(x, 2 * h)) {
                continue;
            }
            for (int k = 0; k < x.length; k++) {
                double[] above = x.clone();
                double[] below = x.clone();
                above[k] += h;
                below[k] -= h;
                double difference = (function.apply(above) - function.apply(below)) / (2 * h);
                double derivative = evaluate(function.derivative(names(x.length), k), x);
                double scale = 1 + Math.abs(difference) + Math.abs(function.apply(x));
                assertEquals(0, (derivative - difference) / scale, 1e-6, k + " at " + Arrays.toString(x));
                checked++;
            }
        }
        assertTrue(checked > POINTS / 2, checked + " points");
    }

    @Test
    final void loweringComputesTheValue() {
        for (double[] x : points()) {
            for (boolean inLoop : new boolean[] {true, false}) {
                double lowered = function.lower(new PlainLowering(function, x, inLoop));
                assertClose(function.apply(x), lowered, 1e-14, x);
            }
            function.quotient(3.0, new PlainLowering(function, x, true))
                    .ifPresent(quotient -> assertClose(3 / function.apply(x), quotient, 1e-8, x));
        }
    }

    @Test
    final void compiledKernelsComputeTheValue() {
        String names = names(domain.size()).stream()
                .map(name -> ((Expression.Name) name).name())
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder("name: One\nvariables:\n");
        IntStream.range(0, domain.size()).forEach(k -> text.append("  x%d: {initial: 0}\n".formatted(k)));
        text.append("  y: {initial: 0}\ninput: I\nequations:\n");
        IntStream.range(0, domain.size()).forEach(k -> text.append("  x%d: 0*I\n".formatted(k)));
        text.append("  y: %s(%s)\n".formatted(function.signature().label(), names));
        text.append("spike: {variable: x0, threshold: 1000}\n");
        Model model = ModelReader.read("one.yaml", text.toString().getBytes(StandardCharsets.UTF_8));
        for (Precision precision : Precision.values()) {
            double[][] states = points().stream()
                    .map(x -> Arrays.copyOf(precision == Precision.FLOAT ? rounded(x) : x, x.length + 1))
                    .toArray(double[][]::new);
            double[] values = CompiledSlopes.of(model, precision, states, domain.size());
            for (int k = 0; k < states.length; k++) {
                double[] x = Arrays.copyOf(states[k], domain.size());
                double truth = function.apply(x);
                assertClose(truth, values[k], precision == Precision.FLOAT ? Math.max(1e9 * error, 5e-6) : error, x);
            }
        }
    }

    /** Closer to 0, where single precision does not overflow. */
    private static double[] rounded(double[] x) {
        return Arrays.stream(x).map(each -> (float) each / 4).toArray();
    }

    private static void assertClose(double truth, double value, double error, double[] x) {
        assertEquals(0, (value - truth) / Math.max(Math.abs(truth), 1e-30), error, "at " + Arrays.toString(x));
    }

    private List<double[]> points() {
        return IntStream.range(0, POINTS).mapToObj(k -> point(domain)).toList();
    }

    private double[] point(List<Interval> box) {
        return box.stream()
                .mapToDouble(side -> side.low() + (side.high() - side.low()) * random.nextDouble())
                .toArray();
    }

    static List<Expression> names(int count) {
        return IntStream.range(0, count)
                .<Expression>mapToObj(k -> new Expression.Name("x" + k))
                .toList();
    }

    static double evaluate(Expression expression, double[] x) {
        return Evaluator.evaluate(expression, name -> x[Integer.parseInt(name.substring(1))]);
    }
}
