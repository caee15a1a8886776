package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.spike.Bursts;
import io.github.spikesweep.simulation.spike.Regime;
import io.github.spikesweep.simulation.spike.RegimeRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that end when they have settled are those that go on to the end. */
class SettlingTest {
    private static final Recording TIMES = Recording.of(Recording.Detail.SPIKE_TIMES);

    /** What the extrapolation of a rhythm may be off by. */
    private static final double CLOSE = 2e-3;

    private static List<Outcome> settled(List<Trial> trials) {
        return new Simulator(TIMES).runUntilSettled(trials, Progress.NONE);
    }

    /** Silent, single spikes, bursts of two, three and four, chaos (Hindmarsh and Rose 1984), strong drives. */
    private static List<Trial> hindmarshRose(Precision precision) {
        TrialSeries series = TrialSeries.of(
                new NeuronName("HR", precision, Integrator.RK4), Protocol.fixed(0.05, 160_000, 20_000), "e", 0);
        return series.trials(40, k -> 1.1 + 0.07 * k);
    }

    private static List<Trial> hodgkinHuxley(Protocol protocol, int n) {
        return TrialSeries.of(new NeuronName("HHArea", Precision.DOUBLE, Integrator.RK4), protocol, "I", 0)
                .trials(n, k -> 20.0 * k / (n - 1));
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Precision.class)
    void rowsHaveTheRegimeOfTheWholeDuration(Precision precision) {
        List<Trial> trials = hindmarshRose(precision);
        List<Outcome> early = settled(trials);
        assertSame(trials, early, new Simulator(TIMES).run(trials));
        List<Regime> ended = new ArrayList<>();
        for (int row = 0; row < trials.size(); row++) {
            if (!Double.isNaN(early.get(row).settledAt())) {
                regime(trials.get(row), early.get(row)).ifPresent(ended::add);
            }
        }
        assertTrue(ended.containsAll(List.of(Regime.SILENT, Regime.TONIC, Regime.BURSTING)), ended::toString);
        assertFalse(ended.contains(Regime.IRREGULAR), ended::toString);
        assertTrue(ended.size() >= trials.size() / 2, ended::toString);
    }

    @Tag("thorough")
    @Test
    void hodgkinHuxleyNeuronsRestAndFire() {
        List<Trial> trials = hodgkinHuxley(Protocol.fixed(0.02, 100_000, 5_000), 41);
        List<Outcome> early = settled(trials);
        assertSame(trials, early, new Simulator(TIMES).run(trials));
        assertTrue(early.stream().allMatch(outcome -> outcome.settledAt() < 1_000), "all end before half of the time");
    }

    private static void assertSame(List<Trial> trials, List<Outcome> early, List<Outcome> whole) {
        for (int row = 0; row < trials.size(); row++) {
            Outcome some = early.get(row);
            Outcome all = whole.get(row);
            double[] seen = some.spikes().seenTimes();
            assertArrayEquals(Arrays.copyOf(all.spikes().times(), seen.length), seen, "row " + row);
            boolean ended = !Double.isNaN(some.settledAt());
            assertTrue(ended || (!some.spikes().isContinued() && some.spikes().isCountSure()));
            assertTrue(seen.length == all.spikes().count()
                    || (ended && all.spikes().times()[seen.length] > some.settledAt()));
            assertEquals(regime(trials.get(row), all), regime(trials.get(row), some), "row " + row);
            if (some.spikes().isCountSure()) {
                assertEquals(all.spikes().count(), some.spikes().count(), "row " + row);
                assertClose(all.spikes().meanInterval(), some.spikes().meanInterval());
            }
            Optional<Bursts> bursts = Bursts.of(all.spikes().times(), RegimeRule.USUAL);
            Optional<Bursts> follow = Bursts.of(some.spikes().times(), RegimeRule.USUAL);
            assertEquals(bursts.isPresent(), follow.isPresent());
            bursts.ifPresent(expected -> {
                assertClose(expected.period(), follow.orElseThrow().period());
                assertClose(expected.duration(), follow.orElseThrow().duration());
                assertClose(expected.spikesPerBurst(), follow.orElseThrow().spikesPerBurst());
                assertClose(expected.dutyCycle(), follow.orElseThrow().dutyCycle());
            });
            int v = trials.get(row).kernel().spikeVariable();
            double range = all.maximum(v) - all.minimum(v);
            assertEquals(all.minimum(v), some.minimum(v), CLOSE * (range + Math.abs(all.minimum(v))));
            assertEquals(all.maximum(v), some.maximum(v), CLOSE * (range + Math.abs(all.maximum(v))));
        }
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(Double.isNaN(expected), Double.isNaN(actual));
        assertTrue(!(Math.abs(expected - actual) > CLOSE * Math.abs(expected)), actual + " is not about " + expected);
    }

