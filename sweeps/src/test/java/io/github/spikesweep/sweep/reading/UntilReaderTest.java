package io.github.spikesweep.sweep.reading;

import static io.github.spikesweep.sweep.Sweeps.columns;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.sweep.writing.SweepText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads {@code until}, writes it back, and refuses what is wrong with it. */
class UntilReaderTest {
    /** Five lines; {@code until} is the last. */
    private static final String HEAD = "name: x\nmodel: HHArea\nduration: 100\nstep: 0.01\nuntil: settled\n";

    @Test
    void rowsTellWhenTheyEnded() {
        SweepDefinition definition = read(HEAD + "outputs: [spike_count, regime]\n");
        assertTrue(definition.endsWhenSettled());
        assertEquals(
                List.of("id", "spike_count", "regime", "settled_at_ms", "diverged_at_ms", "status"),
                columns(definition));
        Column column = definition.columns().get(3);
        assertEquals("ms", column.unit());
        assertTrue(column.nullable() && column.needsSimulation());
        assertFalse(read(HEAD, "until=").endsWhenSettled());
    }

    @Test
    void withoutOutputsThereAreFeaturesThatFollow() {
        assertEquals(
                List.of(
                        "id",
                        "spike_count",
                        "frequency_hz",
                        "first_spike_ms",
                        "last_spike_ms",
                        "isi_mean_ms",
                        "isi_frequency_hz",
                        "isi_cv",
                        "mean_frequency",
                        "local_variation",
                        "adaptation_index",
                        "burst_number",
                        "v_min",
                        "v_max",
                        "settled_at_ms",
                        "diverged_at_ms",
                        "status"),
                columns(read(HEAD)));
    }

    @Test
    void isWrittenAndReadBack() {
        SweepDefinition definition = read(HEAD + "outputs: [regime]\n");
        String text = SweepText.of(definition);
        assertTrue(text.contains("until: settled\n"), text);
        assertEquals(CanonicalText.hash(definition), CanonicalText.hash(read(text)));
        assertNotEquals(CanonicalText.hash(definition), CanonicalText.hash(read(text, "until=")));
        SweepDefinition bare = read(HEAD + "outputs: [status]\n");
        assertEquals(List.of("id", "settled_at_ms", "diverged_at_ms", "status"), columns(read(SweepText.of(bare))));
    }

    @Test
    void refusesWhatIsNoEnd() {
        assertEquals(
                "x.yaml:5:8: 'until' says when a row ends before its duration is over: found 'setled'; did you mean 'settled'? (settled)",
                fault(HEAD.replace("settled", "setled")));
        assertEquals(
                "x.yaml:5:8: 'until' must be a single value, found a mapping; example: until: settled",
                fault(HEAD.replace("settled", "{a: 1}")).replaceAll("mapping.*", "mapping; example: until: settled"));
    }

    @Test
    void refusesRowsThatCannotSettle() {
        assertEquals(
                "x.yaml:5:1: with noise no row settles; use either 'noise' or 'until'",
                fault(HEAD + "noise: {kind: ornstein-uhlenbeck, sigma: 1, tau: 1}\n"));
        assertEquals(
                "x.yaml:6:1: the input uses the time, so what has settled may change later; with 'until' it must be constant",
                fault(HEAD + "input: 10 * pulse(t, 5, 10)\n"));
        assertEquals(
                "x.yaml:4:1: 'until' follows the course of a state in time, which the map Rulkov does not have",
                fault("name: x\nmodel: Rulkov\nduration: 100\nuntil: settled\n"));
        assertEquals(
                "x.yaml:4:1: 'until' tells when a single neuron has settled; a circuit is simulated for its whole duration",
                fault(
                        "name: x\nduration: 100\nstep: 0.01\nuntil: settled\ncircuit: {cells: {a: HH, b: HH}, synapses: {g: {type: Electrical, between: [a, b]}}}\n"));
        assertEquals(
                "x.yaml:5:1: 'until' needs an integrator with a 'step', found DormandPrince",
                fault(HEAD + "integrator: DormandPrince\ntolerance: 1e-6\n"));
    }

    @Test
    void refusesWhatNeedsTheWholeDuration() {
        assertEquals(
                "x.yaml:6:1: what a row looks for is decided by features of the whole duration; use either 'find' or 'until'",
                fault(HEAD + "find: {input: {between: [0, 20], where: spike_count >= 1, tolerance: 1e-3}}\n"));
        assertEquals(
                "x.yaml:6:1: an audit compares spikes of the whole duration; use either 'audit' or 'until'",
                fault(HEAD + "audit: {fraction: 0.1}\n"));
        assertEquals(
                "x.yaml:6:1: a row that ends when it has settled leaves no state at the end of the duration to continue from; use either 'continue' or 'until'",
                fault(HEAD + "continue: {along: input, direction: up}\nsweep: {input: [1, 2]}\n"));
        for (String feature : List.of(
                "lyapunov",
                "trace_v",
                "v_final",
                "steady_state_voltage",
                "mean_AP_amplitude",
                "AP_duration_half_width")) {
            assertEquals(
                    "x.yaml:6:24: '" + feature
                            + "' needs the whole duration, and with 'until' a row ends when it has settled",
                    fault(HEAD + "outputs: [spike_count, " + feature + "]\n"));
        }
        assertEquals(
                "x.yaml:6:11: column 'settled_at_ms' is always there; 'outputs' chooses features",
                fault(HEAD + "outputs: [settled_at_ms]\n"));
    }

    @Test
    void itsColumnHasANameOfItsOwn() {
        assertTrue(fault(HEAD + "sweep: {settled_at_ms: [1, 2]}\nparameters: {gna: settled_at_ms}\n")
                .startsWith("x.yaml:6:9: an axis cannot be called 'settled_at_ms', which is another column"));
        assertEquals(
                2,
                read(Sweeps.SHORT + "sweep: {settled_at_ms: [1, 2]}\nparameters: {gna: settled_at_ms}\n")
                        .space()
                        .size());
    }
}
