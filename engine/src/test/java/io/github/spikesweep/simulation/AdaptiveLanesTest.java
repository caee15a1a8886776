package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Recording.Detail;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lanes with steps of their own take one row after the other, and take steps in which nothing happens together. Neither is seen in a row. */
@OneIn(5)
class AdaptiveLanesTest {
    private static final Recording ALL = new Recording(Set.of(Detail.values()), List.of(), 1);
    /** So many values that there is one in every step. */
    private static final Recording EVERYWHERE = new Recording(Set.of(Detail.values()), List.of("v"), 1.0 / 1024);

    /** Held after a spike for a time that differs between rows; leaves its range where g is large. */
    private static final Model HELD = SmallModels.read("""
        name: Held
        variables: {v: {initial: -65}, w: {initial: 0, range: [-1, 16]}}
        parameters: {t_ref: {default: 2}, g: {default: 0}}
        input: I
        equations: {v: (-65 - v - g*w + I) / 10, w: (v + 65 - w) / 20}
        reset: {v: -65, w: w + 1}
        hold: t_ref
        spike: {variable: v, threshold: -50}
        """);

    private static List<Trial> sodium(Integrator integrator, int rows) {
        return TrialSeries.hodgkinHuxley(Precision.DOUBLE, integrator, Protocol.adaptive(40, 5, 1e-5), rows);
    }

    /** Of which some spike and hold, some rest, some diverge on the way, and some at once: they start at no number. */
    private static List<Trial> held(Integrator integrator) {
        Setting setting = Setting.of(HELD, Precision.DOUBLE, integrator, "I", "t_ref", "g");
        List<Trial> trials = new ArrayList<>();
        for (int row = 0; row < 60; row++) {
            Setting here = setting.with("I", 2.0 * (row % 20))
                    .with("t_ref", row % 7 == 3 ? Double.NaN : row % 5)
                    .with("g", row % 11 == 4 ? -6 : 0.1);
            trials.add(here.trial(Protocol.adaptive(60, 10, 1e-6)));
        }
        return trials;
    }

    @ParameterizedTest
    @EnumSource(
            value = Integrator.class,
            names = {"DORMAND_PRINCE", "RODAS5P", "TAYLOR"})
    void rowsDoNotKnowWhatWasInTheirLaneBefore(Integrator integrator) {
        checkLanes(sodium(integrator, 24));
    }

    @ParameterizedTest
    @EnumSource(
            value = Integrator.class,
            names = {"DORMAND_PRINCE", "RODAS5P", "TAYLOR"})
    void heldAndDivergedRowsLeaveNothingBehind(Integrator integrator) {
        List<Trial> trials = held(integrator);
        List<Outcome> outcomes = checkLanes(trials);
        assertTrue(outcomes.stream().anyMatch(outcome -> outcome.divergedAt() == 0));
        assertTrue(outcomes.stream().anyMatch(outcome -> outcome.divergedAt() > 0));
        assertTrue(outcomes.stream().anyMatch(outcome -> outcome.spikes().count() > 1));
        assertTrue(outcomes.stream().anyMatch(outcome -> outcome.spikes().count() == 0 && !outcome.diverged()));
    }

    private static List<Outcome> checkLanes(List<Trial> trials) {
        List<Outcome> together = new Simulator(ALL).run(trials);
        List<Trial> reversed = new ArrayList<>(trials);
        Collections.reverse(reversed);
        List<Outcome> inTwoLanes = new Simulator(ALL, 2).run(trials);
        List<Outcome> backwards = new Simulator(ALL, 8).run(reversed);
        for (int row = 0; row < trials.size(); row++) {
            Outcome alone = new Simulator(ALL, 1).run(List.of(trials.get(row))).get(0);
            assertSame(alone, together.get(row));
            assertSame(alone, inTwoLanes.get(row));
            assertSame(alone, backwards.get(trials.size() - 1 - row));
        }
        return together;
    }

    /** Where a value is wanted in every step, each is looked at; otherwise the kernel takes most of them. */
    @ParameterizedTest
    @EnumSource(
            value = Integrator.class,
            names = {"DORMAND_PRINCE", "RODAS5P", "TAYLOR"})
    void stepsThatNobodyLooksAtAreTheSame(Integrator integrator) {
        List<Trial> trials = new ArrayList<>(sodium(integrator, 6));
        trials.addAll(held(integrator).subList(0, 20));
        List<Outcome> seen = new Simulator(EVERYWHERE).run(trials);
        List<Outcome> taken = new Simulator(ALL).run(trials);
        List<Outcome> bare = new Simulator(Recording.BASIC).run(trials);
        for (int row = 0; row < trials.size(); row++) {
            assertSame(seen.get(row), taken.get(row));
            assertEquals(seen.get(row).end(0), bare.get(row).end(0));
            assertEquals(seen.get(row).maximum(0), bare.get(row).maximum(0));
            assertEquals(seen.get(row).steadyState(), bare.get(row).steadyState());
            assertEquals(seen.get(row).spikes().last(), bare.get(row).spikes().last());
        }
    }

    private static void assertSame(Outcome expected, Outcome found) {
        assertEquals(expected.divergedAt(), found.divergedAt());
        assertEquals(expected.steps(), found.steps());
        assertArrayEquals(expected.spikes().times(), found.spikes().times());
        assertEquals(expected.end(0), found.end(0));
        assertEquals(expected.end(1), found.end(1));
        assertEquals(expected.minimum(0), found.minimum(0));
        assertEquals(expected.maximum(0), found.maximum(0));
        assertEquals(expected.steadyState(), found.steadyState());
        assertEquals(
                expected.actionPotentials().meanAmplitude(),
                found.actionPotentials().meanAmplitude());
        assertEquals(
                expected.actionPotentials().meanHalfWidth(),
                found.actionPotentials().meanHalfWidth());
    }
}