    private static Optional<Regime> regime(Trial trial, Outcome outcome) {
        Protocol protocol = trial.protocol();
        return Regime.of(outcome.spikes().times(), protocol.transientTime(), protocol.duration(), RegimeRule.USUAL);
    }

    @Tag("thorough")
    @Test
    void bitsDependOnNeitherLanesNorCompany() {
        List<Trial> trials = hindmarshRose(Precision.DOUBLE);
        List<String> expected = bits(settled(trials));
        for (int lanes : new int[] {3, 8, 64}) {
            assertEquals(
                    expected,
                    bits(new Simulator(TIMES, lanes).runUntilSettled(trials, Progress.NONE)),
                    lanes + " lanes");
        }
        List<Trial> reversed = new ArrayList<>(trials);
        Collections.reverse(reversed);
        List<String> backwards = new ArrayList<>(bits(settled(reversed)));
        Collections.reverse(backwards);
        assertEquals(expected, backwards);
        for (int row = 0; row < trials.size(); row += 7) {
            assertEquals(List.of(expected.get(row)), bits(settled(List.of(trials.get(row)))));
        }
    }

    private static List<String> bits(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.settledAt() + " " + outcome.steps() + " "
                        + Arrays.toString(outcome.spikes().times())
                        + outcome.spikes().isCountSure()
                        + outcome.minimum(0) + outcome.maximum(0) + outcome.end(0) + outcome.end(1))
                .toList();
    }

    @Tag("thorough")
    @Test
    void lanesOfRowsThatHaveEndedAreTakenByOthers() {
        List<Trial> trials = hodgkinHuxley(Protocol.fixed(0.02, 50_000, 0), 700);
        SettlingRun run = new SettlingRun(trials, TIMES, 64, Progress.NONE);
        List<Outcome> outcomes = run.run(count -> Math.max(8, Integer.highestOneBit(2 * count - 1)));
        long own = outcomes.stream().mapToLong(Outcome::steps).sum();
        assertTrue(own < 0.6 * 700 * 50_000, "the rows take " + own);
        assertTrue(run.laneSteps() < 1.1 * own, run.laneSteps() + " steps of lanes for " + own + " of rows");
    }

    @Test
    void rowsThatDivergeDoSoAtTheSameTime() {
        TrialSeries series = TrialSeries.of(
                SmallModels.read("""
                        name: Escape
                        variables: {v: {initial: 0.001, range: [-10, 10]}}
                        input: I
                        equations: {v: I * v}
                        spike: {variable: v, threshold: 20}
                        """), Precision.DOUBLE, Integrator.RK4, Protocol.fixed(0.01, 10_000, 100), "I", 0);
        List<Trial> trials = series.trials(30, k -> -1 + 0.1 * k);
        List<Outcome> whole = new Simulator(TIMES).run(trials);
        List<Outcome> early = settled(trials);
        assertTrue(whole.stream().anyMatch(Outcome::diverged));
        for (int row = 0; row < trials.size(); row++) {
            assertEquals(whole.get(row).divergedAt(), early.get(row).divergedAt());
        }
    }

    /** A fast neuron whose drive w follows from a slow variable, which takes it across the onset of firing late, or back. */
    private static Model adapting(String slow, double start) {
        return SmallModels.read("""
                name: Adapting
                variables:
                  v: {initial: -1.2}
                  r: {initial: -0.6}
                  w: {initial: %s}
                parameters: {tau: {default: 1000}}
                input: I
                equations:
                  v: v - v^3/3 - r + w
                  r: 0.08*(v + 0.7 - 0.8*r)
                  w: %s
                spike: {variable: v, threshold: 1, rearm: 0}
                """.formatted(start, slow));
    }

    /** FitzHugh–Nagumo fires for w from 0.3313 to 1.4187. */
    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Slow.class)
    void isNotFooledBySlowAdaptation(Slow slow) {
        Model model = adapting(slow.equation, slow.start);
        TrialSeries series =
                TrialSeries.of(model, Precision.DOUBLE, Integrator.RK4, Protocol.fixed(0.1, 100_000, 0), "tau", 0);
        List<Trial> trials = series.trials(24, k -> 20 * Math.pow(1.35, k));
        List<Outcome> whole = new Simulator(TIMES).run(trials);
        List<Outcome> early = settled(trials);
        int ended = 0;
        for (int row = 0; row < trials.size(); row++) {
            Outcome some = early.get(row);
            assertEquals(regime(trials.get(row), whole.get(row)), regime(trials.get(row), some), slow + " " + row);
            if (!Double.isNaN(some.settledAt())) {
                ended++;
                if (some.spikes().isCountSure()) {
                    assertEquals(whole.get(row).spikes().count(), some.spikes().count(), slow + " " + row);
                }
            }
        }
        assertTrue(ended >= slow.fewest, slow + ": " + ended + " end early");
    }

    private enum Slow {
        /** Silent for long, then firing. */
        BEGINS("(0.4 - w)/tau", 0, 8),
        /** Just does not begin. */
        DOES_NOT_BEGIN("(0.25 - w)/tau", 0, 8),
        /** Fires for long, then stops. */
        STOPS("(0.3 - w)/tau", 0.8, 8),
        /** Changes at one speed: by little, then across the onset. */
        RAMP("1/(100*tau)", 0, 0),
        /** Follows its firing. */
        ADAPTS("(0.9 - 0.3*(v + 2) - w)/tau", 0.9, 4);

        private final String equation;
        private final double start;
        /** So many rows are fast enough to settle. */
        private final int fewest;

        Slow(String equation, double start, int fewest) {
            this.equation = equation;
            this.start = start;
            this.fewest = fewest;
        }
    }

    /** At w = 0.5 the fixed point is unstable; rows start within rounding of it, and leave it late. */
    @Test
    void doesNotTakeAnUnstableStateForRest() {
        Model model = adapting("0*v", 0.5);
        TrialSeries series =
                TrialSeries.of(model, Precision.DOUBLE, Integrator.RK4, Protocol.fixed(0.05, 60_000, 0), "tau", 0);
        // v - v^3/3 - (v + 0.7)/0.8 + 0.5 = 0
        double v = -0.8048;
        for (int i = 0; i < 60; i++) {
            v -= (v - v * v * v / 3 - (v + 0.7) / 0.8 + 0.5) / (1 - v * v - 1.25);
        }
        for (double off : new double[] {1e-3, 1e-6, 1e-9, 1e-12}) {
            Trial trial = series.trial(1000, new double[] {v + off, (v + 0.7) / 0.8, 0.5});
            Outcome whole = new Simulator(TIMES).run(List.of(trial)).get(0);
            Outcome some = settled(List.of(trial)).get(0);
            assertTrue(whole.spikes().count() > 20);
            assertTrue(some.spikes().count() > 20, "off by " + off + ": settled at " + some.settledAt());
        }
    }
}
