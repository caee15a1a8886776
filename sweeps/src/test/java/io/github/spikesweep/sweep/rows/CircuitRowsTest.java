package io.github.spikesweep.sweep.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.simulation.CellOutcome;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Recording.Detail;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.pair.PhaseLocking;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.reading.SweepReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rows of sweeps over circuits. */
class CircuitRowsTest {
    private static final String TIMES = "name: x\nduration: 100\nstep: 0.02\ntransient: 20\n";
    private static final String PAIR = TIMES + """
            circuit:
              cells: {a: HH, b: {model: HH, parameters: {gna: 0.9}}}
              synapses: {gap: {type: Electrical, between: [a, b], parameters: {g: 0.002}}}
            """;
    /** The cells are alone. */
    private static final String APART = TIMES + "circuit: {cells: {a: HH, b: {model: HH, parameters: {gna: 0.9}}}}\n";

    private static final String ALONE = TIMES + "model: HH\n";

    @Test
    void columnsAreThoseOfTheCells() {
        SweepDefinition definition = Sweeps.read(PAIR + "sweep: {a.gna: [1, 1.2], gap.g: [0, 0.001]}\n");
        List<Column> columns = definition.columns();
        assertEquals(
                List.of("id", "a_gna", "gap_g", "a_spike_count"),
                Sweeps.columns(definition).subList(0, 4));
        assertEquals(Column.Type.INT, columns.get(3).type());
        assertEquals("mS", columns.get(1).unit());
        assertEquals("maximum sodium conductance (a)", columns.get(1).description());
        assertEquals(
                "crossings of the threshold after the transient (a)",
                columns.get(3).description());
        Column difference = column(columns, "a_b_mean_difference");
        assertEquals("mV", difference.unit());
        assertEquals("", column(columns, "a_b_correlation").unit());
        assertTrue(columns.stream().map(Column::name).noneMatch(name -> name.startsWith("b_a_")));
    }

    @Test
    void valuesAreThoseOfTheEngine() {
        SweepDefinition definition = Sweeps.read(PAIR + """
                input: {a: 0.1, b: 0.08}
                sweep: {a.gna: [1, 1.2], gap.g: [-0.001, 0.004]}
                outputs: [a_spike_count, b_spike_count, b_first_spike_ms, a_isi_cv, a_mean_AP_amplitude, b_steady_state_voltage,
                  b_maximum_voltage, a_v_min, b_m_final, a_b_correlation, b_a_correlation, a_b_mean_difference, a_b_phase, b_a_phase,
                  b_a_locking, a_spike_times_ms, trace_b_v]
                trace_every: 1
                """);
        List<Map<String, Object>> rows = rows(definition);
        Recording recording = new Recording(
                Set.of(Detail.values()), List.of("b.v"), Set.of(new CellPair("a", "b"), new CellPair("b", "a")), 1);
        RowSimulator.Kind kind = RowSimulator.Kind.of(new Point(definition.space(), 0), definition.neurons());
        NeuronPlan plan = RowSimulator.plan(definition, kind, Set.of("a.v", "b.v"), false);
        for (int id = 0; id < 4; id++) {
            Point point = new Point(definition.space(), id);
            Trial trial = plan.trial(point, definition.protocol(point)).orElseThrow();
            Outcome outcome = new Simulator(recording).run(List.of(trial)).get(0);
            CellOutcome a = outcome.cell(0);
            CellOutcome b = outcome.cell(1);
            Map<String, Object> row = rows.get(id);
            assertEquals(a.spikes().count(), row.get("a_spike_count"));
            assertEquals(b.spikes().count(), row.get("b_spike_count"));
            assertEquals(b.spikes().times()[0], row.get("b_first_spike_ms"));
            assertEquals(a.actionPotentials().meanAmplitude(), row.get("a_mean_AP_amplitude"));
            assertEquals(b.steadyState(), row.get("b_steady_state_voltage"));
            assertEquals(outcome.maximum(4), row.get("b_maximum_voltage"));
            assertEquals(outcome.minimum(0), row.get("a_v_min"));
            assertEquals(outcome.end(5), row.get("b_m_final"));
            assertEquals(outcome.pair(new CellPair("a", "b")).correlation(), row.get("a_b_correlation"));
            assertEquals(outcome.pair(new CellPair("b", "a")).correlation(), row.get("b_a_correlation"));
            assertEquals(outcome.pair(new CellPair("a", "b")).meanDifference(), row.get("a_b_mean_difference"));
            PhaseLocking ab = PhaseLocking.of(a.spikes().times(), b.spikes().times());
            PhaseLocking ba = PhaseLocking.of(b.spikes().times(), a.spikes().times());
            assertEquals(ab.phase(), row.get("a_b_phase"));
            assertEquals(ba.phase(), row.get("b_a_phase"));
            assertEquals(ba.length(), row.get("b_a_locking"));
            assertArrayEquals(a.spikes().times(), doubles(row.get("a_spike_times_ms")));
            assertArrayEquals(outcome.trace(4), doubles(row.get("trace_b_v")));
            assertEquals(81, doubles(row.get("trace_b_v")).length);
        }
        assertNotEquals(rows.get(0).get("a_b_correlation"), rows.get(1).get("a_b_correlation"));
    }

