package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.simulation.spike.SpikeTrain;
import java.util.List;
import org.hipparchus.analysis.solvers.BisectionSolver;
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
}
