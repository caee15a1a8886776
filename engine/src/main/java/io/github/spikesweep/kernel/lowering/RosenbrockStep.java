package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.integrator.Rosenbrock;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes a step of a {@link Rosenbrock} method as a graph. */
final class RosenbrockStep {
    /** The estimate is as small as the error itself, where Dormand and Prince's is larger: so much of it keeps spike times within the tolerance, too. */
    private static final double CAUTION = 8;

    private final ValueGraph graph;
    private final Symbols symbols;
    private final KernelSpec spec;
    private final Rosenbrock method;
    private final LinearizedSlopes equations;
    private final List<Value> start;
    private final int count;
    /** How many variables are the model's own. The Jacobian by the tangent vector of its equations is that of the model itself. */
    private final int own;

    private final List<Value> order = new ArrayList<>();

    private RosenbrockStep(KernelSpec spec, Rosenbrock method) {
        this.graph = new ValueGraph();
        this.symbols = new Symbols(graph, spec);
        this.spec = spec;
        this.method = method;
        this.equations = LinearizedSlopes.of(graph, symbols, spec);
        this.start = spec.model().variableNames().stream().map(symbols::state).toList();
        this.count = start.size();
        this.own = spec.ownVariables();
    }

    static AdaptiveStep of(KernelSpec spec) {
        return new RosenbrockStep(spec, Rosenbrock.RODAS5P).step();
    }

    private AdaptiveStep step() {
        UnaryOperator<Value> atStart = Stages.at(graph, symbols, start, symbols.time());
        Value[][] matrix = new Value[own][own];
        Value inverse = graph.divide(graph.constant(1), symbols.step());
        for (int row = 0; row < own; row++) {
            for (int column = 0; column < own; column++) {
                Optional<Value> derivative = equations.derivatives().get(row).get(column);
                matrix[row][column] = derivative
                        .map(value -> graph.negate(atStart.apply(value)))
                        .orElse(null);
            }
            Value diagonal = graph.multiply(graph.constant(1 / method.gamma()), inverse);
            matrix[row][row] = matrix[row][row] == null ? diagonal : graph.add(diagonal, matrix[row][row]);
        }
        List<LinearizedSlopes.Difference> differences = equations.differences();
        Value[][] flows = new Value[own][differences.size()];
        for (int row = 0; row < own; row++) {
            for (int k = 0; k < differences.size(); k++) {
                flows[row][k] = byDifference(row, k).map(atStart).orElse(null);
            }
        }
        CoupledElimination elimination = new CoupledElimination(graph, matrix, flows, differences);
        order.addAll(elimination.values());
        List<List<Value>> u = new ArrayList<>();
        List<Value> state = start;
        for (int stage = 0; stage < method.stages(); stage++) {
            state = moved(start, method.a().get(stage), u);
            u.add(solution(elimination, side(stage, state, atStart, inverse, u), atStart));
            order.addAll(u.get(stage));
        }
        List<Value> error = u.get(method.stages() - 1);
        List<Value> ends = new ArrayList<>();
        for (int v = 0; v < count; v++) {
            ends.add(graph.add(state.get(v), error.get(v)));
        }
        return finished(ends, error, u);
    }

    /** Solves for the model's own variables, and then, with what follows from them, for the tangent vector. */
    private List<Value> solution(CoupledElimination elimination, List<Value> side, UnaryOperator<Value> atStart) {
        List<Value> solution = new ArrayList<>(elimination.solution(side.subList(0, own)));
        if (own == count) {
            return solution;
        }
        List<Value> ofTangent = new ArrayList<>();
        for (int row = own; row < count; row++) {
            Value sum = side.get(row);
            for (int column = 0; column < own; column++) {
                Optional<Value> derivative = equations.derivatives().get(row).get(column);
                if (derivative.isPresent()) {
                    sum = graph.add(sum, graph.multiply(atStart.apply(derivative.get()), solution.get(column)));
                }
            }
            for (int k = 0; k < equations.differences().size(); k++) {
                Optional<Value> derivative = byDifference(row, k);
                if (derivative.isPresent()) {
                    LinearizedSlopes.Difference of = equations.differences().get(k);
                    Value difference = graph.subtract(solution.get(of.variable()), solution.get(of.subtracted()));
                    sum = graph.add(sum, graph.multiply(atStart.apply(derivative.get()), difference));
                }
            }
            ofTangent.add(sum);
        }
        order.addAll(ofTangent);
        solution.addAll(elimination.solution(ofTangent));
        return solution;
    }