    @Test
    void partsAndSelectionsHaveTheSameRows() {
        SweepDefinition definition =
                Sweeps.read(PAIR + "input: 0.1\nsweep: {a.gna: {linspace: [0.9, 1.3, 7]}, gap.g: [0, 0.01]}\n");
        List<String> columns = Sweeps.columns(definition);
        List<Map<String, Object>> whole = rows(definition);
        List<Map<String, Object>> parts = new ArrayList<>();
        Rows.parts(RowSet.of(definition), 5).forEach(part -> parts.addAll(Rows.of(definition, part, columns)));
        assertEquals(whole, parts);
        List<String> few = List.of("b_isi_mean_ms", "a_b_locking");
        for (int id = 0; id < whole.size(); id++) {
            Map<String, Object> row = Rows.of(definition, RowSet.of(definition).slice(id, id + 1), few)
                    .get(0);
            for (String column : few) {
                assertEquals(whole.get(id).get(column), row.get(column));
            }
        }
    }

    /** Cells without synapses are neurons. */
    @Test
    void cellsThatAreAloneAreNeurons() {
        List<Map<String, Object>> circuit = rows(Sweeps.read(APART + "input: 0.1\nsweep: {a.gna: [0.8, 1.2, 1.5]}\n"));
        List<Map<String, Object>> neuron =
                rows(Sweeps.read(ALONE + "input: 0.1\nsweep: {gna: [0.8, 1.2, 1.5, 0.9]}\n"));
        for (int id = 0; id < 3; id++) {
            assertCell("a", neuron.get(id), circuit.get(id));
            assertCell("b", neuron.get(3), circuit.get(id));
        }
    }

    /** Each cell has its own pulses, over axes that they share. */
    @Test
    void inputsOverTimeAreThoseOfTheCells() {
        String axes = "sweep: {size: [0.1, 0.2], width: [10, 30]}\n";
        String a = "size * pulse(t, 5, width)";
        String b = "0.05 + size/2 * where(t > 2*width, 1, 0)";
        List<Map<String, Object>> circuit =
                rows(Sweeps.read(APART + axes + "input:\n  a: " + a + "\n  b: " + b + "\n"));
        List<Map<String, Object>> first = rows(Sweeps.read(ALONE + axes + "input: " + a + "\n"));
        List<Map<String, Object>> second =
                rows(Sweeps.read(ALONE + axes + "parameters: {gna: 0.9}\ninput: " + b + "\n"));
        for (int id = 0; id < 4; id++) {
            assertCell("a", first.get(id), circuit.get(id));
            assertCell("b", second.get(id), circuit.get(id));
        }
        assertNotEquals(circuit.get(0).get("a_spike_count"), circuit.get(3).get("a_spike_count"));
    }

    /** One expression is the input of every cell that has no other. */
    @Test
    void oneInputIsThatOfTheOtherCells() {
        List<Map<String, Object>> circuit =
                rows(Sweeps.read(APART + "input: 0.1 * pulse(t, 5, 70)\nsweep: {a.input: [0.05, 0.2]}\n"));
        List<Map<String, Object>> first = rows(Sweeps.read(ALONE + "sweep: {input: [0.05, 0.2]}\n"));
        Map<String, Object> second = rows(Sweeps.read(ALONE + "parameters: {gna: 0.9}\ninput: 0.1 * pulse(t, 5, 70)\n"))
                .get(0);
        for (int id = 0; id < 2; id++) {
            assertCell("a", first.get(id), circuit.get(id));
            assertCell("b", second, circuit.get(id));
        }
        List<Map<String, Object>> both = rows(Sweeps.read(APART + "sweep: {a.input: [0.05, 0.2], input: [0.1]}\n"));
        assertCell("a", first.get(1), both.get(1));
        assertEquals(both.get(0).get("b_first_spike_ms"), both.get(1).get("b_first_spike_ms"));
        assertNotNull(both.get(0).get("b_first_spike_ms"));
    }

