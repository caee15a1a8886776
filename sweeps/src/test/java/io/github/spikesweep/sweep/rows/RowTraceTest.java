package io.github.spikesweep.sweep.rows;

import static io.github.spikesweep.sweep.Sweeps.HH;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.simulation.single.Neuron;
import io.github.spikesweep.sweep.SweepDefinition;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Every variable of one row over time. */
class RowTraceTest {
    @Test
    void isWhatANeuronDoesThatIsMovedByHand() {
        RowTrace trace = trace(SHORT + "transient: 5\nsweep: {gna: [0.5, 1.2], gk: [0.2, 0.3]}\n", 2);
        Neuron neuron = Neuron.create("HHDoubleRK4");
        neuron.setParameter("gna", 1.2);
        neuron.setParameter("gk", 0.2);
        List<String> names = trace.model().variableNames();
        assertEquals(List.of("v", "m", "h", "n"), names);
        assertEquals(1001, trace.size());
        for (int sample = 0; sample < trace.size(); sample++) {
            assertEquals(sample / 100.0, trace.time(sample));
            for (int variable = 0; variable < names.size(); variable++) {
                assertEquals(neuron.get(names.get(variable)), trace.value(variable, sample));
            }
            neuron.addSynapticInput(0.1);
            neuron.step(0.01);
        }
        assertEquals(OptionalDouble.empty(), trace.divergedAt());
    }

    @Test
    void spacingPicksFromAllValues() {
        RowTrace all = trace(SHORT, 0);
        RowTrace some = RowTrace.of(read(SHORT), 0, OptionalDouble.of(0.07));
        assertEquals(143, some.size());
        assertEquals(0.07, some.every(), 1e-15);
        for (int sample = 0; sample < some.size(); sample++) {
            assertEquals(all.time(7 * sample), some.time(sample));
            assertEquals(all.value(0, 7 * sample), some.value(0, sample));
        }
    }

    @Test
    void agreesWithTheTable() {
        String noisy = SHORT
                + "noise: {kind: ornstein-uhlenbeck, sigma: s, tau: 1}\nsweep: {s: [0.1, 0.2]}\noutputs: [trace_v]\n";
        SweepDefinition definition = read(noisy);
        List<?> table = (List<?>) Rows.of(definition, RowSet.of(definition), List.of("trace_v"))
                .get(1)
                .get("trace_v");
        RowTrace trace = trace(noisy, 1);
        for (int sample = 0; sample < trace.size(); sample++) {
            assertEquals(table.get(sample), trace.value(0, sample));
        }
    }

    @Test
    void chosenStepsHaveAThousandIntervals() {
        String adaptive = "name: x\nneuron: HHDoubleDormandPrince\nduration: 20\ntolerance: 1e-6\ninput: 0.1\n";
        RowTrace trace = trace(adaptive, 0);
        RowTrace fixed = trace(HH + "duration: 20\nstep: 0.001\n", 0);
        assertEquals(1001, trace.size());
        assertEquals(20, trace.time(1000));
        for (int sample = 0; sample <= 1000; sample++) {
            assertEquals(fixed.value(0, 20 * sample), trace.value(0, sample), 1e-3);
        }
    }

    @Test
    void mapsHaveAValueForEachStep() {
        RowTrace trace = trace("name: x\nmodel: Rulkov\nduration: 30\n", 0);
        assertEquals(31, trace.size());
        assertEquals(30, trace.time(30));
        assertEquals("iteration", trace.model().time());
    }

    @Test
    void longRowsHaveAboutAMillionValues() {
        RowTrace trace = trace("name: x\nmodel: Rulkov\nduration: 2500000\n", 0);
        assertEquals(3, trace.every());
        assertEquals(833_334, trace.size());
    }

    @Test
    void endsBeforeTheRowDiverges() {
        RowTrace fixed = trace("name: x\nneuron: HHDoubleEuler\nduration: 60\nstep: 0.1\ninput: 0.1\n", 0);
        double when = fixed.divergedAt().orElseThrow();
        assertEquals(Math.round(when / 0.1), fixed.size());
        assertTrue(fixed.size() > 1);
        for (int sample = 0; sample < fixed.size(); sample++) {
            assertTrue(Math.abs(fixed.value(0, sample)) <= 220 && fixed.value(0, sample) != 0);
        }
        RowTrace chosen =
                trace("name: x\nneuron: HHDoubleDormandPrince\nduration: 20\ntolerance: 1e-6\ninput: 10 * t\n", 0);
        assertTrue(chosen.divergedAt().isPresent());
        int last = chosen.size() - 1;
        assertTrue(last > 0 && chosen.time(last) < chosen.divergedAt().getAsDouble());
        assertTrue(chosen.value(0, last) != 0);
    }

    @Test
    void rowThatCannotBeSimulatedHasNoValues() {
        RowTrace trace = trace(SHORT + "parameters: {gl: 1 / k}\nsweep: {k: [0]}\n", 0);
        assertEquals(0, trace.size());
        assertEquals(OptionalDouble.of(0), trace.divergedAt());
    }

    @Test
    void refusesRowsAndSpacingsThatAreNotThere() {
        assertEquals("--id 1: the rows of x are 0 to 0", fault(SHORT, 1, OptionalDouble.empty()));
        assertEquals("--id -1: the rows of x are 0 to 0", fault(SHORT, -1, OptionalDouble.empty()));
        assertEquals(
                "--every 0.001: is not a whole number of steps of 0.01; 0.01 is",
                fault(SHORT, 0, OptionalDouble.of(0.001)));
        assertEquals(
                "--every -1: must be positive and at most the duration, 10", fault(SHORT, 0, OptionalDouble.of(-1)));
        assertEquals(
                "--every 0.01: 500000005 values are more than the 10^7 that a trace may have; take 0.51 or more",
                fault(HH + "duration: 1e6\nstep: 0.01\n", 0, OptionalDouble.of(0.01)));
    }

    private static String fault(String text, long id, OptionalDouble every) {
        return assertThrows(InputException.class, () -> RowTrace.of(read(text), id, every))
                .getMessage();
    }

    private static RowTrace trace(String text, long id) {
        return RowTrace.of(read(text), id, OptionalDouble.empty());
    }
}
