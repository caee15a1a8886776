package io.github.spikesweep.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sample.IndependentDraws;
import io.github.spikesweep.sample.Uniform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Compares selections with lists of the ids that satisfy the conditions, tested one by one. */
class SelectionTest {

    /** A space, and conditions on its columns. */
    record Query(ParameterSpace space, List<Condition> conditions) {
        Selection selection() {
            return Selection.all(space).where(conditions);
        }

        List<Long> satisfying() {
            return LongStream.range(0, space.size())
                    .filter(this::isSatisfied)
                    .boxed()
                    .toList();
        }

        private boolean isSatisfied(long id) {
            return conditions.stream().allMatch(condition -> condition.accepts(value(condition.column(), id)));
        }

        private Literal value(String column, long id) {
            if (column.equals(ParameterSpace.ID)) {
                return new Literal.Whole(id);
            }
            int axis = space.axis(column).orElseThrow();
            long index = space.indices(id)[space.blockOf(axis)];
            return space.axes().get(axis).isNumeric()
                    ? new Literal.Real(space.axes().get(axis).value(index))
                    : new Literal.Text(space.axes().get(axis).name(index));
        }
    }

    @Provide
    Arbitrary<Query> queries() {
        return Spaces.spaces()
                .flatMap(space -> {
                    List<Arbitrary<Condition>> columns = new ArrayList<>(
                            space.axes().stream().map(Spaces::conditions).toList());
                    columns.add(Spaces.idConditions(space));
                    return Arbitraries.of(columns)
                            .flatMap(column -> column)
                            .list()
                            .ofMaxSize(4)
                            .map(conditions -> new Query(space, conditions));
                })
                .withoutEdgeCases();
    }

    @Property(tries = 500)
    void selectsWhatSatisfiesTheConditions(@ForAll("queries") Query query) {
        assertEquals(query.satisfying(), ids(query.selection()));
    }

    @Property(tries = 200)
    void conditionsApplyInAnyOrderAndOneAfterAnother(@ForAll("queries") Query query) {
        Selection stepwise = Selection.all(query.space());
        for (int i = query.conditions().size() - 1; i >= 0; i--) {
            stepwise = stepwise.where(List.of(query.conditions().get(i)));
        }
        assertEquals(query.satisfying(), ids(stepwise));
    }

    @Property(tries = 200)
    void splittingKeepsEveryRowOnceAndInOrder(
            @ForAll("queries") Query query, @ForAll @IntRange(min = 1, max = 9) int most) {
        List<Selection> slices = slices(query.selection(), most);
        assertEquals(Math.min(most, query.selection().size()), slices.size());
        assertEquals(
                query.satisfying(),
                slices.stream().flatMap(slice -> ids(slice).stream()).toList());
        long fewest = slices.stream().mapToLong(Selection::size).min().orElse(0);
        assertTrue(slices.stream().allMatch(slice -> slice.size() - fewest <= 1));
    }

    @Property(tries = 200)
    void sliceHoldsTheRowsBetween(
            @ForAll("queries") Query query, @ForAll @IntRange(max = 400) int a, @ForAll @IntRange(max = 400) int b) {
        int size = (int) query.selection().size();
        int from = Math.min(a, b) % (size + 1);
        int to = Math.max(from, Math.max(a, b) % (size + 1));
        assertEquals(query.satisfying().subList(from, to), ids(query.selection().slice(from, to)));
    }

    @Property(tries = 200)
    void indicesAlongABlockIncludeThoseOfEveryRow(@ForAll("queries") Query query) {
        Selection selection = query.selection();
        for (int block = 0; block < query.space().blocks().size(); block++) {
            for (long id : query.satisfying()) {
                assertTrue(selection.along(block).contains(query.space().indices(id)[block]));
            }
        }
    }

    @Property(tries = 200)
    void containsWhatSatisfiesTheConditions(@ForAll("queries") Query query) {
        Selection selection = query.selection();
        for (long id = 0; id < query.space().size(); id++) {
            assertEquals(query.isSatisfied(id), selection.contains(id));
        }
    }

