package io.github.spikesweep.sweep.rows;

import static io.github.spikesweep.sweep.Sweeps.MODELLESS;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.space.Condition;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.Relation;
import io.github.spikesweep.sweep.Constraint;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.reading.SweepReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The {@code where} of a sweep file. */
class ConstraintTest {
    private static final String GRID = SHORT + "constants: {k: 2}\nsweep: {gna: [1, 2, 3, 4], gk: [1, 2, 3]}\n";
    private static final String KINDS =
            MODELLESS + "sweep: {model: [HH, HR], precision: [double, float], integrator: [RK4, Euler]}\n";

    @Test
    void keepsTheIdsOfWhatItKeeps() {
        List<Map<String, Object>> all = rows(read(GRID));
        for (String where :
                List.of("gna > gk", "gna > k * gk", "gna == 2", "3 <= gna", "gna - 1", "(gna > 1)*(gk < 3)")) {
            List<Map<String, Object>> kept = rows(read(GRID + "where: " + where + "\n"));
            assertTrue(kept.size() < 12 && !kept.isEmpty(), where);
            assertTrue(all.containsAll(kept), where);
        }
        assertEquals(List.of(3L, 6L, 7L, 9L, 10L, 11L), ids(GRID + "where: gna > gk\n"));
        assertEquals(List.of(6L, 9L), ids(GRID + "where: gna > k * gk\n"));
    }

    @Test
    void ofAListAllMustHold() {
        assertEquals(List.of(10L), ids(GRID + "where: [gna > gk, gna > 3, gk == k]\n"));
    }

