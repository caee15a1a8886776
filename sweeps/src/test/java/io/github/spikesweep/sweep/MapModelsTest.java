package io.github.spikesweep.sweep;

import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.sweep.cost.Workload;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that are maps: they need no integrator, and their time counts steps. */
class MapModelsTest {
    private static final String MAP = "name: x\nmodel: Rulkov\nduration: 10\n";

    @Test
    void mapNeedsNeitherIntegratorNorStep() {
        SweepDefinition definition = read(MAP + "transient: 3\n");
        assertEquals(List.of(Integrator.MAP), definition.integrators());
        assertEquals(10, definition.steps(0));
        assertEquals(hash(definition), hash(read(MAP + "transient: 3\nstep: 1\n")));
        assertEquals(hash(definition), hash(read("name: x\nneuron: RulkovDoubleMap\nduration: 10\ntransient: 3\n")));
    }

    /** The counts are those of the same map written by hand in Python. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0, 909, 0.9575040240772688",
        "-0.1, 0, 0, -0.9575040240772688",
        "0.1, -0.5, 909, 0.9575040240772688",
        "0.1, -1.5, 542, -0.9575040240772688",
        "-0.1, 1.5, 245, 0.9575040240772688"
    })
    void aPulseTurnsTheBistableRulkovMapOnAndOff(String start, String pulse, int spikes, double drive) {
        SweepDefinition definition =
                read("name: x\nmodel: RulkovBistable\nduration: 5000\ninput: a * pulse(t, 3000, 1)\n"
                        + "initial: {sigma: %s}\nsweep: {a: [%s]}\n".formatted(start, pulse)
                        + "outputs: [spike_count, sigma_final]\n");
        Map<String, Object> row = Rows.of(definition, RowSet.of(definition), List.of("spike_count", "sigma_final"))
                .get(0);
        assertEquals(spikes, row.get("spike_count"));
        assertEquals(drive, (double) row.get("sigma_final"), 1e-14);
    }

    @Test
    void mapStandsBesideDifferentialEquations() {
        String both = "name: x\nduration: 10\nsweep: {model: [HR, Rulkov], integrator: [RK4, DormandPrince]}\n";
        SweepDefinition definition = read(both + "step: 1\ntolerance: 0.001\n");
        assertEquals(
                List.of(10L, 200L, 10L, 10L),
                List.of(definition.steps(0), definition.steps(1), definition.steps(2), definition.steps(3)));
        assertEquals(new Workload(4, 230), Workload.of(definition, RowSet.of(definition)));
        assertFalse(definition.hasEqualSteps());
        assertTrue(read("name: x\nduration: 10\nsweep: {model: [HR, Rulkov]}\nstep: 1\n")
                .hasEqualSteps());
        assertEquals(
                "x.yaml:4:7: the map Rulkov takes steps of 1, found 0.5",
                fault(both + "step: 0.5\ntolerance: 0.001\n"));
        assertEquals("x.yaml:1:1: a sweep file needs the key 'step'", fault(both + "tolerance: 0.001\n"));
        String adaptive =
                "name: x\nduration: 10\ntolerance: 0.1\nintegrator: DormandPrince\nsweep: {model: [HR, Rulkov]}\n";
        assertEquals(200, read(adaptive).steps(0));
        assertEquals(hash(read(adaptive)), hash(read(adaptive + "step: 1\n")));
    }

    @Test
    void refusesWhatAMapDoesNotTake() {
        assertEquals(
                "x.yaml:4:1: 'integrator' does not go with the map Rulkov, which needs none",
                fault(MAP + "integrator: RK4\n"));
        assertEquals(
                "x.yaml:4:9: 'integrator' does not go with the map Rulkov, which needs none",
                fault(MAP + "sweep: {integrator: [RK4]}\n"));
        assertEquals(
                "x.yaml:4:9: 'tolerance' does not go with the map Rulkov, which takes steps of 1",
                fault(MAP + "sweep: {tolerance: [0.1]}\n"));
        assertEquals("x.yaml:4:7: the map Rulkov takes steps of 1, found 0.1", fault(MAP + "step: 0.1\n"));
        assertEquals(
                "x.yaml:4:1: an audit halves the step, but the step of the map Rulkov cannot be halved",
                fault(MAP + "audit: {fraction: 1}\n"));
    }

    @Test
    void refusesTimesThatAreNoWholeNumbersOfSteps() {
        assertEquals(
                "x.yaml:3:11: the map Rulkov takes steps of 1: its duration must be a whole number, found 10.5",
                fault("name: x\nmodel: Rulkov\nduration: 10.5\n"));
        assertEquals(
                "x.yaml:4:12: the map Rulkov takes steps of 1: its transient must be a whole number, found 0.5",
                fault(MAP + "transient: 0.5\n"));
        assertEquals(
                "x.yaml:4:12: the transient of 10 leaves nothing of the duration of 10",
                fault(MAP + "transient: 10\n"));
        assertEquals(
                "x.yaml:3:11: a duration of 1E+15 of a map takes 1E+15 steps; at most 10^12 are accepted",
                fault("name: x\nmodel: Rulkov\nduration: 1e15\n"));
    }

    /** Every second iteration may be a spike, and a count is a number of 32 bits. */
    @Test
    void refusesMoreSpikesThanACountHolds() {
        assertEquals(
                "x.yaml:3:11: Rulkov may spike 2500000000 times in a duration of 5000000000 in steps of 1, and a count holds at most "
                        + "2,147,483,639; a shorter duration, or a 'refractory' of 'spike' that keeps them below, is accepted",
                fault("name: x\nmodel: Rulkov\nduration: 5e9\n"));
        String longest = "name: x\nmodel: Rulkov\nduration: 4294967278\n";
        assertEquals(4294967278.0, read(longest).timing().duration());
        read("name: x\nmodel: Rulkov\nduration: 5e9\ntransient: 1e9\n");
        read("name: x\nmodel: Rulkov\nduration: 5e9\nspike: {refractory: 3}\n");
        assertEquals(
                "x.yaml:3:11: HH may spike 25000000000 times in a duration of 500000000 in steps of 0.01, and a count holds at most "
                        + "2,147,483,639; a shorter duration, or a 'refractory' of 'spike' that keeps them below, is accepted",
                fault("name: x\nmodel: HH\nduration: 5e8\nstep: 0.01\n"));
    }
}
