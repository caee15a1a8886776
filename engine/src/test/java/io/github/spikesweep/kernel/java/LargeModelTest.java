package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.CompiledKernel;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Untrusted models: deep or huge ones are compiled or refused, with bounded time and stack. */
@OneIn(8)
class LargeModelTest {
    /** A chain of auxiliary quantities, each made from the one before. */
    private static Model chain(int length, String link) {
        StringBuilder text =
                new StringBuilder("name: Chain\nvariables: {x: {initial: 0.1}}\ninput: I\nlet:\n  a0: x\n");
        for (int k = 1; k < length; k++) {
            text.append("  a")
                    .append(k)
                    .append(": ")
                    .append(link.replace("a", "a" + (k - 1)))
                    .append('\n');
        }
        text.append("equations: {x: I - exp(-a").append(length - 1).append(")}\n");
        text.append("spike: {variable: x, threshold: 10}\n");
        return ModelReader.read("chain.yaml", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static CompiledKernel<LaneKernel, KernelLayout> compile(Model model) {
        return compile(model, Integrator.RK6);
    }

    private static CompiledKernel<LaneKernel, KernelLayout> compile(Model model, Integrator integrator) {
        return KernelCompiler.compile(KernelSpec.heldInput(model, integrator, Precision.DOUBLE, Set.of(), Set.of()), 8);
    }

    @Tag("thorough")
    @Test
    void aDeepChainCompiles() {
        assertEquals(8, compile(chain(900, "a * 0.5 + 1")).layout().lanes());
    }

    @Tag("thorough")
    @Test
    void aChainOfExponentialsIsRefused() {
        String message = assertThrows(
                        InputException.class, () -> compile(chain(900, "1 / (1 + exp(-2 * a)) + exp(-0.1 * a)")))
                .getMessage();
        assertEquals("the equations are too large: a step takes more than 150000 operations", message);
    }

    @Test
    void doublingDoesNotTakeExponentialTime() {
        assertTimeoutPreemptively(Duration.ofMinutes(3), () -> compile(chain(200, "a + a")));
    }

    /** Quotients that are looked into for what cancels, also across names. */
    private static Stream<Named<Model>> quotients(List<Integer> lengths) {
        Stream<Named<Model>> chains = Stream.of(
                        "1 / a",
                        "a / (a - 1)",
                        "a * a / (exp(a) - 1)",
                        "(exp(a) - 1) / (a * a)",
                        "(a - sin(a)) / (a - 2)",
                        "1 / a - 1 / (a + x)",
                        "a^8 / (1 - cos(a)^8)")
                .flatMap(link ->
                        lengths.stream().map(length -> Named.of(link + ", " + length + " times", chain(length, link))));
        Stream<Named<Model>> longFormulas = Stream.of(
                        " * (x / (exp(x) - 1))",
                        " / (x / (exp(2*x) - exp(x)))",
                        " + 1 / (sin(x) - x) - 1 / x",
                        " - x / (x - x*x + 1)")
                .map(term -> Named.of(term + ", 100 times", chain(3, "(exp(a) - 1) / a" + term.repeat(100))));
        return Stream.concat(chains, longFormulas);
    }

    static Stream<Named<Model>> someQuotients() {
        return quotients(List.of(100));
    }

    static Stream<Named<Model>> manyQuotients() {
        return quotients(List.of(30, 900));
    }

    /** Quotients are rewritten once, however many stages a step has; with one, what is compiled after that is small. */
    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("someQuotients")
    void someQuotientsCompileOrAreRefusedSoon(Model model) {
        compilesOrIsRefusedSoon(model, Integrator.EULER);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("manyQuotients")
    void manyQuotientsInManyStagesCompileOrAreRefusedSoon(Model model) {
        compilesOrIsRefusedSoon(model, Integrator.RK6);
    }

    /** A factor that functions make larger than a formula may be as it is written stays as it is; the others are cancelled. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "w(x) * x / (1 - exp(-x))",
                "x / ((1 - exp(-x)) / w(x))",
                "w(x)*x / (w(x) - w(x)*exp(-x)) * w(x)",
                "(exp(w(x) + x) - exp(w(x))) / x / exp(w(x)) * w(x)",
            })
    void aLargeFactorOfARateStaysAsItIs(String rate) {
        String waves = IntStream.rangeClosed(1, 20)
                .mapToObj(k -> "cos(" + k + "*y)/20")
                .collect(Collectors.joining(" + "));
        String text = """
                name: Large
                variables: {x: {initial: 0}}
                input: I
                functions:
                  u(y): %s
                  w(y): u(u(y)) + u(u(2*y))
                equations: {x: %s}
                spike: {variable: x, threshold: 10}
                """.formatted(waves, rate);
        Model model = ModelReader.read("large.yaml", text.getBytes(StandardCharsets.UTF_8));
        double[][] states = {{0}, {1e-9}, {0.5}};
        double[] slopes = CompiledSlopes.of(model, Precision.DOUBLE, states, 0);
        for (int k = 0; k < states.length; k++) {
            double x = states[k][0];
            double rising = rate.startsWith("(exp") ? Math.expm1(x) / x : x / -Math.expm1(-x);
            double expected = (x == 0 ? 1 : rising) * (waves(waves(x)) + waves(waves(2 * x)));
            boolean isTaken = rate.startsWith("w(x) *") || rate.startsWith("x /");
            if (isTaken || k == 2) {
                assertEquals(expected, slopes[k], 1e-9, rate + " at " + x);
            } else {
                assertTrue(Double.isNaN(slopes[k]) || Math.abs(slopes[k] - expected) < 1e-3, rate + " at " + x);
            }
        }
    }

    private static double waves(double y) {
        return IntStream.rangeClosed(1, 20)
                .mapToDouble(k -> Math.cos(k * y) / 20)
                .sum();
    }

    private static void compilesOrIsRefusedSoon(Model model, Integrator integrator) {
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            try {
                assertEquals(8, compile(model, integrator).layout().lanes());
            } catch (InputException e) {
                assertTrue(e.getMessage().startsWith("the equations are too large: "), e.getMessage());
            }
        });
    }
}