    @Property(tries = 300)
    void positionOfARowIsWhereItStands(@ForAll("queries") Query query) {
        Selection selection = query.selection();
        for (long k = 0; k < selection.size(); k++) {
            assertEquals(k, selection.positionOf(selection.idAt(k)));
        }
    }

    @Property(tries = 200)
    void idsOutsideOfTheSpaceAreNotContained(@ForAll("queries") Query query) {
        long size = query.space().size();
        for (long id : new long[] {-1, Long.MIN_VALUE, size, size + 1, 2 * size, Long.MAX_VALUE}) {
            assertFalse(query.selection().contains(id));
        }
    }

    @Test
    void lastAxisVariesFastest() {
        ParameterSpace space = Spaces.ofAxes(
                List.of(Spaces.axis("a", new NumberList(1, 2)), Spaces.axis("b", new NumberList(1, 2, 3))));
        assertEquals(6, space.size());
        assertEquals(4, space.id(1, 1));
        assertEquals(0, space.axis("a").orElseThrow());
        assertTrue(space.axis("c").isEmpty());
    }

    @Test
    void spaceWithoutAxesHasOneCombination() {
        assertEquals(List.of(0L), ids(Selection.all(Spaces.ofAxes(List.of()))));
    }

    @Test
    void spacePastTheLargestIdIsRefused() {
        Axis axis = Spaces.axis("a", new Linspace(0, 1, Numbers.MOST));
        Axis other = Spaces.axis("b", new Linspace(0, 1, 9223));
        Axis tooMany = Spaces.axis("b", new Linspace(0, 1, 9224));
        assertEquals(
                9_223_000_000_000_000_000L, Spaces.ofAxes(List.of(axis, other)).size());
        assertThrows(ArithmeticException.class, () -> Spaces.ofAxes(List.of(axis, tooMany)));
    }

    @Test
    void numbersCompareAsInSql() {
        Selection all = Selection.all(Spaces.ofAxes(List.of(Spaces.axis("a", new NumberList(3, -0.0, 0.0, -1)))));
        assertEquals(List.of(1L, 2L), ids(all.where(List.of(Condition.compare("a", Relation.EQUAL, 0)))));
        assertEquals(List.of(1L, 2L), ids(all.where(List.of(Condition.in("a", List.of(-0.0))))));
        assertEquals(List.of(3L), ids(all.where(List.of(Condition.compare("a", Relation.LESS, -0.0)))));
        assertEquals(
                4,
                all.where(List.of(Condition.compare("a", Relation.LESS, Double.NaN)))
                        .size());
        assertEquals(
                0,
                all.where(List.of(Condition.compare("a", Relation.EQUAL, Double.NaN)))
                        .size());
    }

    @Test
    void equalitiesThatNoValueMeetsAreTold() {
        ParameterSpace space = Spaces.ofAxes(List.of(
                Spaces.axis("a", new Stepped(1, -1, -0.1)),
                Spaces.axis("b", new Sampled(new IndependentDraws(1, 1_000_000), new Uniform(0, 1), 1_000_000)),
                Spaces.axis("model", new Labels(List.of("HH")))));
        String miss = "no value of 'a' is 0.35; nearest: 0.3 and 0.4";
        assertEquals(List.of(miss), space.misses(Condition.compare("a", Relation.EQUAL, 0.35)));
        assertEquals(List.of(miss), space.misses(Condition.in("a", List.of(0.3, 0.35, 1, -0.0))));
        assertEquals(
                List.of(miss),
                space.misses(Condition.or(
                        Condition.compare("a", Relation.EQUAL, 0.4), Condition.compare("a", Relation.EQUAL, 0.35))));
        assertEquals(
                List.of("no value of 'a' is 2; nearest: 1", "no value of 'a' is -2; nearest: -1"),
                space.misses(Condition.and(
                        Condition.compare("a", Relation.EQUAL, 2), Condition.compare("a", Relation.EQUAL, -2))));
        assertEquals(List.of(), space.misses(Condition.compare("a", Relation.LESS, 0.35)));
        assertEquals(List.of(), space.misses(Condition.compare("a", Relation.EQUAL, Double.NaN)));
        assertEquals(List.of(), space.misses(Condition.compare("b", Relation.EQUAL, 2)));
        assertEquals(List.of(), space.misses(Condition.compare("model", Relation.EQUAL, "HR")));
        assertEquals(List.of(), space.misses(Condition.compare("id", Relation.EQUAL, -1)));
    }

