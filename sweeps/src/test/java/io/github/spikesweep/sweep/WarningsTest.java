package io.github.spikesweep.sweep;

import static io.github.spikesweep.sweep.Sweeps.HH;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarningsTest {
    private static List<String> warnings(String text, String... overrides) {
        SweepDefinition definition = read(text, overrides);
        return Warnings.of(definition, definition.space().size());
    }

    /** Resets and events happen at the spike with every integrator. */
    @Test
    void aModelWithAResetHasNone() {
        String izhikevich = "name: x\nmodel: Izhikevich\nduration: 10\nstep: 0.1\n";
        assertEquals(List.of(), warnings(izhikevich));
        assertEquals(List.of(), warnings(izhikevich + "precision: float\nsweep: {integrator: [Euler, RK4]}\n"));
    }

    @Test
    void warnsOfOneInputInSeveralUnits() {
        String two = "name: x\nduration: 10\nstep: 0.01\n";
        String warning = "the models get the same input, in different units: HH in µA, HHArea in µA/cm²;"
                + " a zip of 'model' and 'input' gives each its own";
        assertEquals(List.of(warning), warnings(two + "input: 0.1\nsweep: {model: [HH, HHArea]}\n"));
        assertEquals(List.of(warning), warnings(two + "sweep: {model: [HH, HHArea], input: [0.1, 10]}\n"));
        assertEquals(List.of(), warnings(two + "sweep: [{zip: {model: [HH, HHArea], input: [0.1, 10]}}]\n"));
        assertEquals(List.of(), warnings(two + "sweep: {model: [HH, HHArea]}\n"));
        assertEquals(List.of(), warnings(two + "input: 0.1\nsweep: {model: [HH, HR]}\n"));
    }

    @Test
    void anOrdinarySweepHasNone() {
        assertEquals(List.of(), warnings(SHORT + "sweep: {gna: {linspace: [1, 2, 1e6]}}\n"));
    }

    @Test
    void warnsOfValuesThatAnAxisHasMoreThanOnce() {
        assertEquals(
                List.of("'gna' has 1.5 more than once, so there are rows with the same results"),
                warnings(SHORT + "sweep: {gna: [1, 1.5, 2, 1.5]}\n"));
        assertEquals(
                List.of("'gna' has 2 and other values more than once, so there are rows with the same results"),
                warnings(SHORT + "sweep: {gna: [1, 2, 2, 1.0]}\n"));
        // In a zip other values differ, and with noise rows do.
        assertEquals(List.of(), warnings(SHORT + "sweep: [{zip: {gna: [1, 1], gk: [1, 2]}}]\n"));
        assertEquals(
                List.of(),
                warnings(SHORT + "noise: {kind: ornstein-uhlenbeck, sigma: 0.1, tau: 1}\nsweep: {gna: [1, 1]}\n"));
    }

    @Test
    void warnsOfStepsInWhichAModelLosesItsSpikes() {
        assertEquals(List.of(), warnings(SHORT, "step=0.05"));
        assertEquals(
                List.of(
                        "the step 0.1 ms is longer than 0.05 ms, the longest with which RK4 gives the right spikes of HH"),
                warnings(SHORT, "step=0.1"));
        assertEquals(
                List.of(
                        "2 of the 4 values of 'step' are longer than 0.05 ms, the longest with which RK4 gives the right spikes of HH"),
                warnings(HH + "duration: 10\nsweep: {step: [0.01, 0.05, 0.1, 0.2]}\n"));
    }

    @Test
    void warnsOfPulsesThatComeMoreOftenThanSteps() {
        String text = SHORT.replace("0.1", "pulses(t, 1, 0.01, 0.02)");
        assertEquals(List.of(), warnings(text, "step=0.02"));
        assertEquals(
                List.of("the period 0.02 of pulses is shorter than the step 0.04: such rows diverge"),
                warnings(text, "step=0.04"));
    }

    @Test
    void warnsOfEachModel() {
        assertEquals(
                List.of(
                        "the step 0.1 ms is longer than 0.05 ms, the longest with which RK4 gives the right spikes of HH",
                        "the step 0.1 is longer than 0.05, the longest with which RK4 gives the right spikes of HR"),
                warnings("name: x\nduration: 10\nstep: 0.1\nsweep: {model: [HH, FHN, HR]}\n"));
    }

    @Test
    void stepsOfMapsAndChosenStepsAreNoFault() {
        assertEquals(List.of(), warnings("name: x\nmodel: Rulkov\nduration: 10\n"));
        assertEquals(
                List.of(), warnings("name: x\nmodel: HH\nintegrator: DormandPrince\nduration: 10\ntolerance: 1e-6\n"));
    }

    @Test
    void warnsOfTracesThatNobodyWillLookAt() {
        String traces = SHORT + "outputs: [trace_v, trace_m]\ntrace_every: 0.1\n";
        assertEquals(List.of(), warnings(traces + "sweep: {gna: {linspace: [1, 2, 1e6]}}\n"));
        // 2 · 101 numbers of 8 bytes per row
        assertEquals(
                List.of("the traces of 2,000,000 rows take 3.23 GB"),
                warnings(traces + "sweep: {gna: {linspace: [1, 2, 2e6]}}\n"));
        assertEquals(
                List.of("the traces of 900,000 rows take 1.44 TB"),
                warnings(traces + "sweep: {gna: {linspace: [1, 2, 9e5]}}\n", "trace_every=0.01", "duration=1000"));
    }

    @Test
    void warnsOfTablesThatFillADisk() {
        String few = SHORT + "outputs: [spike_count]\n";
        // id, two axes, spike_count, diverged_at_ms, status: 37 bytes per row
        assertEquals(
                List.of("100,000,000,000 rows of 6 columns take 3.70 TB"),
                warnings(few + "sweep: {gna: {linspace: [1, 2, 1e6]}, gk: {linspace: [1, 2, 1e5]}}\n"));
        assertEquals(List.of(), warnings(few + "sweep: {gna: {linspace: [1, 2, 1e5]}, gk: {linspace: [1, 2, 1e5]}}\n"));
    }

    @Test
    void countsTheRowsThatWillBeSimulated() {
        SweepDefinition definition = read(SHORT + "outputs: [trace_v]\nsweep: {gna: {linspace: [1, 2, 1e9]}}\n");
        assertEquals(List.of(), Warnings.of(definition, 10));
    }

    @Test
    void warnsOfASobolSampleThatEndsWithinANet() {
        String saltelli =
                SHORT + "sweep:\n- sample: {method: saltelli, count: 100, within: {gna: [1, 2], gk: [0.1, 0.2]}}\n";
        assertEquals(
                List.of("100 points of Sobol's sequence are not a power of 2: they fill the space less evenly than 64"),
                warnings(saltelli));
        String sample =
                SHORT + "sweep:\n- sample: {method: sobol, count: 1000, within: {gna: [1, 2], gk: [0.1, 0.2]}}\n";
        assertEquals(
                List.of(
                        "1,000 points of Sobol's sequence are not a power of 2: they fill the space less evenly than 512"),
                warnings(sample));
        assertEquals(1, warnings(sample, "sweep.0.sample.seed=1").size());
        assertEquals(List.of(), warnings(sample, "sweep.0.sample.count=1024"));
    }

    @Test
    void warnsOfReplicatesWithoutNoise() {
        String replicates = SHORT + "sweep:\n- replicates: 3\n";
        assertEquals(List.of("all replicates of a combination are identical without noise"), warnings(replicates));
        assertEquals(List.of(), warnings(replicates, "noise={kind: ornstein-uhlenbeck, sigma: 0.01, tau: 2}"));
        assertEquals(List.of(), warnings(replicates, "parameters.gna=1 + replicate / 10"));
    }

    @Test
    void warnsOfRowsWhoseResetLeavesThemAtTheThreshold() {
        String adEx = "name: x\nmodel: AdEx\nduration: 10\nstep: 0.01\n";
        assertEquals(
                List.of("4 of the 8 rows of AdEx do not reset 'v' below its threshold of 20, row 1 the first found:"
                        + " such rows diverge at a spike"),
                warnings(adEx + "sweep: {v: [-70.6, 20], input: [1, 2], v_reset: [-70.6, 20]}\n"));
        assertEquals(List.of(), warnings(adEx + "sweep: {v: [-70.6, 20], v_reset: [-70.6, 19.99]}\n"));
        // The last of 1e9 values alone; what warns in any case is the size of the table.
        String many = adEx + "sweep: {v_reset: {linspace: [-80, 20, 1e9]}, input: {linspace: [0, 1, 1e8]}}\n";
        assertEquals(
                List.of("some of the rows of AdEx do not reset 'v' below its threshold of 20, row 99999999900000000 the"
                        + " first found: such rows diverge at a spike"),
                warnings(many).subList(0, 1));
        assertEquals(1, warnings(many, "where=v_reset < 19").size());
        // Computed, for one of two models, and near the threshold in one of two precisions.
        String each =
                "name: x\nduration: 10\nstep: 0.01\nparameters: {c: 10*k}\nsweep: {model: [HH, Izhikevich], k: [1, 3, 4]}\n";
        assertEquals(
                List.of("2 of the 3 rows of Izhikevich do not reset 'v' below its threshold of 30, row 4 the first"
                        + " found: such rows diverge at a spike"),
                warnings(each));
        assertEquals(
                List.of("1 of the 2 rows of Izhikevich do not reset 'v' below its threshold of 30, row 1 the first"
                        + " found: such rows diverge at a spike"),
                warnings("""
                        name: x
                        model: Izhikevich
                        duration: 10
                        step: 0.01
                        parameters: {c: 29.99999999}
                        sweep: {precision: [double, float]}
                        """));
    }

    @Test
    void refusesASweepInWhichEveryResetFails() {
        String file = "name: x\nmodel: AdEx\nduration: 10\nstep: 0.01\n";
        assertEquals(
                "x.yaml:5:23: the reset of AdEx sets 'v' to 20, which is not below the threshold of 20",
                fault(file + "parameters: {v_reset: 20}\n"));
        assertEquals(
                "x.yaml:5:20: the reset of AdEx sets 'v' to -70.6, which is not below the threshold of -71",
                fault(file + "spike: {threshold: -71}\n"));
    }
}
