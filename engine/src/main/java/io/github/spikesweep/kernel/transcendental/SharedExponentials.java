package io.github.spikesweep.kernel.transcendental;

import io.github.spikesweep.equation.Rational;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.model.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Exponentials of one variable whose scales are whole multiples of a common one, computed as powers of a single polynomial.
 * With x = exp(−(v + 20)/720), for example, the six rates of Hodgkin–Huxley need only x^9, x^36, x^40 and x^72.
 *
 * <p>The polynomial is made for the variable's range, and beyond loses its accuracy. A variable without a range is kept within its {@link Reach}, in which q = x − 1 comes from a
 * polynomial and a few doublings q(q + 2). That keeps as many digits where the variable usually is, since q is small there.
 */
final class SharedExponentials {
    private final ValueGraph graph;
    private final Rounding rounding;
    private final Exponentials exponentials;
    private final Map<String, Range> ranges = new HashMap<>();
    private final Map<String, Reach> reaches = new HashMap<>();
    private final Map<String, CommensurableScales> scales = new HashMap<>();
    /** What has been built of each base, by exponent; the polynomial itself is exponent 1. */
    private final Map<String, Map<Rational, NavigableMap<Integer, Value>>> built = new HashMap<>();

    /**
     * @param arguments the arguments of all exponentials
     * @param bounded the bounded ranges of variables
     * @param unbounded the variables without one
     */
    SharedExponentials(
            ValueGraph graph,
            Rounding rounding,
            Collection<Affine> arguments,
            Map<String, Range> bounded,
            Set<String> unbounded) {
        this.graph = graph;
        this.rounding = rounding;
        this.exponentials = new Exponentials(graph, rounding);
        this.ranges.putAll(bounded);
        Map<String, List<Affine>> byVariable = new LinkedHashMap<>();
        for (Affine argument : arguments) {
            String name = argument.variable();
            if ((bounded.containsKey(name) || unbounded.contains(name))
                    && !argument.scale().isZero()) {
                byVariable
                        .computeIfAbsent(argument.variable(), variable -> new ArrayList<>())
                        .add(argument);
            }
        }
        byVariable.forEach((variable, found) -> {
            if (unbounded.contains(variable)) {
                Reach reach = Reach.of(found, rounding);
                reaches.put(variable, reach);
                ranges.put(variable, reach.usual());
            }
            Set<Rational> each = new LinkedHashSet<>();
            found.forEach(argument -> each.add(argument.scale()));
            scales.put(variable, new CommensurableScales(each, radius(ranges.get(variable)), rounding));
        });
    }

    /** exp({@code argument}), if it is among the shared ones. */
    Optional<Value> exp(Affine argument, Value variable) {
        CommensurableScales known = scales.get(argument.variable());
        Optional<Rational> base = known == null ? Optional.empty() : known.base(argument.scale());
        if (base.isEmpty()) {
            return Optional.empty();
        }
        double center = center(ranges.get(argument.variable()));
        double offset = argument.offset().value() + argument.scale().value() * center;
        double factor = StrictMath.exp(offset);
        boolean representable = factor > 1 / rounding.largestProduct() && factor < rounding.largestProduct();
        boolean isAlone = known.exponents(base.get()).size() == 1;
        Reach reach = reaches.get(argument.variable());
        boolean fits = reach == null
                || (!isAlone
                        && Math.abs(offset) <= Reach.LARGEST_OFFSET
                        && Math.abs(base.get().value()) * reach.limit() <= Reach.LARGEST_EXPONENT);
        if (!representable || !fits) {
            return Optional.empty();
        }
        int exponent = known.exponent(argument.scale());
        Value power = chain(argument.variable(), base.get(), known, variable).get(exponent);
        return Optional.of(graph.multiply(graph.constant(factor), power));
    }

    private NavigableMap<Integer, Value> chain(String name, Rational base, CommensurableScales known, Value variable) {
        return built.computeIfAbsent(name, n -> new HashMap<>()).computeIfAbsent(base, b -> {
            NavigableMap<Integer, Value> chain = new TreeMap<>();
            Reach reach = reaches.get(name);
            chain.put(
                    1,
                    reach == null
                            ? polynomial(b.value(), ranges.get(name), variable)
                            : unlimited(b.value(), reach, variable));
            // Largest first: the halves on the way to it serve the smaller.
            known.exponents(b).forEach(exponent -> build(chain, exponent));
            return chain;
        });
    }

    /** One power from those that are there: the product of two of them, or of its half, or of its predecessor. */
    private Value build(NavigableMap<Integer, Value> chain, int exponent) {
        Value known = chain.get(exponent);
        if (known != null) {
            return known;
        }
        Value power = null;
        for (int a : chain.descendingKeySet()) {
            if (power == null && chain.containsKey(exponent - a)) {
                power = graph.multiply(chain.get(a), chain.get(exponent - a));
            }
        }
        if (power == null && exponent % 2 == 0) {
            Value half = build(chain, exponent / 2);
            power = graph.multiply(half, half);
        }
        if (power == null) {
            power = graph.multiply(build(chain, exponent - 1), chain.get(1));
        }
        chain.put(exponent, power);
        return power;
    }

    private Value polynomial(double scale, Range range, Value variable) {
        Value distance = graph.add(variable, graph.constant(-center(range)));
        double radius = Math.abs(scale) * radius(range);
        return Polynomial.horner(graph, EconomizedSeries.exp(radius, rounding.seriesError()), scale, distance);
    }

    private Value unlimited(double scale, Reach reach, Value variable) {
        double center = center(reach.usual());
        Value low = graph.apply(Operation.MAX, List.of(variable, graph.constant(center - reach.limit())));
        Value within = graph.apply(Operation.MIN, List.of(low, graph.constant(center + reach.limit())));
        Value w = graph.multiply(graph.constant(scale), graph.add(within, graph.constant(-center)));
        return graph.add(exponentials.expm1(w, Math.abs(scale) * reach.limit() * 1.0001), graph.constant(1));
    }

    private static double center(Range range) {
        return (range.low() + range.high()) / 2;
    }

    private static double radius(Range range) {
        return (range.high() - range.low()) / 2;
    }
}
