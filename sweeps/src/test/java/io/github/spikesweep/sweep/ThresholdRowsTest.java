package io.github.spikesweep.sweep;

import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.spikesweep.model.Model;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.rows.Row;
import io.github.spikesweep.sweep.rows.RowSimulator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Thresholds that parameters set, in the rows of a sweep. */
class ThresholdRowsTest {
    /** Swings as cos t: through θ once in 2π. */
    private static final String SWING = """
            name: Swing
            variables: {x: {initial: 0, unit: mV}, y: {initial: 1, unit: mV}}
            parameters: {theta: {default: 0, unit: mV}, depth: {default: 0.5, unit: mV}, k: {default: 1, unit: 1/ms}}
            equations: {x: k*y, y: -k*x}
            spike: {variable: x, threshold: theta, rearm: theta - depth}
            """;

    private static final String HEAD = "name: x\nduration: 50\nstep: 0.01\n";

    private static SweepDefinition read(String lines, String model) {
        return SweepReader.read(
                "x.yaml",
                (HEAD + lines).getBytes(StandardCharsets.UTF_8),
                path -> model.getBytes(StandardCharsets.UTF_8),
                List.of());
    }

    private static List<Row> rows(SweepDefinition definition) {
        return new RowSimulator(definition, definition.outputs(), (point, trial) -> trial)
                .simulate(LongStream.range(0, definition.space().size())
                        .mapToObj(id -> new Point(definition.space(), id))
                        .toList());
    }

    /** sin t rises through θ at asin θ + 2πk. It starts at 0: through 0 and −0.5 only once it has come down, and never to −1.1. */
    @Test
    void eachRowHasItsThresholdAndComesBackToItsLevel() {
        List<Row> rows = rows(read(
                "model: s.yaml\noutputs: [spike_times_ms]\nsweep: {theta: [-0.5, 0, 0.9], depth: [0.1, 0.6]}\n",
                SWING));
        double[] thresholds = {-0.5, 0, 0.9};
        int[] counts = {8, 0, 7, 7, 8, 8};
        for (int row = 0; row < counts.length; row++) {
            double theta = thresholds[row / 2];
            double first = Math.asin(theta) + (theta <= 0 ? 2 * Math.PI : 0);
            double[] times = rows.get(row).measured().orElseThrow().spikes().times();
            assertEquals(counts[row], times.length, "row " + row);
            for (int k = 0; k < times.length; k++) {
                assertEquals(first + 2 * Math.PI * k, times[k], 1e-8);
            }
        }
    }

    /** Such a row is no simulation, as one whose noise has a negative size. */
    @Test
    void aRowWhoseLevelsAreNoneIsDiverged() {
        List<Row> rows = rows(read("model: s.yaml\nsweep: {depth: [0.1, -0.1]}\n", SWING));
        assertEquals(List.of(false, true), rows.stream().map(Row::diverged).toList());
        List<Row> infinite = rows(read(
                "model: s.yaml\nsweep: {depth: [1, 0]}\n",
                SWING.replace("threshold: theta, rearm: theta - depth", "threshold: theta / (depth / depth)")));
        assertEquals(List.of(false, true), infinite.stream().map(Row::diverged).toList());
    }

    @Test
    void theFormulaBelongsToTheTable() {
        String lines = "model: s.yaml\nsweep: {theta: [0, 0.5]}\n";
        String usual = hash(read(lines, SWING));
        assertNotEquals(usual, hash(read(lines, SWING.replace("threshold: theta,", "threshold: theta / 1,"))));
        assertNotEquals(usual, hash(read(lines, SWING.replace("rearm: theta - depth", "rearm: theta - 0.5"))));
        assertEquals(usual, hash(read(lines, "title: another\n" + SWING)));
    }

    @Test
    void aSweepMayCountThroughAnotherLevel() {
        Model replaced = read("model: s.yaml\nspike: {threshold: 0.25}\n", SWING)
                .models()
                .get(0);
        assertEquals(false, replaced.neuron().levels().followParameters());
        assertEquals(0.25, replaced.spike().rearm());
        Model kept =
                read("model: s.yaml\nspike: {refractory: 1}\n", SWING).models().get(0);
        assertEquals(true, kept.neuron().levels().followParameters());
    }

    @Test
    void cellsHaveThresholdsOfTheirOwn() {
        List<Row> rows = rows(read("""
                circuit:
                  cells:
                    a: {model: s.yaml, parameters: {theta: 0.9}}
                    b: {model: s.yaml}
                    c: {model: s.yaml, spike: {threshold: 0.5}}
                sweep: {b.theta: {values: [0.25, 0.75], unit: mV}}
                outputs: [a_spike_times_ms]
                """, SWING));
        for (int row = 0; row < 2; row++) {
            double[] levels = {0.9, 0.25 + 0.5 * row, 0.5};
            for (int cell = 0; cell < 3; cell++) {
                assertEquals(
                        Math.asin(levels[cell]),
                        rows.get(row)
                                .measured()
                                .orElseThrow()
                                .cell(cell)
                                .spikes()
                                .times()[0],
                        1e-9);
            }
        }
    }
}
