package io.github.spikesweep.sweep.rows;

import static io.github.spikesweep.sweep.Sweeps.HH;
import static io.github.spikesweep.sweep.Sweeps.MODELLESS;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.space.Condition;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.Relation;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.output.Column;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows as the engine simulates them. */
class RowReaderTest {
    private static final String SCAN = """
            name: x
            neuron: HHDoubleRK4
            duration: 50
            step: 0.01
            input: 0.1
            constants: {area: 7.854e-3}
            parameters: {gna: density * area}
            sweep: {density: {linspace: [50, 200, 20]}}
            """;

    private static final String NOISY = SHORT + """
            noise: {kind: ornstein-uhlenbeck, sigma: s, tau: 2}
            sweep: {s: [0, 0.01, 0.02], gna: [0.9, 1]}
            outputs: [v_final]
            """;

    @Test
    void columnsThatNeedNoSimulationCauseNone() {
        SweepDefinition definition = read(SCAN);
        RowReader reader = new RowReader(definition, RowSet.of(definition), List.of("density", "id"));
        assertTrue(reader.next());
        assertEquals(20, reader.rows());
        assertEquals(57.89473684210526, reader.getDouble(0, 1));
        assertEquals(19, reader.getLong(1, 19));
        assertFalse(reader.isNull(0, 0));
        assertFalse(reader.next());
        assertEquals(0, reader.rows());
        assertEquals(0, reader.neuronSteps());
    }

    @Test
    void onlyTheSelectedRowsAreSimulated() {
        SweepDefinition definition = read(SCAN);
        RowSet dense = RowSet.of(definition).where(List.of(Condition.compare("density", Relation.GREATER, 180)));
        RowReader reader = new RowReader(definition, dense, List.of("status"));
        assertTrue(reader.next());
        assertEquals(3, reader.rows());
        assertEquals(3 * 5_000, reader.neuronSteps());
    }

    /** Blocks in any order and of any size have the values that they have one after the other. */
    @Test
    void blocksCanBeReadByTheirPlaces() {
        SweepDefinition definition = read(SCAN + "outputs: [v_final]\n");
        RowReader whole = new RowReader(definition, RowSet.of(definition), List.of("id", "v_final"));
        assertTrue(whole.next());
        RowReader parts = new RowReader(definition, RowSet.of(definition), List.of("id", "v_final"));
        assertFalse(parts.read(IndexRanges.of(0, 0)));
        for (int[] part : new int[][] {{11, 20}, {0, 4}, {4, 11}}) {
            assertTrue(parts.read(IndexRanges.of(part[0], part[1])));
            assertEquals(part[1] - part[0], parts.rows());
            for (int row = 0; row < parts.rows(); row++) {
                assertEquals(part[0] + row, parts.getLong(0, row));
                assertEquals(whole.getDouble(1, part[0] + row), parts.getDouble(1, row));
            }
        }
        assertEquals(whole.neuronSteps(), parts.neuronSteps());
    }

    @Test
    void slicesAndColumnsNeverChangeAValue() {
        SweepDefinition definition = read(SCAN + "outputs: [spike_count, isi_cv, v_min, v_final, spike_times_ms]\n");
        RowSet all = RowSet.of(definition);
        List<Map<String, Object>> whole = Rows.of(definition, all, Sweeps.columns(definition));
        List<Map<String, Object>> parts = Rows.parts(all, 7).stream()
                .flatMap(slice -> Rows.of(definition, slice, Sweeps.columns(definition)).stream())
                .toList();
        assertEquals(whole, parts);
        for (String column : Sweeps.columns(definition)) {
            List<Map<String, Object>> alone = Rows.of(definition, all, List.of(column));
            for (int row = 0; row < whole.size(); row++) {
                assertEquals(whole.get(row).get(column), alone.get(row).get(column), column);
            }
        }
    }

    @Test
    void rowIsTheSameHoweverItIsWritten() {
        Map<String, Object> row = only(read(SHORT + "parameters: {gna: 0.8}\ninitial: {v: -60}\n"));
        assertTrue((int) row.get("spike_count") > 0);
        assertEquals(row, only(read(SHORT + "constants: {k: 0.4}\nparameters: {gna: 2 * k}\ninitial: {v: -60}\n")));
        assertEquals(row, except(only(read(SHORT + "sweep: {gna: [0.8], v: [-60]}\n")), "gna", "v"));
        assertEquals(
                row,
                except(
                        only(read(SHORT + "sweep: {k: [0.4]}\nparameters: {gna: 2 * k}\ninitial: {v: -24 / k}\n")),
                        "k"));
        Map<String, Object> swept = only(read("""
                name: x
                model: HH
                duration: 10
                parameters: {gna: 0.8}
                initial: {v: -60}
                sweep: {input: [0.1], step: [0.01], integrator: [RK4], precision: [double]}
                """));
        assertEquals(row, except(swept, "input", "step", "integrator", "precision"));
    }

