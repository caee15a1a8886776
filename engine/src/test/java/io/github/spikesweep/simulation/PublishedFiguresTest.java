package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.spike.SpikeTrain;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.analysis.solvers.BisectionSolver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Published results of experiments. Spikes come from an independent integrator at a tolerance of 1e-11,
 * the rest state and the bifurcations from the equations and their derivatives in 40 digits.
 */
class PublishedFiguresTest {
    private static final double STEP = 0.01;
    private static final double[] NEAR_REST = {-65, 0.05, 0.6, 0.32};

    /** The patch of membrane of {@code HH}, in cm². */
    private static final double AREA = 7.854e-3;

    /** Two of the built-in Matsuoka neurons. */
    private static final Model PAIR = SmallModels.read("""
            name: Pair
            variables: {x: {initial: 0.1}, v: {initial: 0}, x2: {initial: 0}, v2: {initial: 0}}
            parameters: {w: {default: 2}, beta: {default: 2.5}, t2: {default: 12}}
            input: I
            equations:
              x: 1 - x - beta*v - w*max(0, x2) + I
              v: (max(0, x) - v) / t2
              x2: 1 - x2 - beta*v2 - w*max(0, x) + I
              v2: (max(0, x2) - v2) / t2
            spike: {variable: x, threshold: 0}
            """);

    /** Currents in µA/cm². */
    private static Setting perArea(Integrator integrator, double current) {
        return Setting.of("HHArea", integrator, "I").with("I", current);
    }

    private static Equilibrium steady(double current) {
        return steady(current, NEAR_REST);
    }

    private static Equilibrium steady(double current, double[] near) {
        return Equilibrium.near(near, perArea(Integrator.EULER, current));
    }

    /** 1 s of a constant current, starting from rest. */
    private static SpikeTrain second(double current) {
        Protocol protocol = Protocol.fixed(STEP, 100_000, 0);
        return spikes(perArea(Integrator.RK4, current).trial(protocol, steady(0).state()));
    }

    /** 3000 units of Hindmarsh–Rose, without input. */
    private static SpikeTrain bursts(double drive) {
        return spikes(Setting.of("HR", Integrator.RK4)
                .with("S", 4)
                .with("mu", 0.006)
                .with("e", drive)
                .trial(Protocol.fixed(STEP, 300_000, 0)));
    }