    @Test
    void comparesNamesWithEquality() {
        assertEquals(List.of(4L, 5L, 6L, 7L), ids(KINDS + "where: model == HR\n"));
        assertEquals(List.of(0L, 2L, 4L, 6L), ids(KINDS + "where: Euler != integrator\n"));
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 6L), ids(KINDS + "where: \"max(model == HH, integrator == RK4)\"\n"));
        assertEquals(List.of(2L), ids(KINDS + "where: [model == HH, precision == float, integrator == RK4]\n"));
    }

    @Test
    void dropsWhereItIsNoNumber() {
        assertEquals(List.of(9L, 10L, 11L), ids(GRID + "where: sqrt(gna - 3) > 0\n"));
    }

    @Test
    void oneOnASingleAxisIsAnsweredByArithmetic() {
        RowSet rows =
                RowSet.of(read(SHORT + "sweep: {gna: {linspace: [0, 1, 1000000001]}, gk: {linspace: [0, 1, 1000]}}\n"
                        + "where: gna <= 0.5\n"));
        assertFalse(rows.isFiltered());
        assertEquals(new RowCount(500_000_001_000L, true), rows.count());
    }

    @Tag("thorough")
    @Test
    void shareOfManyRowsIsEstimated() {
        RowSet rows =
                RowSet.of(read(SHORT + "sweep: {gna: {linspace: [0, 1, 1000000]}, gk: {linspace: [0, 1, 1000000]}}\n"
                        + "where: gna > gk\n"));
        assertTrue(rows.isFiltered());
        RowCount count = rows.count();
        assertFalse(count.exact());
        assertEquals(5e11, (double) count.rows(), 5e9);
    }

    @Test
    void theDensityOfSomeCandidatesIsThatAmongThem() {
        RowSet rows =
                chosen(SHORT + "sweep: {gna: {linspace: [0, 1, 200]}, gk: {linspace: [0, 1, 200]}}\n", "gna > gk");
        assertEquals(0.5, rows.density(IndexRanges.all(rows.candidates().size())), 0.02);
        assertEquals(3 / 200.0, rows.density(IndexRanges.of(600, 800)));
        assertEquals(1 / 200.0, rows.density(IndexRanges.of(0, 200)), "never 0");
        assertEquals(
                1,
                chosen(SHORT + "sweep: {gna: {linspace: [0, 1, 200]}}\n", "gna > 0.5")
                        .density(IndexRanges.all(5)));
    }

    @Test
    void conditionsOnManyUnsortedValuesAreAskedOfEachRow() {
        RowSet rows =
                RowSet.of(read(SHORT + "sweep:\n- sample: {method: uniform, count: 200000, within: {gna: [0, 1]}}\n"));
        RowSet upper = rows.where(List.of(Condition.compare("gna", Relation.GREATER, 0.75)));
        assertTrue(upper.isFiltered());
        assertEquals(50_000, (double) upper.count().rows(), 1_000);
        assertTrue(upper.count().exact());
    }

    @Test
    void partOfADefinition() {
        assertNotEquals(hash(read(GRID)), hash(read(GRID + "where: gna > gk\n")));
        assertEquals(List.of(3L, 6L, 7L), rowIds(read(GRID, "where=[gna > gk, gna < 4]")));
    }

    /** {@code 3 * 0.1} is 0.30000000000000004 in binary. */
    @Test
    void decimalsMeanTheValuesThatTheAxisHas() {
        String tenths = SHORT + "constants: {c: 0.3}\nsweep: {gna: {range: [0, 1, 0.1]}}\n";
        assertEquals(List.of(0L, 1L, 2L, 3L), ids(tenths + "where: gna <= 0.3\n"));
        assertEquals(List.of(3L), ids(tenths + "where: gna == 0.3\n"));
        assertEquals(List.of(3L), ids(tenths + "where: gna == c\n"));
        assertEquals(List.of(4L, 5L, 6L, 7L, 8L, 9L, 10L), ids(tenths + "where: gna > 0.3\n"));
        String centred = SHORT + "sweep: {vl: {linspace: [-65.4, -65, 5]}}\n";
        assertEquals(List.of(0L, 1L), ids(centred + "where: vl <= -65.3\n"));
        assertEquals(List.of(1L), ids(centred + "where: -65.3 == vl\n"));
        RowSet rows = RowSet.of(read(centred + "where: vl <= -65.3\n"));
        assertFalse(rows.isFiltered());
    }

    @Test
    void whatNoValueEqualsIsToldWithTheNearestValues() {
        String tenths = SHORT + "sweep: {gna: {range: [0, 1, 0.1]}, gk: [3, 1, 2]}\n";
        String miss = "x.yaml:7:8: 'where': no value of ";
        assertEquals(miss + "'gna' is 0.35; nearest: 0.3 and 0.4", fault(tenths + "where: gna == 0.35\n"));
        assertEquals(
                miss + "'gna' is 0.30000000000000004; nearest: 0.3 and 0.4", fault(tenths + "where: 3*0.1 == gna\n"));
        assertEquals(miss + "'gna' is -2; nearest: 0", fault(tenths + "where: gna == -2\n"));
        assertEquals(miss + "'gna' is 1.5; nearest: 1", fault(tenths + "where: gna == 1.5\n"));
        assertEquals(miss + "'gk' is 2.5; nearest: 2 and 3", fault(tenths + "where: gk == 2.5\n"));
        assertEquals(miss + "'gk' is 2.5; nearest: 2 and 3", fault(tenths + "where: \"max(gna == 0.3, gk == 2.5)\"\n"));
        assertEquals(33, ids(tenths + "where: gna != 0.35\n").size());
    }

    /** Conditions put NaN above every number, expressions compare nothing with it. */
    @Test
    void nothingIsLessThanWhatIsNoNumber() {
        assertEquals("x.yaml:8:8: 'where' keeps none of the 12 combinations", fault(GRID + "where: gna < 0/0\n"));
    }

    @Test
    void refusesWhatCannotBeUnderstood() {
        assertEquals(
                "x.yaml:8:8: 'where' uses no axis, found '1 > 0'; accepted: gna, gk", fault(GRID + "where: 1 > 0\n"));
        assertEquals("x.yaml:8:8: 'where' is empty; leave it out to keep every row", fault(GRID + "where: []\n"));
        assertEquals(
                "x.yaml:8:14: unknown name 'gl'; did you mean 'gk'? (k, gna, gk)", fault(GRID + "where: gna > gl\n"));
        assertEquals("x.yaml:8:8: 'where' keeps none of the 12 combinations", fault(GRID + "where: gna > 9 * gk\n"));
        assertEquals("x.yaml:8:8: 'where' keeps none of the 12 combinations", fault(GRID + "where: gna > 9\n"));
        assertEquals(
                "x.yaml:5:8: 'where' uses 'model' as a number; compare an axis of names with one of its names, as in model == HH",
                fault(KINDS + "where: model > 1\n"));
        assertEquals(
                "x.yaml:5:8: 'where' compares 'model' with 'RK4', which is not one of its values; accepted: HH, HR",
                fault(KINDS + "where: model == RK4\n"));
        assertEquals(
                "x.yaml:5:8: 'where' compares 'model' with an expression, which is not one of its values; accepted: HH, HR",
                fault(KINDS + "where: model == 1\n"));
        assertEquals("x.yaml:8:8: 'where' must be a single value, found a mapping", fault(GRID + "where: {gna: 1}\n"));
    }

    @Test
    void membershipIsOneOfSeveralEqualities() {
        assertEquals(List.of(0L, 1L, 2L, 9L, 10L, 11L), ids(GRID + "where: gna in [1, k + 2]\n"));
        assertEquals(List.of(4L, 7L), ids(GRID + "where: gna not in [1, 4] and gk in [2]\n"));
        assertEquals(8, ids(KINDS + "where: model in [HH, HR]\n").size());
        assertEquals("x.yaml:8:8: 'where': no value of 'gna' is 9; nearest: 4", fault(GRID + "where: gna in [1, 9]\n"));
    }

    /** Conditions that are answered by arithmetic keep what the expression keeps. */
    @Test
    void theRowsOfTheOptionAreThoseWhoseConditionHolds() {
        SweepDefinition grid = read(GRID);
        List<String> names = List.of("id", "gna", "gk", "k");
        for (String condition : List.of(
                "id < 5",
                "id <= 4.5",
                "4.5 < id",
                "id >= 4.5",
                "id != 3",
                "id in [0, 11, 400]",
                "not id > 3",
                "mod(id, 5) == 2",
                "id > 2 and id < 9 and gna < 4",
                "gna in [1, 3] and not gk == 2",
                "id == 2 or gna == 4",
                "gna > 1 or gna > gk",
                "not (gna > 1 and gk < 3)",
                "id - 3",
                "(id > 3) * gna > 2",
                "gk and gna - 1",
                "k * gk < gna and id > 6",
                "id == 2^3",
                "id < 10^300",
                "not id - 3",
                "not not gk - 1")) {
            Expression parsed = ExpressionParser.parse(condition, Position.startOf("x"), names);
            List<Long> expected = LongStream.range(0, grid.space().size())
                    .filter(id -> {
                        Point point = new Point(grid.space(), id);
                        return Constraint.keeps(Evaluator.evaluate(parsed, name -> switch (name) {
                            case "id" -> id;
                            case "k" -> 2;
                            default -> point.value(name.equals("gna") ? 0 : 1);
                        }));
                    })
                    .boxed()
                    .toList();
            RowSet rows = chosen(GRID, condition);
            assertEquals(
                    expected,
                    LongStream.range(0, rows.candidates().size())
                            .filter(rows::keeps)
                            .mapToObj(rows.candidates()::idAt)
                            .toList(),
                    condition);
        }
        assertFalse(chosen(GRID, "id > 2 and id < 9 and gna in [1, 2]").isFiltered());
        assertEquals(
                2, chosen(GRID + "where: gna > gk\n", "id in [3, 4, 6]").count().rows());
    }

    @Test
    void theOptionSaysWhatItCannotUse() {
        assertEquals(
                "--where:1:7: 'spike_count' is a result; the rows to simulate can only depend on id, gna, gk",
                assertThrows(InputException.class, () -> chosen(GRID, "gna > spike_count"))
                        .getMessage());
        assertEquals(
                "'where' and --where keep no row together",
                assertThrows(InputException.class, () -> chosen(GRID + "where: gna > 2\n", "gna < 2"))
                        .getMessage());
        String huge = SHORT + "sweep: {gna: {linspace: [0, 1, 1000000001]}, gk: {linspace: [0, 1, 1000000001]}}\n";
        assertEquals(
                "--where:1:1: --where cannot use 'id' in a sweep of more than 2^53 combinations",
                assertThrows(InputException.class, () -> chosen(huge, "id < 5")).getMessage());
        assertEquals(1_000_000_001, chosen(huge, "gna == 0.5").count().rows());
    }

    private static RowSet chosen(String text, String where) {
        return SweepReader.readRows(
                        "x.yaml", text.getBytes(StandardCharsets.UTF_8), Sweeps.NO_FILES, List.of(), Optional.of(where))
                .wanted();
    }

    private static List<Object> ids(String text) {
        return rowIds(read(text));
    }

    private static List<Object> rowIds(SweepDefinition definition) {
        List<Object> ids = new ArrayList<>();
        Rows.of(definition, RowSet.of(definition), List.of("id")).forEach(row -> ids.add(row.get("id")));
        return ids;
    }

    private static List<Map<String, Object>> rows(SweepDefinition definition) {
        return Rows.of(definition, RowSet.of(definition), Sweeps.columns(definition));
    }
}