    @Test
    void inputMayDependOnTheTimeAndAxes() {
        List<Map<String, Object>> rows = rows(read(MODELLESS + """
                model: HH
                sweep: {gk: [0.3, 0.35], from: [3, 100]}
                input: gk * min(1, max(0, 10 * (t - from)))
                """));
        assertEquals(4, rows.size());
        for (int row : List.of(0, 2)) {
            assertTrue((double) rows.get(row).get("first_spike_ms") > 3);
        }
        for (int row : List.of(1, 3)) {
            assertEquals(0, rows.get(row).get("spike_count"));
            assertEquals(null, rows.get(row).get("first_spike_ms"));
        }
        // The axis gk is also a parameter of the model: with another name the bits are the same.
        List<Map<String, Object>> renamed = rows(read(MODELLESS + """
                model: HH
                parameters: {gk: k}
                sweep: {k: [0.3, 0.35], from: [3, 100]}
                input: k * min(1, max(0, 10 * (t - from)))
                """));
        for (int row = 0; row < 4; row++) {
            assertEquals(except(rows.get(row), "gk"), except(renamed.get(row), "k"));
        }
    }

    @Test
    void columnsOfAVariableAreNullForModelsWithoutIt() {
        List<Map<String, Object>> rows =
                rows(read(MODELLESS + "sweep: {model: [HH, HR], precision: [double, float]}\n"));
        assertEquals(
                List.of("HH", "HH", "HR", "HR"),
                rows.stream().map(row -> row.get("model")).toList());
        for (Map<String, Object> row : rows) {
            boolean hh = row.get("model").equals("HH");
            assertEquals(hh, row.get("v_final") != null);
            assertEquals(!hh, row.get("x_min") != null);
            assertEquals("ok", row.get("status"));
        }
    }

    @Test
    void transientIsLeftOutOfCountAndFrequency() {
        Map<String, Object> whole = only(read(HH + "duration: 100\nstep: 0.01\n"));
        Map<String, Object> later = only(read(HH + "duration: 100\nstep: 0.01\ntransient: 60\n"));
        assertEquals((int) whole.get("spike_count") / 0.1, whole.get("frequency_hz"));
        assertEquals((int) later.get("spike_count") / 0.04, later.get("frequency_hz"));
        assertTrue((int) later.get("spike_count") < (int) whole.get("spike_count"));
        assertTrue((double) later.get("first_spike_ms") > 60);
        assertEquals(whole.get("last_spike_ms"), later.get("last_spike_ms"));
        assertEquals(whole.get("v_final"), later.get("v_final"));
    }

    @Test
    void divergedRowsHaveNoFeatures() {
        SweepDefinition definition = read(SHORT
                + "sweep: {k: [0, 1, 1e300]}\nparameters: {gl: 2e-3 / k}\noutputs: [spike_count, spike_times_ms]\n");
        List<Map<String, Object>> rows = rows(definition);
        assertEquals("diverged", rows.get(0).get("status")); // gl is infinite
        assertEquals(null, rows.get(0).get("spike_count"));
        assertEquals(null, rows.get(0).get("spike_times_ms"));
        assertEquals(0.0, rows.get(0).get("diverged_at_ms"));
        assertEquals(0.0, rows.get(0).get("k"));
        assertEquals(null, rows.get(1).get("diverged_at_ms"));
        assertEquals("ok", rows.get(1).get("status"));
        assertEquals("ok", rows.get(2).get("status"));
        SweepDefinition burst = read(MODELLESS + "model: HH\nsweep: {input: [0.1, 1e9]}\n");
        RowReader reader = new RowReader(burst, RowSet.of(burst), List.of("status", "spike_count", "diverged_at_ms"));
        assertTrue(reader.next());
        assertTrue(reader.isNull(2, 0));
        assertTrue(reader.getDouble(2, 1) > 0 && reader.getDouble(2, 1) <= 10);
        assertEquals("diverged", reader.getString(0, 1));
        assertTrue(reader.isNull(1, 1));
        assertEquals(1, reader.divergedRows());
        assertEquals(reader.getInt(1, 0), reader.spikes());
    }

    @Test
    void adaptiveRowsAgreeWithSmallStepsAndCountTheirOwn() {
        SweepDefinition adaptive = read("""
                name: x
                neuron: HHDoubleDormandPrince
                duration: 50
                tolerance: 1e-10
                input: 0.1
                outputs: [spike_count, last_spike_ms]
                """);
        RowReader reader = new RowReader(adaptive, RowSet.of(adaptive), Sweeps.columns(adaptive));
        assertTrue(reader.next());
        Map<String, Object> fixed = only(read(HH + "duration: 50\nstep: 0.001\n"));
        assertEquals(fixed.get("spike_count"), reader.getInt(1, 0));
        assertEquals((double) fixed.get("last_spike_ms"), reader.getDouble(2, 0), 1e-3);
        assertTrue(reader.neuronSteps() > 100 && reader.neuronSteps() < 50_000);
    }

