package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.taylor.ModelSeries;
import io.github.spikesweep.kernel.taylor.Series;
import io.github.spikesweep.model.Smoothness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Writes a step of Taylor's method as a graph: the series of all variables up to an order, how long the step may be by its last two coefficients (Jorba &amp; Zou 2005,
 * Exp. Math. 14:99–117, section 3), where it ends, and how far the slope of the series there is from that of the equations.
 */
public final class TaylorStep {
    /** The terms of the last orders are so much smaller than the error that a step may have: so spike times stay within the tolerance. */
    private static final double CAUTION = 0.1;

    private static final double MOST_ORDER = 20;
    private static final int LEAST_ORDER = 5;

    /** So many halvings of the exponent make a root, to about a thousandth of its exponent. */
    private static final int HALVINGS = 11;

    private final ValueGraph graph = new ValueGraph();
    private final KernelSpec spec;
    private final Symbols symbols;
    private final int highest;
    private final List<Value> start;
    private final List<Value> order = new ArrayList<>();

    private TaylorStep(KernelSpec spec, int highest) {
        this.spec = spec;
        this.symbols = new Symbols(graph, spec);
        this.highest = highest;
        this.start = spec.model().variableNames().stream().map(symbols::state).toList();
    }

    /** The order that takes the least work for an error per step: −ln(error)/2 + 1 (Jorba &amp; Zou 2005, section 3.1). */
    public static int order(double error) {
        double best = Math.ceil(1 - StrictMath.log(CAUTION * error) / 2);
        return (int) Math.max(LEAST_ORDER, Math.min(MOST_ORDER, best));
    }

    static AdaptiveStep of(KernelSpec spec, int highest) {
        Smoothness.fault(spec.model(), spec.inputs()).ifPresent(what -> {
            throw new InputException("Taylor steps smooth equations; found " + what);
        });
        if (spec.ownVariables() < spec.model().variables().size()) {
            throw new IllegalArgumentException("Taylor steps no tangent vectors");
        }
        return new TaylorStep(spec, highest).step();
    }

    private AdaptiveStep step() {
        EquationLowering lowering = new EquationLowering(graph, spec);
        List<Value> slopes = new SpikeLowering(graph, symbols, spec).held(lowering.equations());
        ModelSeries series = series(lowering);
        int count = start.size();
        for (int k = 1; k <= highest; k++) {
            for (int v = 0; v < count; v++) {
                order.add(series.slopes().get(v).coefficient(k - 1));
            }
            for (int v = 0; v < count; v++) {
                order.add(series.variables().get(v).coefficient(k));
            }
        }
        List<Value> sizes = start.stream().map(this::inverseSize).toList();
        Value length = length(series.variables(), sizes);
        order.add(length);
        List<Value> ends = new ArrayList<>();
        List<Value> endSlopes = new ArrayList<>();
        for (int v = 0; v < count; v++) {
            ends.add(sum(series.variables().get(v), highest, length));
            endSlopes.add(sum(series.slopes().get(v), highest - 1, length));
            order.add(ends.get(v));
            order.add(endSlopes.get(v));
        }
        UnaryOperator<Value> atEnd = Stages.at(graph, symbols, ends, graph.add(symbols.time(), length));
        Value error = graph.constant(0);
        for (int v = 0; v < count; v++) {
            Value defect = graph.subtract(endSlopes.get(v), atEnd.apply(slopes.get(v)));
            error = larger(error, graph.multiply(size(defect), sizes.get(v)));
            order.add(error);
        }
        error = graph.multiply(length, error);
        order.add(error);
        List<List<Value>> curves = series.variables().stream()
                .map(of -> IntStream.rangeClosed(0, highest)
                        .mapToObj(of::coefficient)
                        .toList())
                .toList();
        List<Value> firstSlopes = curves.stream().map(curve -> curve.get(1)).toList();
        StepControl.Tried tried = new StepControl.Tried(
                ends, curves, error, Optional.of(length), firstSlopes, endSlopes, graph.constant(1));
        return AdaptiveStep.of(graph, symbols, spec, tried, order).fused(graph, start.size());
    }

    private ModelSeries series(EquationLowering lowering) {
        Value middle = graph.add(symbols.time(), graph.multiply(graph.constant(0.5), symbols.step()));
        ModelSeries series = new ModelSeries(graph, Stages.at(graph, symbols, start, middle));
        for (int cell = 0; cell < spec.model().cells().size(); cell++) {
            EquationLowering.LoweredInput input = lowering.inputs().get(cell);
            series.input(
                    spec.model().cells().get(cell).input().name(),
                    input.formula(),
                    input.lowering()::lower,
                    symbols.time(),
                    input.auxiliary());
        }
        List<Value> free =
                new SpikeLowering(graph, symbols, spec).held(Collections.nCopies(start.size(), graph.constant(1)));
        series.equations(lowering.model(), lowering::lower, symbols.time(), free);
        return series;
    }

    private Value size(Value value) {
        return graph.apply(Operation.ABS, List.of(value));
    }

    private Value inverseSize(Value value) {
        Value inverse = graph.divide(graph.constant(1), graph.add(graph.constant(1), size(value)));
        order.add(inverse);
        return inverse;
    }

    private Value larger(Value a, Value b) {
        return a.isConstant(0) ? b : graph.apply(Operation.MAX, List.of(a, b));
    }

    /** As long as is allowed, and the terms of the last two orders are no larger than the tolerance. */
    private Value length(List<Series> variables, List<Value> sizes) {
        Value length = symbols.step();
        for (int k = highest - 1; k <= highest; k++) {
            Value largest = graph.constant(0);
            for (int v = 0; v < variables.size(); v++) {
                Value coefficient = variables.get(v).coefficient(k);
                if (!coefficient.isConstant(0)) {
                    largest = larger(largest, graph.multiply(size(coefficient), sizes.get(v)));
                    order.add(largest);
                }
            }
            if (!largest.isConstant(0)) {
                Value term = graph.multiply(graph.constant(CAUTION), symbols.control(StepControl.Input.TOLERANCE, 0));
                Value root = root(graph.divide(term, largest), k);
                length = graph.apply(Operation.MIN, List.of(length, root));
            }
        }
        return length;
    }

    /** About x to the power 1/k, by square roots alone: the binary digits of 1/k. */
    private Value root(Value x, int k) {
        Value root = graph.constant(1);
        Value power = x;
        double left = 1.0 / k;
        for (int digit = 1; digit <= HALVINGS; digit++) {
            power = graph.apply(Operation.SQRT, List.of(power));
            order.add(power);
            double weight = Math.scalb(1.0, -digit);
            if (left >= weight) {
                root = graph.multiply(root, power);
                left -= weight;
            }
        }
        return root;
    }

    private Value sum(Series series, int highest, Value length) {
        Value sum = series.coefficient(highest);
        for (int k = highest - 1; k >= 0; k--) {
            sum = graph.fma(sum, length, series.coefficient(k));
        }
        return sum;
    }
}
