package io.github.spikesweep.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.reading.SweepReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Likely mistakes in sweeps over circuits, and checks of their cells. */
class CircuitWarningsTest {
    private static final String HEAD = "name: x\nduration: 10\nstep: 0.1\n";

    @Test
    void warnsOfTheShortestStepOfTheCells() {
        String cells = HEAD + "circuit: {name: Two, cells: {a: ML, b: HH}}\n";
        assertEquals(
                List.of(
                        "the step 0.1 ms is longer than 0.05 ms, the longest with which RK4 gives the right spikes of Two"),
                warnings(cells));
        assertEquals(List.of(), warnings(cells, "step=0.05"));
        assertEquals(List.of(), warnings(HEAD + "circuit: {cells: {a: ML, b: ML}}\n"));
    }

    /** Resets and events happen at the spike with every integrator. */
    @Test
    void cellsWithResetsAndEventsHaveNone() {
        assertEquals(
                List.of(),
                warnings(HEAD + "circuit: {name: Two, cells: {a: Izhikevich, b: Izhikevich}, "
                        + "synapses: {s: {type: Alpha, from: a, to: b}}}\n"));
    }

    @Test
    void warnsOfCellsWhoseResetFailsInSomeRows() {
        String cells = HEAD
                + "integrator: DormandPrince\ntolerance: 1e-6\ncircuit: {name: Two, cells: {a: Izhikevich, b: Izhikevich}}\n";
        assertEquals(
                List.of(
                        "1 of the 2 rows of cell b of Two do not reset 'b.v' below its threshold of 30, row 1 the first found: such rows diverge at a spike"),
                warnings(cells + "sweep: {b.c: [-65, 30]}\n"));
        assertEquals(List.of(), warnings(cells + "sweep: {b.c: [-65, 29]}\n"));
    }

    @Test
    void refusesCellsWhoseResetAlwaysFails() {
        String cells = HEAD
                + "circuit: {name: Two, cells: {a: Izhikevich, b: {model: Izhikevich, parameters: {v_peak: 20}}}}\n";
        assertEquals(
                "x.yaml:5:19: the reset of cell b of Two sets 'b.v' to 25, which is not below the threshold of 20",
                Sweeps.fault(cells + "parameters: {b.c: 25}\n"));
        Sweeps.read(cells + "parameters: {a.c: 25}\n");
    }

    @Test
    void refusesCellsWhoseHoldIsNoTime() {
        String held = HEAD + "model: two.yaml\nparameters: {%s}\n";
        assertEquals(
                "x.yaml:5:1: the parameters make the 'hold' of cell b of Two -1, which is not a time of 0 or more; it is t_ref",
                assertThrows(InputException.class, () -> withFiles(held.formatted("b.t_ref: -1")))
                        .getMessage());
        SweepDefinition definition = withFiles(held.formatted("a.t_ref: 0, b.t_ref: 5"));
        assertEquals(List.of(), Warnings.of(definition, 1));
        assertEquals(List.of(), Warnings.of(withFiles(held.formatted("a.t_ref: 0.1")), 1));
    }

    private static SweepDefinition withFiles(String text) {
        Map<String, String> files =
                Map.of("two.yaml", "name: Two\ncells: {a: held.yaml, b: held.yaml}\n", "held.yaml", """
                name: Held
                time: ms
                variables: {v: {initial: -65, unit: mV}}
                parameters: {t_ref: {default: 2, unit: ms}}
                input: {name: I, unit: mV/ms}
                equations: {v: I}
                reset: {v: -65}
                hold: t_ref
                spike: {variable: v, threshold: -50}
                """);
        return SweepReader.read(
                "x.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                path -> files.get(path).getBytes(StandardCharsets.UTF_8),
                List.of());
    }

    /** A cell without a refractory time may spike in every second step. */
    @Test
    void refusesMoreSpikesThanACountHolds() {
        String cells =
                "name: x\nduration: 1e9\nstep: 0.1\ncircuit: {name: Two, cells: {a: {model: HH, spike: {refractory: %s}}, b: {model: HH, spike: {refractory: 1}}}}\n";
        assertEquals(
                "x.yaml:2:11: Two may spike 5000000000 times in a duration of 1000000000 in steps of 0.1, and a count holds at most 2,147,483,639; a shorter duration, or a 'refractory' of 'spike' that keeps them below, is accepted",
                Sweeps.fault(cells.formatted("0")));
        Sweeps.read(cells.formatted("1"));
    }

    @Test
    void warnsOfPulsesOfACell() {
        assertEquals(
                List.of("the period 0.01 of pulses is shorter than the step 0.1: such rows diverge"),
                warnings(HEAD + "circuit: {cells: {a: ML, b: ML}}\ninput: {b: \"pulses(t, 1, 0.001, 0.01)\"}\n"));
    }

    @Test
    void warnsOfReplicatesWithoutNoise() {
        assertEquals(
                List.of("all replicates of a combination are identical without noise"),
                warnings(HEAD + "circuit: {cells: {a: ML, b: ML}}\nsweep: [{replicates: 2}]\n"));
        assertEquals(
                List.of(),
                warnings(HEAD + "circuit: {cells: {a: ML, b: ML}}\ninput: {a: replicate}\nsweep: [{replicates: 2}]\n"));
    }

    private static List<String> warnings(String text, String... overrides) {
        SweepDefinition definition = Sweeps.read(text, overrides);
        return Warnings.of(definition, definition.space().size());
    }
}
