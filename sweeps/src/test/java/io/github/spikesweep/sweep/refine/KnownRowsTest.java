package io.github.spikesweep.sweep.refine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.rows.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows of a grid are simulated, if classes are given by a rule instead of a simulation. */
class KnownRowsTest {
    private static final String REFINE = "parameters: {vk: -77}\nrefine: {by: spike_count >= 1, coarse: ";

    private static final String LINE = "sweep: {gna: {linspace: [0, 1, 101]}}\n" + REFINE + "16}\n";
    private static final String PLANE =
            "sweep: {gna: {linspace: [0, 1, 33]}, gk: {linspace: [1, 0, 30]}}\n" + REFINE + "8}\n";
    private static final String APART = "sweep: {model: [HH, HHArea], gna: {linspace: [0, 1, 21]}, gl: [1, 2, 3],"
            + " gk: {linspace: [0, 1, 14]}}\n" + REFINE + "{gk: 4, gna: 5}}\n";
    private static final String SOLID = "sweep: {gna: {linspace: [0, 1, 13]}, gk: {linspace: [0, 1, 9]},"
            + " gl: {linspace: [0, 1, 11]}}\n" + REFINE + "4}\n";
    private static final String FOUR = "sweep: {gna: {linspace: [0, 1, 9]}, gk: {linspace: [0, 1, 8]},"
            + " gl: {linspace: [0, 1, 9]}, cm: {linspace: [0, 1, 7]}}\n" + REFINE + "3}\n";
    private static final String HOLES = PLANE + "where: [gna > 0.3, gk < 0.8, gna + gk < 1.4]\n";
    private static final String THIN = PLANE + "where: [gna == 0.5, gna * gk >= 0]\n";

    private static String refine(String coarse) {
        return REFINE + coarse + "}\n";
    }

    private SweepDefinition definition;
    private RefinedGrid grid;
    private RowSet rows;

    private void read(String text) {
        String own = text.contains("model:") ? "name: x\nduration: 10\nstep: 0.01\n" : Sweeps.SHORT;
        definition = Sweeps.read(own + text);
        rows = RowSet.of(definition);
        grid = RefinedGrid.of(definition, rows);
    }

    /** What a row is, by the values along its axes. */
    private interface Rule {
        int of(double... values);
    }

    private int classOf(long id, Rule rule) {
        Point point = new Point(definition.space(), id);
        List<Double> values = new ArrayList<>();
        for (int axis = 0; axis < definition.space().axes().size(); axis++) {
            values.add(
                    definition.space().axes().get(axis).isNumeric()
                            ? point.value(axis)
                            : point.name(axis).length() / 10.0);
        }
        return rule.of(values.stream().mapToDouble(value -> value).toArray());
    }

    /** Simulates round by round; in each only a random part, if {@code random} is given. */
    private Map<Long, Integer> simulate(Rule rule, List<Random> random) {
        Map<Long, Integer> simulated = new HashMap<>();
        for (IndexRanges next = known(simulated).next();
                !next.isEmpty();
                next = known(simulated).next()) {
            for (long k = 0; k < next.count(); k++) {
                long id = rows.candidates().idAt(next.at(k));
                assertTrue(rows.contains(id));
                if (random.isEmpty() || k == 0 || random.get(0).nextBoolean()) {
                    assertFalse(simulated.containsKey(id), "a row is simulated once");
                    simulated.put(id, classOf(id, rule));
                }
            }
        }
        return simulated;
    }

    private KnownRows known(Map<Long, Integer> simulated) {
        KnownRows known = new KnownRows(grid);
        simulated.forEach(known::add);
        return known;
    }

    private Map<Long, Long> filled(Map<Long, Integer> simulated) {
        Map<Long, Long> filled = new TreeMap<>();
        known(simulated).fill((id, nearest) -> {
            assertTrue(rows.contains(id) && simulated.containsKey(nearest) && !simulated.containsKey(id));
            assertEquals(null, filled.put(id, nearest), "a row is filled in once");
        });
        return filled;
    }

    private List<Long> ids() {
        return LongStream.range(0, rows.candidates().size())
                .filter(rows::keeps)
                .map(rows.candidates()::idAt)
                .boxed()
                .toList();
    }

    private static final Rule HALF =
            values -> 3 * values[0] + values[values.length - 1] * values[values.length - 1] > 1.3 ? 1 : 0;
    private static final Rule STRIPES = values -> (int) (7 * values[0] + 2 * values[values.length - 1]);
    private static final Rule SPECKLED =
            values -> Double.hashCode(values[0] + 3 * values[values.length - 1]) % 13 == 0 ? 1 : 0;