    private static SpikeTrain spikes(Trial trial) {
        return new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES))
                .run(List.of(trial))
                .get(0)
                .spikes();
    }

    /** The intervals between the last spikes, the last one last. */
    private static double[] lastIntervals(SpikeTrain spikes, int count) {
        double[] times = spikes.times();
        double[] intervals = new double[count];
        for (int k = 0; k < count; k++) {
            int spike = times.length - count + k;
            intervals[k] = times[spike] - times[spike - 1];
        }
        return intervals;
    }

    @Test
    void restsWhereTheCurrentsCancel() {
        Equilibrium rest = steady(0);
        assertEquals(-64.996379331192, rest.state()[0], 1e-11);
        assertTrue(rest.growth() < 0, "stable");
    }

    @ParameterizedTest
    @CsvSource({"7, 58.327063", "8, 62.469886", "10, 68.323699", "20, 86.470053", "50, 117.035988"})
    void firesAtTheFrequencyOfItsCurrent(double current, double frequency) {
        double interval = lastIntervals(second(current), 1)[0];
        assertEquals(frequency, 1000 / interval, 1e-6 * frequency);
    }

    @ParameterizedTest
    @CsvSource({"6.2, 3", "6.25, 8", "6.3, 53", "7, 59", "8, 63", "10, 69", "20, 87", "50, 117"})
    void countsTheSpikesOfASecond(double current, int count) {
        assertEquals(count, second(current).count());
    }

    /** The patch has the same equations times its area: the same spikes, up to rounding. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(doubles = {0, 2, 6.2, 6.25, 6.3, 7, 10, 20, 50, 100, 160})
    void aPatchOfItsAreaSpikesAtTheSameTimes(double current) {
        Protocol protocol = Protocol.fixed(STEP, 100_000, 0);
        SpikeTrain perArea = spikes(perArea(Integrator.RK4, current).trial(protocol));
        SpikeTrain patch = spikes(
                Setting.of("HH", Integrator.RK4).with("I", current * AREA).trial(protocol));
        assertEquals(perArea.count(), patch.count());
        assertArrayEquals(perArea.times(), patch.times(), 1e-8);
    }

    @Test
    void spikesFirstAtTheTrueTime() {
        assertEquals(1.9012315412, second(10).first(), 1e-6);
    }

    @Test
    void losesTheStabilityOfItsSteadyStateAtTheFirstHopfBifurcation() {
        assertTrue(steady(9).growth() < 0, "stable below");
        assertTrue(steady(11).growth() > 0, "unstable above");
        assertEquals(9.775437995313, stabilityChange(9, 11), 5e-9);
    }

    @Test
    void regainsTheStabilityOfItsSteadyStateAtTheSecondHopfBifurcation() {
        assertTrue(steady(150).growth() > 0, "unstable below");
        assertTrue(steady(160).growth() < 0, "stable above");
        assertEquals(154.522433665808, stabilityChange(150, 160), 5e-9);
    }

    /** The current at which an eigenvalue crosses the imaginary axis. */
    private static double stabilityChange(double low, double high) {
        double[] near = steady(low).state();
        return new BisectionSolver(1e-10)
                .solve(100, current -> steady(current, near).growth(), low, high);
    }

    @Test
    void hindmarshRoseFallsSilentAfterSixSpikesAtAWeakDrive() {
        assertEquals(6, bursts(1.2).count());
    }

    @Test
    void hindmarshRoseBurstsInThreesAtAMiddlingDrive() {
        double[] period = {12.795, 23.221, 99.877};
        double[] last = lastIntervals(bursts(2.2), 9);
        int start = 0;
        while (Math.abs(last[start] - period[0]) > 1) {
            start++;
        }
        for (int k = 0; k < 6; k++) {
            assertEquals(period[k % 3], last[start + k], 6e-4, "interval " + k);
        }
    }

    @Test
    void hindmarshRoseSpikesRegularlyAtAStrongDrive() {
        for (double interval : lastIntervals(bursts(4), 10)) {
            assertEquals(20.12787, interval, 6e-6);
        }
    }

    /** The pacemaker AB/PD 1 of Prinz, Bucher and Marder (2004); SciPy's DOP853 finds the same at a tolerance of 1e-10. */
    @Tag("thorough")
    @Test
    void stomatogastricPacemakerBursts() {
        Protocol protocol = Protocol.fixed(STEP, 900_000, 300_000);
        double[] times =
                spikes(Setting.of("STG", Integrator.RK4).trial(protocol)).times();
        List<Integer> starts = IntStream.range(1, times.length)
                .filter(k -> times[k] - times[k - 1] > 500)
                .boxed()
                .toList();
        assertEquals(3, starts.size());
        for (int burst = 1; burst < starts.size(); burst++) {
            assertEquals(17, starts.get(burst) - starts.get(burst - 1));
            assertEquals(1500.42, times[starts.get(burst)] - times[starts.get(burst - 1)], 1e-2);
        }
    }

    /** At rest, sf/cosh²(sf v/af) is then 1 + tm/ts: with the defaults, tanh(2 v) is 1/2 there. */
    @Test
    void rowatSelverstonBeginsToOscillateWhereItsRestLosesItsStability() {
        Setting cell = Setting.of("RowatSelverston", Integrator.EULER, "es");
        double found = new BisectionSolver(1e-10)
                .solve(
                        100,
                        es -> Equilibrium.near(new double[] {0.27, 0.23}, cell.with("es", es))
                                .growth(),
                        0.02,
                        0.2);
        assertEquals(Math.log(3) / 2 - 0.5, found, 1e-9);
    }

    @Test
    void matsuokaAdaptsToAConstantRate() {
        Trial trial = Setting.of("Matsuoka", Integrator.RK4).with("I", 1).trial(Protocol.fixed(STEP, 20_000, 0));
        Outcome outcome = SmallModels.run(trial, Recording.BASIC);
        assertEquals(2 / 3.5, outcome.end(0), 1e-12);
        assertEquals(2 / 3.5, outcome.end(1), 1e-12);
    }

    /** Matsuoka (1985): two neurons that inhibit each other by w alternate if {@code 1 + t1/t2 < w < 1 + beta}. */
    @ParameterizedTest
    @CsvSource({
        "1.05, 2.5, 12, false",
        "1.12, 2.5, 12, true",
        "3.45, 2.5, 12, true",
        "3.55, 2.5, 12, false",
        "1.9, 1, 1, false",
        "2, 1, 1, false",
        "2.1, 1, 1, false",
        "2.1, 1.5, 1, true"
    })
    void pairsOfMatsuokaNeuronsAlternate(double w, double beta, double t2, boolean alternate) {
        Protocol protocol = Protocol.fixed(0.1, 40_000, 30_000);
        Trial trial = Setting.of(PAIR, Precision.DOUBLE, Integrator.RK4)
                .with("w", w)
                .with("beta", beta)
                .with("t2", t2)
                .trial(protocol);
        assertEquals(alternate, spikes(trial).count() > 3);
    }
}
