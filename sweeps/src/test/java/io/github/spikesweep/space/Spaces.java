package io.github.spikesweep.space;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Small axes and conditions of every kind, for properties. */
final class Spaces {
    private static final List<String> LABELS = List.of("Euler", "RK4", "RK6");
    private static final int DEEPEST = 2;

    private Spaces() {}

    static Axis axis(String name, Values values) {
        return new Axis(name, values, "", "", "");
    }

    static Arbitrary<Values> values() {
        Arbitrary<Double> end = Arbitraries.integers().between(-4, 4).map(i -> i / 2.0);
        Arbitrary<Integer> size = Arbitraries.integers().between(2, 7);
        return Arbitraries.oneOf(
                end.list().ofMinSize(1).ofMaxSize(7).map(Spaces::list),
                Combinators.combine(end, end, size).as(Linspace::new),
                Combinators.combine(end, end, size).as((a, b, n) -> new Logspace(a * a + 1, b * b + 1, n)),
                Combinators.combine(end, size).as((a, n) -> new Stepped(a, a + n * 0.5, 0.5)),
                Combinators.combine(end, size).as((a, n) -> new Stepped(a, a - n * 0.5, -0.5)),
                Arbitraries.subsetOf(LABELS).ofMinSize(1).map(labels -> new Labels(List.copyOf(labels))));
    }

    static Arbitrary<ParameterSpace> spaces() {
        return values().list().ofMaxSize(3).map(values -> {
            List<Axis> axes = new java.util.ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                axes.add(axis("a" + i, values.get(i)));
            }
            return ParameterSpace.ofAxes(axes);
        });
    }

    /** Conditions on {@code axis}, nested to some depth. */
    static Arbitrary<Condition> conditions(Axis axis) {
        return conditions(
                axis.name(), axis.isNumeric() ? numbers() : Arbitraries.of("Euler", "RK4", "RK6", "Heun", ""));
    }

    /** Conditions on the ids of {@code space}, and past them. */
    static Arbitrary<Condition> idConditions(ParameterSpace space) {
        return conditions(
                ParameterSpace.ID,
                Arbitraries.oneOf(
                        Arbitraries.longs().between(-2, space.size() + 2),
                        Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE)));
    }

    private static Arbitrary<Object> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-10, 10).map(i -> i / 4.0),
                Arbitraries.integers().between(-3, 3),
                Arbitraries.of(-0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1.5f));
    }

    private static Arbitrary<Condition> conditions(String column, Arbitrary<?> literals) {
        Arbitrary<Condition> conditions = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(Relation.class), literals)
                        .as((relation, literal) -> Condition.compare(column, relation, literal)),
                literals.list().ofMaxSize(4).map(list -> Condition.in(column, list)));
        for (int depth = 0; depth < DEEPEST; depth++) {
            Arbitrary<Condition> inner = conditions;
            conditions = Arbitraries.oneOf(
                    inner,
                    inner.map(Condition::not),
                    Combinators.combine(inner, inner).as(Condition::and),
                    Combinators.combine(inner, inner).as(Condition::or));
        }
        return conditions;
    }

    private static Values list(List<Double> numbers) {
        return new NumberList(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