    @ParameterizedTest
    @ValueSource(strings = {LINE, PLANE, APART, SOLID, FOUR, HOLES, THIN})
    void everyCellThatHasClassesIsSimulatedWhole(String text) {
        read(text);
        for (Rule rule : List.of(HALF, STRIPES, SPECKLED)) {
            Map<Long, Integer> simulated = simulate(rule, List.of());
            Map<Long, Long> filled = filled(simulated);
            TreeSet<Long> all = new TreeSet<>(simulated.keySet());
            all.addAll(filled.keySet());
            assertEquals(ids(), List.copyOf(all), "every row is simulated or filled in");
            Map<Long, Integer> classes = new HashMap<>(simulated);
            filled.forEach((id, nearest) -> classes.put(id, simulated.get(nearest)));
            for (List<Long> cell : cells()) {
                boolean mixed = cell.stream().map(classes::get).distinct().count() > 1;
                assertTrue(!mixed || simulated.keySet().containsAll(cell), () -> "the cell of rows " + cell);
            }
        }
    }

    /** The cells of the full grid: neighbouring rows along the refined axes. */
    private List<List<Long>> cells() {
        List<List<Long>> cells = new ArrayList<>();
        for (long id : ids()) {
            List<Long> cell = List.of(id);
            for (RefinedGrid.Along axis : grid.axes()) {
                List<Long> wider = new ArrayList<>(cell);
                for (long corner : cell) {
                    if (corner / axis.stride() % axis.size() + 1 < axis.size()
                            && rows.contains(corner + axis.stride())) {
                        wider.add(corner + axis.stride());
                    }
                }
                cell = wider;
            }
            cells.add(cell);
        }
        return cells;
    }

    @ParameterizedTest
    @ValueSource(strings = {LINE, PLANE, APART, SOLID, FOUR})
    void whatHasOneBoundaryIsToldRight(String text) {
        read(text);
        Map<Long, Integer> simulated = simulate(HALF, List.of());
        filled(simulated).forEach((id, nearest) -> assertEquals(classOf(id, HALF), simulated.get(nearest)));
        assertTrue(simulated.size() < 0.75 * ids().size(), simulated.size() + " of " + ids().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {LINE, PLANE, APART, SOLID, HOLES})
    void itDoesNotMatterWhereARunIsInterrupted(String text) {
        read(text);
        for (Rule rule : List.of(HALF, STRIPES, SPECKLED)) {
            Map<Long, Integer> whole = simulate(rule, List.of());
            for (int seed = 1; seed <= 3; seed++) {
                assertEquals(whole, simulate(rule, List.of(new Random(seed))));
            }
        }
    }

    /** Halving 16 values in each of which one boundary lies takes four rounds of one row. */
    @Test
    void alongALineItBisects() {
        read(LINE);
        Map<Long, Integer> simulated = simulate(values -> values[0] > 0.725 ? 1 : 0, List.of());
        // 0, 16, 32, 48, 64, 80, 96, 100; between 64 and 80 then 72, between 72 and 80 76, 74, and 73.
        assertEquals(
                new TreeSet<>(List.of(0L, 16L, 32L, 48L, 64L, 80L, 96L, 100L, 72L, 76L, 74L, 73L)),
                new TreeSet<>(simulated.keySet()));
        assertEquals(8, grid.coarsePoints());
        assertEquals(64, filled(simulated).get(68L), "the lower of two that are as near");
        assertEquals(72, filled(simulated).get(69L));
    }

    @Test
    void anIslandBetweenCoarsePointsIsNotSeen() {
        read(PLANE);
        Rule island = values -> Math.abs(values[0] - 0.36) < 0.04 && Math.abs(values[1] - 0.6) < 0.04 ? 1 : 0;
        assertTrue(ids().stream().anyMatch(id -> classOf(id, island) == 1));
        assertEquals(5 * 5, simulate(island, List.of()).size());
    }

    /** It shows on the coarse grid only at one end, and is followed through the faces of boxes. */
    @Test
    void aTongueIsFollowedWhereItCrossesFaces() {
        read(PLANE);
        Rule tongue = values -> Math.abs(values[1] - 0.9 * values[0] - 0.05) < 0.05 ? 1 : 0;
        Map<Long, Integer> simulated = simulate(tongue, List.of());
        filled(simulated).forEach((id, nearest) -> assertEquals(classOf(id, tongue), simulated.get(nearest)));
    }

    @Tag("thorough")
    @Test
    void whatWouldBeTooMuchIsRefused() {
        String huge = "sweep: {gna: {linspace: [0, 1, 1000000]}, gk: {linspace: [0, 1, 1000000]}}\n";
        assertFault("'refine': the coarse grid has 3.9e+09 rows; at most 10^7 are accepted", huge + refine("16"));
        assertFault(
                "'refine' has to ask each of 1.0e+12 combinations whether 'where' keeps it",
                huge + "where: gna > 2 * gk\n" + refine("1000"));
        assertFault("'fill' writes every row, and there are 1.0e+12", huge + refine("1000, fill: true"));
        assertFault("an audit goes through all rows", huge + "audit: {fraction: 0.1}\n" + refine("1000"));
        read(huge + refine("1000"));
        assertEquals(1001.0 * 1001, grid.coarsePoints(), 2002);
    }

    private void assertFault(String message, String text) {
        String found = assertThrows(InputException.class, () -> read(text)).getMessage();
        assertTrue(found.startsWith(message), found);
    }
}