    @Test
    void aCircuitAndANeuronHaveColumnsOfTheirOwn() {
        String pair = "cells: {a: HH, b: {model: HH, parameters: {gna: 0.9}}}\n";
        SweepDefinition definition = SweepReader.read(
                "x.yaml",
                (TIMES + "input: 0.1\nparameters: {gna: 1.3, a.gna: 1.1}\nsweep: {model: [HH, pair.yaml]}\n")
                        .getBytes(StandardCharsets.UTF_8),
                path -> pair.getBytes(StandardCharsets.UTF_8),
                List.of());
        List<Map<String, Object>> rows = rows(definition);
        Map<String, Object> neuron = rows.get(0);
        Map<String, Object> circuit = rows.get(1);
        assertEquals(List.of("HH", "pair"), List.of(neuron.get("model"), circuit.get("model")));
        for (String column : Sweeps.columns(definition)) {
            if (column.startsWith("a_") || column.startsWith("b_")) {
                assertNull(neuron.get(column), column);
            } else if (!List.of("id", "model", "status", "diverged_at_ms").contains(column)) {
                assertNull(circuit.get(column), column);
            }
        }
        assertEquals(
                rows(Sweeps.read(ALONE + "input: 0.1\nparameters: {gna: 1.3}\n"))
                        .get(0)
                        .get("last_spike_ms"),
                neuron.get("last_spike_ms"));
        assertCell(
                "a",
                rows(Sweeps.read(ALONE + "input: 0.1\nparameters: {gna: 1.1}\n"))
                        .get(0),
                circuit);
        assertNotNull(circuit.get("a_b_phase"));
    }

    /** The noise of a cell depends on its name, and on no other cell. */
    @Test
    void everyCellHasItsOwnNoise() {
        String noise =
                "input: 0.07\nnoise: {kind: ornstein-uhlenbeck, sigma: 0.03, tau: 2}\nsweep: [{replicates: 3}]\n";
        List<Map<String, Object>> two = rows(Sweeps.read(TIMES + "circuit: {cells: {a: HH, b: HH}}\n" + noise));
        List<Map<String, Object>> three =
                rows(Sweeps.read(TIMES + "circuit: {cells: {c: HH, b: HH, a: HH}}\n" + noise));
        List<Map<String, Object>> alone = rows(Sweeps.read(ALONE + noise));
        for (int id = 0; id < 3; id++) {
            for (String column : List.of("a_v_final", "b_v_final", "a_last_spike_ms")) {
                assertEquals(two.get(id).get(column), three.get(id).get(column));
            }
            Set<Object> ends = Set.of(
                    two.get(id).get("a_v_final"),
                    two.get(id).get("b_v_final"),
                    three.get(id).get("c_v_final"),
                    alone.get(id).get("v_final"));
            assertEquals(4, ends.size());
            assertTrue(Math.abs((double) two.get(id).get("a_b_correlation")) < 0.5);
        }
    }

    @Test
    void aCellThatIsSilentHasNulls() {
        Map<String, Object> row = rows(Sweeps.read(
                        APART
                                + "input: {a: 0.1}\noutputs: [b_spike_count, b_frequency_hz, b_first_spike_ms, b_isi_mean_ms, b_mean_AP_amplitude, a_b_phase, b_a_phase, a_b_locking, a_b_mean_difference, a_first_spike_ms, b_spike_times_ms]\n"))
                .get(0);
        assertEquals(0, row.get("b_spike_count"));
        assertEquals(0.0, row.get("b_frequency_hz"));
        assertEquals(List.of(), row.get("b_spike_times_ms"));
        for (String column : List.of(
                "b_first_spike_ms", "b_isi_mean_ms", "b_mean_AP_amplitude", "a_b_phase", "b_a_phase", "a_b_locking")) {
            assertNull(row.get(column), column);
        }
        assertNotNull(row.get("a_first_spike_ms"));
        assertNotNull(row.get("a_b_mean_difference"));
    }

