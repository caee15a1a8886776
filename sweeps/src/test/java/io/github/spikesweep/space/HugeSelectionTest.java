package io.github.spikesweep.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Selections with too many rows to list: checks some rows, each found separately. */
class HugeSelectionTest {
    private static final int TRIED = 20;

    /** A space, and conditions on its columns that need no filter. */
    record Query(ParameterSpace space, List<Condition> conditions) {
        Selection selection() {
            return Selection.all(space).where(conditions);
        }

        boolean isSatisfied(long id) {
            return conditions.stream().allMatch(condition -> condition.accepts(value(condition.column(), id)));
        }

        private Literal value(String column, long id) {
            if (column.equals(ParameterSpace.ID)) {
                return new Literal.Whole(id);
            }
            int axis = space.axis(column).orElseThrow();
            return new Literal.Real(space.axes().get(axis).value(space.indices(id)[space.blockOf(axis)]));
        }
    }

    @Provide
    Arbitrary<Query> queries() {
        return Spaces.hugeSpaces()
                .flatMap(space -> {
                    List<Arbitrary<Condition>> columns = new ArrayList<>(
                            space.axes().stream().map(Spaces::conditions).toList());
                    columns.add(Spaces.idConditions(space));
                    return Arbitraries.of(columns)
                            .flatMap(column -> column)
                            .filter(Selection.all(space)::answers)
                            .list()
                            .ofMaxSize(3)
                            .map(conditions -> new Query(space, conditions));
                })
                .withoutEdgeCases();
    }

    @Tag("thorough")
    @Property(tries = 500)
    void selectedRowsSatisfyTheConditionsAndRise(@ForAll("queries") Query query, @ForAll Random random) {
        Selection selection = query.selection();
        for (int i = 0; i < TRIED && selection.size() > 0; i++) {
            long k = Math.floorMod(random.nextLong(), selection.size());
            long id = selection.idAt(k);
            assertTrue(query.isSatisfied(id), () -> id + " of " + query);
            assertTrue(selection.contains(id));
            assertTrue(k == 0 || selection.idAt(k - 1) < id);
        }
    }

    @Tag("thorough")
    @Property(tries = 500)
    void rowsAreSelectedIfTheySatisfyTheConditions(@ForAll("queries") Query query, @ForAll Random random) {
        Selection selection = query.selection();
        for (int i = 0; i < TRIED; i++) {
            long id = Math.floorMod(random.nextLong(), query.space().size());
            assertEquals(query.isSatisfied(id), selection.contains(id), () -> id + " of " + query);
        }
    }

    /** Ids between two selected ones do not satisfy the conditions. */
    @Property(tries = 200)
    void nothingIsLeftOutBetweenSelectedRows(@ForAll("queries") Query query, @ForAll Random random) {
        Selection selection = query.selection();
        for (int i = 0; i < TRIED && selection.size() > 1; i++) {
            long k = Math.floorMod(random.nextLong(), selection.size() - 1);
            long gap = selection.idAt(k + 1) - selection.idAt(k);
            if (gap > 1) {
                long between = selection.idAt(k) + 1 + Math.floorMod(random.nextLong(), gap - 1);
                assertFalse(query.isSatisfied(between), () -> between + " of " + query);
            }
        }
    }

    @Tag("thorough")
    @Property(tries = 200)
    void orderOfConditionsAndSlicesChangeNoId(@ForAll("queries") Query query, @ForAll Random random) {
        Selection selection = query.selection();
        List<Condition> shuffled = new ArrayList<>(query.conditions());
        Collections.shuffle(shuffled, random);
        Selection stepwise = Selection.all(query.space());
        for (Condition condition : shuffled) {
            stepwise = stepwise.where(List.of(condition));
        }
        assertEquals(selection.size(), stepwise.size());
        if (selection.size() > 0) {
            long from = Math.floorMod(random.nextLong(), selection.size());
            Selection slice = stepwise.slice(from, selection.size());
            long within = Math.floorMod(random.nextLong(), slice.size());
            assertEquals(selection.size() - from, slice.size());
            assertEquals(selection.idAt(from + within), slice.idAt(within));
            assertEquals(from == 0, slice.contains(selection.idAt(0)));
        }
    }
}
