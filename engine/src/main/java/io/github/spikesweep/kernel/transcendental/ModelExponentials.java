package io.github.spikesweep.kernel.transcendental;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The exponentials that a model's equations share: those with exponents that are affine in a variable with a bounded range. */
public final class ModelExponentials {
    private final Map<String, Optional<Affine>> let = new HashMap<>();
    private final Map<String, Range> bounded = new HashMap<>();
    private final Set<String> unbounded = new HashSet<>();
    private final SharedExponentials shared;
    /** Without those of exprel, which need a range to be finite. */
    private final SharedExponentials unlimited;

    /** Without a model: no name has a range. */
    public ModelExponentials(ValueGraph graph, Rounding rounding) {
        this.shared = new SharedExponentials(graph, rounding, List.of(), bounded, Set.of());
        this.unlimited = shared;
    }

    public ModelExponentials(ValueGraph graph, Rounding rounding, Model model) {
        model.let().forEach(each -> let.put(each.name(), Affine.of(each.expression(), let)));
        model.variables().stream()
                .filter(variable -> variable.range().isBounded())
                .forEach(variable -> bounded.put(variable.name(), variable.range()));
        unbounded.addAll(model.variableNames());
        unbounded.removeAll(bounded.keySet());
        this.shared = new SharedExponentials(graph, rounding, exponents(model, rounding.blend()), bounded, Set.of());
        this.unlimited = new SharedExponentials(graph, rounding, exponents(model, 0), Map.of(), unbounded);
    }

    private List<Affine> exponents(Model model, double blend) {
        List<Affine> exponents = new ArrayList<>();
        model.let().forEach(each -> collect(each.expression(), blend, exponents));
        model.equations().forEach(each -> collect(each.expression(), blend, exponents));
        return exponents;
    }

    private void collect(Expression expression, double blend, List<Affine> exponents) {
        if (expression instanceof Expression.Call call) {
            call.function()
                    .exponents(call.arguments(), blend)
                    .forEach(exponent -> Affine.of(exponent, let).ifPresent(exponents::add));
        }
        expression.parts().forEach(part -> collect(part, blend, exponents));
    }

    /** e to {@code exponent}, if it is among the shared ones. */
    public Optional<Value> exp(Expression exponent, Map<String, Value> scope) {
        return bounded(exponent).flatMap(affine -> shared.exp(affine, scope.get(affine.variable())));
    }

    /** The same, if it is an exponent of a variable without a bounded range. */
    public Optional<Value> exp(Expression exponent, Map<String, Value> scope, Exponentials exponentials) {
        return Affine.of(exponent, let)
                .filter(affine ->
                        unbounded.contains(affine.variable()) && !affine.scale().isZero())
                .map(affine -> {
                    Value variable = scope.get(affine.variable());
                    return unlimited.exp(affine, variable).orElseGet(() -> {
                        double scale = affine.scale().value();
                        return exponentials.exp(scale, affine.offset().value() / scale, variable);
                    });
                });
    }

    /** The largest magnitude of {@code expression} while its variable is in its range; infinite if unknown. */
    public double limit(Expression expression) {
        return bounded(expression).map(this::largest).orElse(Double.POSITIVE_INFINITY);
    }

    private Optional<Affine> bounded(Expression expression) {
        return Affine.of(expression, let).filter(affine -> bounded.containsKey(affine.variable()));
    }

    private double largest(Affine affine) {
        Range range = bounded.get(affine.variable());
        double scale = affine.scale().value();
        double offset = affine.offset().value();
        return Math.max(Math.abs(scale * range.low() + offset), Math.abs(scale * range.high() + offset));
    }
}