    /** A cell that gains spikes with finer steps does not hide one that loses as many. */
    @Test
    void auditsLookAtEveryCell() {
        SweepDefinition definition = Sweeps.read(
                TIMES + "circuit: {cells: {a: HH, b: HH}}\nsweep: [{zip: {a.input: [0.1, 0], b.input: [0, 0.1]}}]\n");
        RowSimulator.Kind kind = RowSimulator.Kind.of(new Point(definition.space(), 0), definition.neurons());
        NeuronPlan plan = RowSimulator.plan(definition, kind, Set.of(), false);
        List<Trial> trials = IntStream.range(0, 2)
                .mapToObj(id -> new Point(definition.space(), id))
                .map(point -> plan.trial(point, definition.protocol(point)).orElseThrow())
                .toList();
        List<Outcome> outcomes = new Simulator(Recording.of(Detail.SPIKE_TIMES)).run(trials);
        Outcome first = outcomes.get(0);
        Outcome second = outcomes.get(1);
        int spikes = first.cell(0).spikes().count();
        assertTrue(spikes > 1 && first.cell(1).spikes().count() == 0);
        assertEquals(first.spikeCount(), second.spikeCount());
        AuditReport report = AuditReport.of(7, first, second, first);
        assertEquals(1, report.differentRows());
        assertEquals(1, report.unsettledRows());
        assertEquals(new AuditReport.Count(7, spikes, 0), report.count());
        assertEquals(AuditReport.Time.NONE, report.time());
        assertEquals(0, AuditReport.of(7, first, first, first).differentRows());
    }

    /** The report of an audit is that of the cell in which most changes, and its steps are those of all cells. */
    @Test
    void auditsReportTheCellThatChangesMost() {
        String head = "name: x\nduration: 1000\nstep: 0.1\nintegrator: Euler\n";
        String neurons = head + "model: HR\nsweep: {e: {linspace: [2.9, 3.4, 8]}}\noutputs: [spike_count]\n";
        List<Map<String, Object>> table = rows(Sweeps.read(neurons));
        List<Map<String, Object>> finer = rows(Sweeps.read(neurons, "step=0.05"));
        List<Integer> gains = IntStream.range(0, table.size())
                .map(row -> gained(table, finer, row))
                .boxed()
                .toList();
        int same = gains.indexOf(0);
        int more = gains.indexOf(Collections.max(gains));
        assertTrue(same >= 0 && gains.get(more) > 1, gains::toString);
        List<Object> axis = Sweeps.values(Sweeps.read(neurons), "e");
        SweepDefinition circuit = Sweeps.read(head + "circuit: {cells: {a: HR, b: HR}}\nparameters: {a.e: "
                + axis.get(same) + ", b.e: " + axis.get(more) + "}\naudit: {fraction: 1}\n");
        RowReader reader = new RowReader(circuit, RowSet.of(circuit), List.of("a_spike_count", "b_spike_count"));
        assertTrue(reader.next());
        assertEquals(table.get(same).get("spike_count"), reader.getInt(0, 0));
        assertEquals(table.get(more).get("spike_count"), reader.getInt(1, 0));
        assertEquals(1, reader.audited().differentRows());
        // The third run may show more of the cell that was the same in the second.
        assertTrue(Set.of((long) reader.getInt(0, 0), (long) reader.getInt(1, 0))
                .contains(reader.audited().count().table()));
        assertTrue(reader.audited().count().difference() >= gains.get(more));
        assertEquals(reader.getInt(0, 0) + reader.getInt(1, 0), reader.spikes());
        // Two cells, with the step, half of it and a quarter.
        assertEquals(2 * (10_000 + 20_000 + 40_000), reader.neuronSteps());
    }

    private static int gained(List<Map<String, Object>> table, List<Map<String, Object>> finer, int row) {
        return (int) finer.get(row).get("spike_count") - (int) table.get(row).get("spike_count");
    }

    /** Every feature of a neuron is that of the cell. */
    private static void assertCell(String cell, Map<String, Object> neuron, Map<String, Object> circuit) {
        int compared = 0;
        for (Map.Entry<String, Object> feature : neuron.entrySet()) {
            String column = cell + "_" + feature.getKey();
            if (circuit.containsKey(column)) {
                assertEquals(feature.getValue(), circuit.get(column), column);
                compared++;
            }
        }
        assertTrue(compared > 14, compared + " features");
    }

    private static Column column(List<Column> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double[] doubles(Object list) {
        return ((List<?>) list).stream().mapToDouble(value -> (double) value).toArray();
    }

    private static List<Map<String, Object>> rows(SweepDefinition definition) {
        return Rows.of(definition, RowSet.of(definition), Sweeps.columns(definition));
    }
}
