package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.FusedProducts;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A step of a method with adaptive steps, Dormand and Prince's, a Rosenbrock method or Taylor's, with the estimate of its error and its continuous extension, as a graph.
 *
 * @param ends the value of every variable at the end of the step
 * @param curves of every variable the coefficients c_0, c_1 … of the polynomial Σ c_k θ^k that follows it through the step
 * @param error the largest estimated error of a variable, over 1 + its absolute value before the step; a tangent vector has no say
 * @param length how long the step is, if the method itself chooses that; then the polynomials are over the time in place of θ
 * @param endSlopes then the slope of each variable's polynomial at the end of the step
 * @param control what becomes of the step
 * @param order values in the order in which they are best computed
 */
public record AdaptiveStep(
        List<Value> ends,
        List<List<Value>> curves,
        Value error,
        Optional<Value> length,
        List<Value> endSlopes,
        StepControl control,
        List<Value> order) {
    /** The weights of order 5 minus the embedded ones of order 4 (Dormand &amp; Prince 1980, table 2). */
    private static final List<Double> ERROR = List.of(
            35.0 / 384 - 5179.0 / 57600,
            0.0,
            500.0 / 1113 - 7571.0 / 16695,
            125.0 / 192 - 393.0 / 640,
            -2187.0 / 6784 + 92097.0 / 339200,
            11.0 / 84 - 187.0 / 2100,
            -1.0 / 40);

    /** The extension of order 4 of Hairer, Nørsett &amp; Wanner (1993), Solving Ordinary Differential Equations I, II.6, as in DOPRI5. */
    private static final List<Double> DENSE = List.of(
            -12715105075.0 / 11282082432.0,
            0.0,
            87487479700.0 / 32700410799.0,
            -10690763975.0 / 1880347072.0,
            701980252875.0 / 199316789632.0,
            -1453857185.0 / 822651844.0,
            69997945.0 / 29380423.0);

    public AdaptiveStep {
        ends = List.copyOf(ends);
        curves = curves.stream().map(List::copyOf).toList();
        endSlopes = List.copyOf(endSlopes);
        order = List.copyOf(order);
    }

    /** A step with its control. */
    static AdaptiveStep of(
            ValueGraph graph, Symbols symbols, KernelSpec spec, StepControl.Tried tried, List<Value> order) {
        return new AdaptiveStep(
                tried.ends(),
                tried.curves(),
                tried.error(),
                tried.length(),
                tried.length().isPresent() ? tried.lastSlopes() : List.of(),
                StepControl.of(graph, symbols, spec, tried),
                order);
    }

    /**
     * The step of a spec's method.
     *
     * @param order that of Taylor's method
     */
    public static AdaptiveStep of(KernelSpec spec, int order) {
        if (spec.integrator() == Integrator.TAYLOR) {
            return TaylorStep.of(spec, order);
        }
        return spec.integrator() == Integrator.RODAS5P ? RosenbrockStep.of(spec) : dormandPrince(spec);
    }

    private static AdaptiveStep dormandPrince(KernelSpec spec) {
        ValueGraph graph = new ValueGraph();
        Symbols symbols = new Symbols(graph, spec);
        List<Value> equations = SharedDivision.apply(
                graph,
                Rounding.of(spec.precision()),
                new EquationLowering(graph, spec).equations(),
                spec.model().parts(),
                symbols::bounds);
        Stages stages = Stages.of(graph, symbols, spec, new SpikeLowering(graph, symbols, spec).held(equations));
        // The tableau's last stage evaluates the slopes where its weights put the end of the step already.
        List<Value> order = new ArrayList<>(stages.order());
        List<List<Value>> curves = new ArrayList<>();
        Value error = graph.constant(0);
        int own = spec.ownVariables();
        for (int v = 0; v < stages.end().size(); v++) {
            Value start = symbols.state(spec.model().variableNames().get(v));
            Value estimate = Stages.combined(graph, symbols, ERROR, stages.slopes(), v);
            error = v < own ? largest(graph, error, estimate, start) : error;
            curves.add(curve(graph, symbols, stages, start, v));
            order.add(error);
            order.addAll(curves.get(v));
        }
        List<Value> first = stages.slopes().get(0);
        List<Value> last = stages.slopes().get(6);
        StepControl.Tried tried =
                new StepControl.Tried(stages.end(), curves, error, Optional.empty(), first, last, graph.constant(1));
        return of(graph, symbols, spec, tried, order).fused(graph, own);
    }

    /** The larger of an error, 0 if it is the first, and that of another variable, over 1 + its absolute value before the step. */
    static Value largest(ValueGraph graph, Value error, Value estimate, Value start) {
        Value scale = graph.add(graph.constant(1), graph.apply(Operation.ABS, List.of(start)));
        Value relative = graph.divide(graph.apply(Operation.ABS, List.of(estimate)), scale);
        return error.isConstant(0) ? relative : graph.apply(Operation.MAX, List.of(error, relative));
    }

    /**
     * y(θ) = y₀ + θ(Δ + (1 − θ)(p + θ(q + (1 − θ) r))) with Δ = y₁ − y₀, p = h k₁ − Δ, q = Δ − h k₇ − p, multiplied out.
     */
    private static List<Value> curve(ValueGraph graph, Symbols symbols, Stages stages, Value start, int v) {
        Value difference = graph.subtract(stages.end().get(v), start);
        Value first = graph.multiply(symbols.step(), stages.slopes().get(0).get(v));
        Value last = graph.multiply(symbols.step(), stages.slopes().get(6).get(v));
        Value p = graph.subtract(first, difference);
        Value q = graph.subtract(graph.subtract(difference, last), p);
        Value r = Stages.combined(graph, symbols, DENSE, stages.slopes(), v);
        // θ: Δ + p; θ²: −p + q + r; θ³: −q − 2r; θ⁴: r.
        Value second = graph.add(graph.subtract(q, p), r);
        Value third = graph.negate(graph.add(q, graph.multiply(graph.constant(2), r)));
        return List.of(start, first, second, third, r);
    }

    /** @param own how many variables are the model's own: they are computed as they would be alone */
    AdaptiveStep fused(ValueGraph graph, int own) {
        List<Value> first = new ArrayList<>(ends.subList(0, own));
        curves.subList(0, own).forEach(first::addAll);
        first.add(error);
        length.ifPresent(first::add);
        first.addAll(endSlopes);
        return mapped(FusedProducts.of(graph, first, results()));
    }

    private AdaptiveStep mapped(UnaryOperator<Value> of) {
        return new AdaptiveStep(
                ends.stream().map(of).toList(),
                curves.stream().map(curve -> curve.stream().map(of).toList()).toList(),
                of.apply(error),
                length.map(of),
                endSlopes.stream().map(of).toList(),
                control.mapped(of),
                order.stream().map(of).toList());
    }

    /** What must be kept until the end of the step. */
    public List<Value> results() {
        List<Value> results = new ArrayList<>(ends);
        curves.forEach(results::addAll);
        results.add(error);
        length.ifPresent(results::add);
        results.addAll(endSlopes);
        results.addAll(control.results());
        return results;
    }
}