    /** The derivative of a slope by a difference of variables of two cells. */
    private Optional<Value> byDifference(int row, int difference) {
        return equations.derivatives().get(row).get(count + 1 + difference);
    }

    private List<Value> side(
            int stage, List<Value> state, UnaryOperator<Value> atStart, Value inverse, List<List<Value>> u) {
        Value time = graph.add(
                symbols.time(), graph.multiply(graph.constant(method.nodes().get(stage)), symbols.step()));
        UnaryOperator<Value> here = Stages.at(graph, symbols, state, time);
        Value growth = graph.multiply(graph.constant(method.growth().get(stage)), symbols.step());
        List<Value> side = new ArrayList<>();
        for (int v = 0; v < count; v++) {
            Value sum = here.apply(equations.slopes().get(v));
            if (stage > 0) {
                sum = graph.add(sum, graph.multiply(weighted(method.c().get(stage), u, v), inverse));
            }
            Optional<Value> byTime = equations.derivatives().get(v).get(count);
            if (byTime.isPresent() && method.growth().get(stage) != 0) {
                sum = graph.add(sum, graph.multiply(growth, atStart.apply(byTime.get())));
            }
            side.add(sum);
            order.add(sum);
        }
        return side;
    }

    private List<Value> moved(List<Value> from, List<Double> weights, List<List<Value>> u) {
        List<Value> moved = new ArrayList<>();
        for (int v = 0; v < count; v++) {
            moved.add(graph.add(from.get(v), weighted(weights, u, v)));
            order.add(moved.get(v));
        }
        return moved;
    }

    /** Σ_j w_j u_j of one variable. */
    private Value weighted(List<Double> weights, List<List<Value>> u, int v) {
        Value sum = graph.constant(0);
        for (int j = 0; j < weights.size(); j++) {
            sum = graph.add(
                    sum, graph.multiply(graph.constant(weights.get(j)), u.get(j).get(v)));
        }
        return sum;
    }

    private AdaptiveStep finished(List<Value> ends, List<Value> errors, List<List<Value>> u) {
        List<List<Value>> curves = new ArrayList<>();
        Value error = graph.constant(0);
        for (int v = 0; v < count; v++) {
            Value counted = graph.multiply(graph.constant(CAUTION), errors.get(v));
            error = v < own ? AdaptiveStep.largest(graph, error, counted, start.get(v)) : error;
            curves.add(curve(v, ends.get(v), u));
            order.add(error);
            order.addAll(curves.get(v));
        }
        List<Value> firstSlopes = curves.stream().map(curve -> curve.get(1)).toList();
        List<Value> lastSlopes = curves.stream().map(this::lastSlope).toList();
        StepControl.Tried tried =
                new StepControl.Tried(ends, curves, error, Optional.empty(), firstSlopes, lastSlopes, symbols.step());
        return AdaptiveStep.of(graph, symbols, spec, tried, order).fused(graph, own);
    }

    /** Σ k c_k, by θ. */
    private Value lastSlope(List<Value> curve) {
        Value sum = graph.constant(0);
        for (int k = curve.size() - 1; k > 0; k--) {
            sum = graph.add(sum, graph.multiply(graph.constant(k), curve.get(k)));
        }
        return sum;
    }

    /** y₀ + θ (Δ + p) + θ² (q − p) + θ³ (r − q) − θ⁴ r, with Δ = y₁ − y₀. */
    private List<Value> curve(int v, Value end, List<List<Value>> u) {
        Value p = weighted(method.dense().get(0), u, v);
        Value q = weighted(method.dense().get(1), u, v);
        Value r = weighted(method.dense().get(2), u, v);
        Value difference = graph.subtract(end, start.get(v));
        return List.of(
                start.get(v), graph.add(difference, p), graph.subtract(q, p), graph.subtract(r, q), graph.negate(r));
    }
}
