package io.github.spikesweep.space;

import io.github.spikesweep.sample.Distribution;
import io.github.spikesweep.sample.Halton;
import io.github.spikesweep.sample.IndependentDraws;
import io.github.spikesweep.sample.LatinHypercube;
import io.github.spikesweep.sample.LogUniform;
import io.github.spikesweep.sample.Normal;
import io.github.spikesweep.sample.Rotated;
import io.github.spikesweep.sample.Sobol;
import io.github.spikesweep.sample.Uniform;
import io.github.spikesweep.sample.UnitSequence;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random axes, blocks and conditions of every kind, for property tests. */
final class Spaces {
    private static final List<String> LABELS = List.of("Euler", "RK4", "RK6");
    private static final int DEEPEST = 2;
    private static final int MOST_SKIPPED = 100;

    private Spaces() {}

    static Axis axis(String name, Values values) {
        return new Axis(name, values, "", "", "");
    }

    /** The space of axes in blocks of one. */
    static ParameterSpace ofAxes(List<Axis> axes) {
        return new ParameterSpace(
                axes.stream().map(axis -> new Block(List.of(axis))).toList());
    }

    /** Spaces of at most a few hundred combinations, whose axes vary separately or together. */
    static Arbitrary<ParameterSpace> spaces() {
        return Arbitraries.longs()
                .between(1, 6)
                .flatMap(size -> block(smallValues(size)))
                .list()
                .ofMaxSize(3)
                .map(Spaces::space);
    }

    /** Spaces with too many combinations to list. */
    static Arbitrary<ParameterSpace> hugeSpaces() {
        Arbitrary<Long> sizes = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 10),
                Arbitraries.longs().between(1_000, 1_000_000),
                Arbitraries.longs().between(1_000_000, 2_000_000_000),
                Arbitraries.longs().between(2_000_000_000, Numbers.MOST));
        return sizes.flatMap(size -> block(hugeValues(size)))
                .list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .filter(Spaces::isHuge)
                .map(Spaces::space);
    }

    private static boolean isHuge(List<List<Values>> blocks) {
        double size = 1;
        for (List<Values> block : blocks) {
            size *= block.get(0).size();
        }
        return size >= 1e12 && size <= 9e18;
    }

    /** Values that vary together. */
    private static Arbitrary<List<Values>> block(Arbitrary<Values> values) {
        return values.list().ofMinSize(1).ofMaxSize(3);
    }

    private static ParameterSpace space(List<List<Values>> blocks) {
        List<Block> named = new ArrayList<>();
        int axes = 0;
        for (List<Values> block : blocks) {
            List<Axis> axesOfBlock = new ArrayList<>();
            for (Values values : block) {
                axesOfBlock.add(axis("a" + axes++, values));
            }
            named.add(new Block(axesOfBlock));
        }
        return new ParameterSpace(named);
    }

    private static Arbitrary<Values> smallValues(long size) {
        Arbitrary<Values> numbers = ends().list().ofSize((int) size).map(Spaces::list);
        Arbitrary<Values> labels =
                Arbitraries.of(LABELS).list().ofSize((int) size).map(Labels::new);
        return Arbitraries.oneOf(numbers, labels, hugeValues(size));
    }

    /** Values that are computed. */
    private static Arbitrary<Values> hugeValues(long size) {
        Arbitrary<Double> other = size == 1 ? Arbitraries.just(0.0) : ends();
        return Arbitraries.oneOf(
                Combinators.combine(ends(), other).as((a, b) -> new Linspace(size == 1 ? 0 : a, b, size)),
                Combinators.combine(ends(), other)
                        .as((a, b) -> new Logspace(size == 1 ? 1 : a * a + 1, b * b + 1, size)),
                Combinators.combine(tenths(), Arbitraries.of(0.1, -0.3))
                        .as((a, step) -> new Stepped(a, tenth(Math.round(10 * (a + (size - 1) * step))), step))
                        .filter(stepped -> stepped.size() == size)
                        .map(stepped -> stepped),
                Combinators.combine(tenths(), size == 1 ? Arbitraries.just(0.0) : tenths())
                        .as((a, b) -> new Linspace(size == 1 ? b : a, b, size)),
                Combinators.combine(ends(), Arbitraries.of(0.5, -0.25))
                        .as((a, step) -> new Stepped(a, a + (size - 1) * step, step))
                        .filter(stepped -> stepped.size() == size)
                        .map(stepped -> stepped),
                sampled(size));
    }

    /** Numbers drawn by every sequence that is long enough, from every distribution that it allows. */
    private static Arbitrary<Values> sampled(long size) {
        Arbitrary<Distribution> bounded = Arbitraries.of(new Uniform(-2, 2), new LogUniform(0.1, 2));
        Arbitrary<Distribution> any = Arbitraries.oneOf(bounded, Arbitraries.just(new Normal(0, 1)));
        Arbitrary<Long> seed = Arbitraries.longs();
        Arbitrary<Values> drawn = Combinators.combine(seed, any)
                .as((key, distribution) -> new Sampled(new IndependentDraws(key, size), distribution, size));
        Arbitrary<Values> stratified = Combinators.combine(seed, any)
                .as((key, distribution) -> new Sampled(new LatinHypercube(key, 3, size), distribution, size));
        if (size > Math.min(Sobol.MOST_POINTS, Halton.MOST_POINTS) - MOST_SKIPPED) {
            return Arbitraries.oneOf(drawn, stratified);
        }
        Arbitrary<UnitSequence> sequences = Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(1, MOST_SKIPPED),
                        Arbitraries.of(true, false))
                .as((dimension, skip, sobol) ->
                        sobol ? Sobol.ofDimension(dimension, skip) : Halton.ofDimension(dimension, skip));
        Arbitrary<UnitSequence> rotated =
                Combinators.combine(sequences, seed).as((sequence, key) -> new Rotated(sequence, key, 5));
        return Arbitraries.oneOf(
                drawn,
                stratified,
                Combinators.combine(sequences, any)
                        .as((sequence, distribution) -> new Sampled(sequence, distribution, size)),
                Combinators.combine(rotated, bounded)
                        .as((sequence, distribution) -> new Sampled(sequence, distribution, size)));
    }

    private static Arbitrary<Double> tenths() {
        return Arbitraries.integers().between(-9, 9).map(Spaces::tenth);
    }

    /** The double nearest to so many tenths. */
    private static double tenth(long tenths) {
        return tenths / 10.0;
    }

    private static Arbitrary<Double> ends() {
        return Arbitraries.integers().between(-4, 4).map(i -> i / 2.0);
    }

    /** Conditions on {@code axis}, nested to some depth. */
    static Arbitrary<Condition> conditions(Axis axis) {
        return conditions(
                axis.name(), axis.isNumeric() ? numbers() : Arbitraries.of("Euler", "RK4", "RK6", "Heun", ""));
    }

    /** Conditions on the ids of {@code space}, and on ids beyond. */
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
                Arbitraries.integers().between(-20, 20).map(Spaces::tenth),
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