    @Test
    void noiseOfARowDependsOnItsIdAlone() {
        SweepDefinition definition = read(NOISY);
        RowSet all = RowSet.of(definition);
        List<Map<String, Object>> whole = Rows.of(definition, all, Sweeps.columns(definition));
        List<Map<String, Object>> parts = Rows.parts(all, 6).stream()
                .flatMap(slice -> Rows.of(definition, slice, Sweeps.columns(definition)).stream())
                .toList();
        assertEquals(whole, parts);
        assertNotEquals(whole, rows(read(NOISY.replace("tau: 2", "tau: 2, seed: 2"))));
        assertEquals(
                whole.get(1).get("v_final"),
                only(read(SHORT + "parameters: {gna: 1}\n")).get("v_final"));
    }

    @Test
    void blocksHoldAllRowsInOrder() {
        SweepDefinition definition = read(SHORT + "sweep: {gna: {linspace: [0.5, 1.5, 10000]}}\n");
        RowReader reader = new RowReader(definition, RowSet.of(definition), List.of("id", "gna"));
        long next = 0;
        while (reader.next()) {
            assertTrue(reader.rows() == 16 * Simulator.MOST_LANES || next + reader.rows() == 10_000);
            for (int row = 0; row < reader.rows(); row++) {
                assertEquals(next++, reader.getLong(0, row));
            }
        }
        assertEquals(10_000, next);
    }

    @Test
    void spikeTimesAreThoseThatWereCounted() {
        Map<String, Object> row = only(read(HH + "duration: 100\nstep: 0.01\noutputs: [spike_count, first_spike_ms,"
                + " last_spike_ms, isi_mean_ms, isi_frequency_hz, spike_times_ms]\n"));
        List<?> times = (List<?>) row.get("spike_times_ms");
        assertEquals(row.get("spike_count"), times.size());
        assertEquals(row.get("first_spike_ms"), times.get(0));
        assertEquals(row.get("last_spike_ms"), times.get(times.size() - 1));
        assertEquals(
                ((double) row.get("last_spike_ms") - (double) row.get("first_spike_ms")) / (times.size() - 1),
                (double) row.get("isi_mean_ms"),
                1e-9);
        assertEquals(1000 / (double) row.get("isi_mean_ms"), row.get("isi_frequency_hz"));
    }

    @Test
    void noIntervalHasNoFrequency() {
        Map<String, Object> row = only(read(HH + "duration: 100\nstep: 0.01\ntransient: 90\noutputs: [spike_count,"
                + " frequency_hz, isi_mean_ms, isi_frequency_hz]\n"));
        assertTrue((int) row.get("spike_count") < 2, row::toString);
        assertEquals((int) row.get("spike_count") * 100.0, row.get("frequency_hz"));
        assertNull(row.get("isi_mean_ms"));
        assertNull(row.get("isi_frequency_hz"));
    }

    @Test
    void replicatesAreWholeNumbers() {
        SweepDefinition definition = read(
                SHORT
                        + "sweep: [{replicates: 3}]\nnoise: {kind: ornstein-uhlenbeck, sigma: 0.1, tau: 1}\noutputs: [spike_count]\n");
        assertEquals(Column.Type.LONG, definition.columns().get(1).type());
        RowReader reader = new RowReader(definition, RowSet.of(definition), List.of("replicate", "id"));
        assertTrue(reader.next());
        for (int row = 0; row < 3; row++) {
            assertEquals(row, reader.getLong(0, row));
            assertEquals(row, reader.getLong(1, row));
        }
    }

    @Test
    void onlyColumnsThatAreThereCanBeWanted() {
        SweepDefinition definition = read(SHORT);
        RowSet all = RowSet.of(definition);
        assertThrows(IllegalArgumentException.class, () -> new RowReader(definition, all, List.of("v_maximum")));
    }

    private static List<Map<String, Object>> rows(SweepDefinition definition) {
        return Rows.of(definition, RowSet.of(definition), Sweeps.columns(definition));
    }

    private static Map<String, Object> only(SweepDefinition definition) {
        List<Map<String, Object>> rows = rows(definition);
        assertEquals(1, rows.size());
        return rows.get(0);
    }

    private static Map<String, Object> except(Map<String, Object> row, String... columns) {
        Map<String, Object> rest = new java.util.LinkedHashMap<>(row);
        List.of(columns).forEach(rest::remove);
        return rest;
    }
}
