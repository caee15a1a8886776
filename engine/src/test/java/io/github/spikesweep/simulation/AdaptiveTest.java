package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AdaptiveTest {
    /** The stable step of e^(−kt) is 3.3/k: with k of 10¹³ a row would take 3·10¹³ steps. Its neighbour goes on as if it were alone. */
    @Tag("thorough")
    @Test
    void aRowThatWouldNeverEndDiverges() {
        Model decay = SmallModels.read("""
                name: Decay
                variables: {v: {initial: 2}}
                parameters: {k: {default: 1}}
                input: I
                equations: {v: I - k*v + sin(10*t)}
                spike: {variable: v, threshold: 0.05}
                """);
        Setting setting = Setting.of(decay, Precision.DOUBLE, Integrator.DORMAND_PRINCE, "k");
        Protocol protocol = Protocol.adaptive(100, 0, 1e-6);
        List<Outcome> outcomes = new Simulator(Recording.BASIC)
                .run(List.of(
                        setting.with("k", 1e13).trial(protocol),
                        setting.trial(protocol),
                        setting.with("k", 1e4).trial(protocol)));
        assertEquals(1_000_000, outcomes.get(0).steps());
        assertTrue(outcomes.get(0).divergedAt() > 0 && outcomes.get(0).divergedAt() < 1e-3);
        Outcome alone = new Simulator(Recording.BASIC)
                .run(List.of(setting.trial(protocol)))
                .get(0);
        assertFalse(alone.diverged());
        assertEquals(alone.end(0), outcomes.get(1).end(0));
        assertEquals(alone.steps(), outcomes.get(1).steps());
        // Stiff, but it ends.
        assertFalse(outcomes.get(2).diverged());
        assertTrue(outcomes.get(2).steps() > 300_000);
    }

    private static final NeuronName HH = new NeuronName("HH", Precision.DOUBLE, Integrator.DORMAND_PRINCE);
    private static final Recording ALL = new Recording(Set.of(Recording.Detail.values()), List.of("v", "n"), 0.5);

    private static List<Trial> scan(Protocol protocol, Integrator integrator, int rows) {
        return TrialSeries.hodgkinHuxley(Precision.DOUBLE, integrator, protocol, rows);
    }

    /** The bits of a row do not depend on rows beside it, although every lane has its own steps. */
    @Test
    void bitsDoNotDependOnLanesOrCompany() {
        List<Trial> trials = scan(Protocol.adaptive(40, 5, 1e-5), Integrator.DORMAND_PRINCE, 40);
        List<Outcome> together = new Simulator(ALL).run(trials);
        List<Trial> reversed = new ArrayList<>(trials);
        Collections.reverse(reversed);
        List<Outcome> backwards = new Simulator(ALL, 8).run(reversed);
        Outcome alone = new Simulator(ALL, 1).run(List.of(trials.get(17))).get(0);
        assertSame(together.get(17), alone);
        for (int k = 0; k < trials.size(); k++) {
            assertSame(together.get(k), backwards.get(trials.size() - 1 - k));
        }
    }

    private static void assertSame(Outcome expected, Outcome found) {
        assertArrayEquals(expected.spikes().times(), found.spikes().times());
        assertArrayEquals(expected.trace(0), found.trace(0));
        assertEquals(expected.end(2), found.end(2));
        assertEquals(expected.maximum(0), found.maximum(0));
        assertEquals(expected.steps(), found.steps());
        assertEquals(expected.steadyState(), found.steadyState());
        assertEquals(
                expected.actionPotentials().meanHalfWidth(),
                found.actionPotentials().meanHalfWidth());
    }

    /** Features measured on the curves of long steps equal those of many short steps. */
    @Test
    void allFiguresAgreeWithThoseOfShortSteps() {
        List<Trial> adaptive = scan(Protocol.adaptive(60, 10, 1e-7), Integrator.DORMAND_PRINCE, 6);
        List<Trial> fixed = scan(Protocol.fixed(0.001, 60_000, 10_000), Integrator.RK4, 6);
        List<Outcome> few = new Simulator(ALL).run(adaptive);
        List<Outcome> many = new Simulator(ALL).run(fixed);
        for (int k = 0; k < few.size(); k++) {
            Outcome a = few.get(k);
            Outcome b = many.get(k);
            assertArrayEquals(b.spikes().times(), a.spikes().times(), 1e-6);
            assertEquals(b.minimum(0), a.minimum(0), 1e-4);
            assertEquals(b.maximum(0), a.maximum(0), 1e-3, "a peak lies between two of the short steps");
            assertEquals(b.steadyState(), a.steadyState(), 1e-3);
            assertEquals(
                    b.actionPotentials().meanAmplitude(), a.actionPotentials().meanAmplitude(), 1e-3);
            assertEquals(
                    b.actionPotentials().meanHalfWidth(), a.actionPotentials().meanHalfWidth(), 1e-4);
            assertEquals(101, a.trace(0).length);
            assertArrayEquals(b.trace(0), a.trace(0), 1e-3);
            assertArrayEquals(b.trace(3), a.trace(3), 1e-5);
            assertTrue(a.steps() < 5_000, a.steps() + " steps");
        }
    }

    @Test
    void theErrorFallsWithTheTolerance() {
        Model model = ModelCatalog.find("HH").orElseThrow();
        double gna = 120 * 7.854e-3;
        double truth = last(model, gna, 1e-10);
        double before = Double.POSITIVE_INFINITY;
        for (double tolerance : new double[] {1e-2, 1e-4, 1e-6, 1e-8}) {
            double error = Math.abs(last(model, gna, tolerance) - truth);
            assertTrue(error < before / 10, "error " + error + " at " + tolerance + ", " + before + " before");
            assertTrue(error <= tolerance, "error " + error + " at " + tolerance);
            before = error;
        }
    }

    private static double last(Model model, double gna, double tolerance) {
        TrialSeries series = TrialSeries.of(
                model, Precision.DOUBLE, HH.integrator(), Protocol.adaptive(60, 0, tolerance), "gna", 0.1);
        return SmallModels.run(series.trial(gna), Recording.BASIC).spikes().last();
    }
}
