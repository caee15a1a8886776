package io.github.spikesweep.sweep;

import static io.github.spikesweep.sweep.Sweeps.HH;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.columns;
import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.simulation.Recording.Detail;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The features, and what they need from the simulation. */
class FeaturesTest {
    @Test
    void voltageExtremesAreThoseOfTheSpikeVariable() {
        Map<String, Object> row = only(SHORT + "outputs: [v_min, v_max, minimum_voltage, maximum_voltage]\n");
        assertEquals(row.get("v_min"), row.get("minimum_voltage"));
        assertEquals(row.get("v_max"), row.get("maximum_voltage"));
        Map<String, Object> gate =
                only(SHORT + "spike: {variable: m, threshold: 0.5}\noutputs: [m_max, maximum_voltage]\n");
        assertEquals(gate.get("m_max"), gate.get("maximum_voltage"));
        assertTrue(columns(read(SHORT)).stream().noneMatch(List.of("minimum_voltage", "maximum_voltage")::contains));
    }

    @Test
    void meanFrequencyEndsWithTheLastSpike() {
        Map<String, Object> row = only(HH + "duration: 100\nstep: 0.01\ntransient: 20\n");
        assertEquals(
                (int) row.get("spike_count") / ((double) row.get("last_spike_ms") - 20) * 1000,
                (double) row.get("mean_frequency"),
                1e-9);
        Map<String, Object> silent = only(SHORT, "input=0", "transient=5");
        assertEquals(0, silent.get("spike_count"));
        assertNull(silent.get("mean_frequency"));
    }

    @Test
    void onlyWhatFeaturesNeedIsMeasured() {
        assertEquals(Set.of(), details("spike_count, isi_cv, v_min, maximum_voltage, trace_v"));
        assertEquals(Set.of(Detail.SPIKE_TIMES), details("burst_number"));
        assertEquals(Set.of(Detail.SPIKE_TIMES), details("spike_times_ms"));
        assertEquals(Set.of(Detail.ACTION_POTENTIALS), details("mean_AP_amplitude, AP_duration_half_width"));
        assertEquals(Set.of(Detail.STEADY_STATE), details("steady_state_voltage"));
    }

    @Test
    void stimuliAreAcceptedAsInputs() {
        for (String input : List.of(
                "pulse(t, 2, 1.5)",
                "a * pulses(t, 1, 0.2, 2) + 0.01",
                "ramp(t, 0, 10) / 10",
                "where(t > 5, a, 0)",
                "a * (t >= 5) * floor(t)")) {
            SweepDefinition definition = read(SHORT.replace("0.1", input) + "sweep: {a: [0.1]}\nparameters: {gl: a}\n");
            assertEquals(1, definition.space().size(), input);
        }
    }

    /** Where an axis makes a pulse or ramp that is none, the row is marked; its neighbours are simulated. */
    @Test
    void rowsWithoutAStimulusDiverge() {
        SweepDefinition definition =
                read(SHORT.replace("0.1", "pulse(t, 2, w) + ramp(t, 5, 6 + w)") + "sweep: {w: [-1, -0.5, 0, 1]}\n");
        assertEquals(
                List.of("diverged", "diverged", "ok", "ok"),
                Rows.of(definition, RowSet.of(definition), columns(definition)).stream()
                        .map(row -> row.get("status"))
                        .toList());
    }

    private static Set<Detail> details(String outputs) {
        return read(SHORT + "outputs: [" + outputs + "]\n").outputs().stream()
                .flatMap(output -> output.details().stream())
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> only(String text, String... overrides) {
        SweepDefinition definition = read(text, overrides);
        return Rows.of(definition, RowSet.of(definition), columns(definition)).get(0);
    }
}
