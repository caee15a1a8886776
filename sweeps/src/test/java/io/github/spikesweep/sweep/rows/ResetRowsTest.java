package io.github.spikesweep.sweep.rows;

import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.simulation.single.Neuron;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.reading.SweepReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that start or are reset at or above the threshold. */
class ResetRowsTest {
    private static SweepDefinition startsAndResets(Integrator integrator) {
        return read("""
                name: x
                model: AdEx
                integrator: %s
                duration: 200
                %s
                input: 1000
                outputs: [spike_count, first_spike_ms, v_max]
                sweep: {v: [-70.6, 20], v_reset: [-70.6, 20]}
                """.formatted(integrator.label(), integrator.isAdaptive() ? "tolerance: 1e-6" : "step: 0.01"));
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MAP", "TAYLOR"})
    void integratorsAgreeOnCountsAndStatus(Integrator integrator) {
        SweepDefinition definition = startsAndResets(integrator);
        List<Map<String, Object>> rows = Rows.of(
                definition,
                RowSet.of(definition),
                List.of("spike_count", "first_spike_ms", "v_max", "diverged_at_ms", "status"));
        assertEquals(
                List.of("ok", "diverged", "ok", "diverged"),
                rows.stream().map(row -> row.get("status")).toList());
        for (int row : new int[] {0, 2}) {
            assertEquals(8, rows.get(row).get("spike_count"));
            assertEquals(20.0, (double) rows.get(row).get("v_max"), 1e-9);
            assertTrue((double) rows.get(row).get("v_max") <= 20);
        }
        assertEquals(11.7916, (double) rows.get(0).get("first_spike_ms"), 0.05);
        assertEquals(13.4709, (double) rows.get(2).get("first_spike_ms"), 0.05);
        assertNull(rows.get(1).get("spike_count"));
        assertEquals(11.7916, (double) rows.get(1).get("diverged_at_ms"), 0.05);
        assertEquals(0.0, rows.get(3).get("diverged_at_ms"));
    }

    @Test
    void tracesBeginAfterTheResetAndEndBeforeOneThatFails() {
        for (Integrator integrator : List.of(Integrator.RK4, Integrator.DORMAND_PRINCE)) {
            SweepDefinition definition = startsAndResets(integrator);
            RowTrace reset = RowTrace.of(definition, 2, OptionalDouble.of(1));
            assertEquals(-70.6, reset.value(0, 0));
            assertEquals(80.5, reset.value(1, 0));
            RowTrace later = RowTrace.of(definition, 1, OptionalDouble.of(1));
            assertEquals(12, later.size(), "0 to 11");
            assertEquals(0, RowTrace.of(definition, 3, OptionalDouble.of(1)).size());
        }
        RowTrace trace = RowTrace.of(startsAndResets(Integrator.RK4), 2, OptionalDouble.empty());
        Neuron neuron = Neuron.create("AdExDoubleRK4");
        neuron.set("v", 20);
        for (int sample = 1; sample < 10_000; sample++) {
            neuron.addSynapticInput(1000);
            neuron.step(0.01);
            assertEquals(neuron.get("v"), trace.value(0, sample));
            assertEquals(neuron.get("w"), trace.value(1, sample));
        }
    }

    /** What a reset takes from the input, through a quantity of the model, is that of time 0, the noise and the input of the row in it. */
    @Test
    void aResetAtTheStartSeesTheInputOfTime0() {
        String model = """
                name: Fed
                variables: {v: {initial: 5}, w: {initial: 0}}
                input: I
                let: {twice: 2*I}
                equations: {v: 0*I, w: I - w}
                reset: {v: 0, w: twice}
                spike: {variable: v, threshold: 1}
                """;
        String sweep = """
                name: x
                model: fed.yaml
                duration: 1
                step: 0.5
                input: a + 3*(t < 0.25)
                noise: {kind: ornstein-uhlenbeck, mean: 10, sigma: s, tau: 1e9, seed: 1}
                sweep: {a: [1, 2], s: [0, 1]}
                """;
        SweepDefinition definition = SweepReader.read(
                "x.yaml",
                sweep.getBytes(StandardCharsets.UTF_8),
                path -> model.getBytes(StandardCharsets.UTF_8),
                List.of());
        assertEquals(
                2 * (1 + 3 + 10),
                RowTrace.of(definition, 0, OptionalDouble.empty()).value(1, 0),
                1e-12);
        assertEquals(
                2 * (2 + 3 + 10),
                RowTrace.of(definition, 2, OptionalDouble.empty()).value(1, 0),
                1e-12);
        double noisy = RowTrace.of(definition, 1, OptionalDouble.empty()).value(1, 0);
        assertNotEquals(2 * (1 + 3 + 10), noisy, 1e-3);
        assertEquals(2 * (1 + 3 + 10), noisy, 10);
    }
}