    @Test
    void literalsOfAnotherTypeAreNotAnswered() {
        Selection all = Selection.all(Spaces.ofAxes(
                List.of(Spaces.axis("a", new NumberList(1)), Spaces.axis("model", new Labels(List.of("HH"))))));
        assertFalse(all.answers(Condition.compare("a", Relation.EQUAL, "1")));
        assertFalse(all.answers(Condition.compare("a", Relation.LESS, Long.MAX_VALUE))); // no double is that number
        assertTrue(all.answers(Condition.compare("a", Relation.LESS, 1L << 53)));
        assertFalse(all.answers(Condition.compare("model", Relation.EQUAL, 1)));
        assertFalse(all.answers(Condition.compare("id", Relation.LESS, 2.5)));
        assertFalse(all.answers(Condition.compare("spike_count", Relation.LESS, 2)));
        assertThrows(
                IllegalArgumentException.class, () -> all.where(List.of(Condition.compare("id", Relation.LESS, 2.5))));
        assertThrows(IllegalArgumentException.class, () -> Condition.compare("a", Relation.LESS, true));
        assertThrows(
                IllegalArgumentException.class,
                () -> Condition.and(
                        Condition.compare("a", Relation.LESS, 1), Condition.compare("id", Relation.LESS, 1)));
    }

    @Test
    void millionsOfMillionsOfCombinationsAreSelectedAtOnce() {
        ParameterSpace space = Spaces.ofAxes(List.of(
                Spaces.axis("a", new Linspace(0, 1, 1_000_001)),
                Spaces.axis("b", new Logspace(1e-3, 1e3, 1_000_000)),
                Spaces.axis("c", new Stepped(0, 99, 1))));
        List<Condition> conditions = List.of(
                Condition.compare("a", Relation.GREATER, 0.5),
                Condition.compare("b", Relation.LESS_OR_EQUAL, 1),
                Condition.not(Condition.in("c", List.of(7, 8, 42))),
                Condition.compare("id", Relation.GREATER_OR_EQUAL, 60_000_000_000_000L));
        assertTimeout(Duration.ofSeconds(20), () -> {
            Selection selected = Selection.all(space).where(conditions);
            // a: indices 600,000 to 1,000,000, b: the lower half, c: 97 of 100
            assertEquals(400_001L * 500_000 * 97, selected.size());
            assertEquals(60_000_000_000_000L, selected.idAt(0));
            assertEquals(60_000_000_000_009L, selected.idAt(7));
            List<Selection> slices = slices(selected, 10_000);
            assertEquals(
                    selected.size(), slices.stream().mapToLong(Selection::size).sum());
        });
    }

    /** A selection in at most this many slices of nearly equal size. */
    private static List<Selection> slices(Selection selection, int most) {
        long count = Math.min(most, selection.size());
        return LongStream.range(0, count)
                .mapToObj(i -> selection.slice(bound(selection, i, count), bound(selection, i + 1, count)))
                .toList();
    }

    /** Where slice {@code i} of {@code count} begins. */
    private static long bound(Selection selection, long i, long count) {
        return selection.size() / count * i + Math.min(i, selection.size() % count);
    }

    private static List<Long> ids(Selection selection) {
        return LongStream.range(0, selection.size()).mapToObj(selection::idAt).toList();
    }
}
