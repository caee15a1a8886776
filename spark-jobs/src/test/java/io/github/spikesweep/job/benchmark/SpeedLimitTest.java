package io.github.spikesweep.job.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.kernel.KernelWork;
import io.github.spikesweep.simulation.NeuronName;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpeedLimitTest {
    private static final Map<String, Integer> NO_CALLS = Map.of();

    private static String limit(String neuron, double outside, KernelWork work) {
        Subject subject = Subject.of(NeuronName.find(neuron).orElseThrow());
        return SpeedLimit.of(subject, work, new Speed(1e6, 0.01, outside, 0, 512, true));
    }

    private static KernelWork work(int operations, int divisions, int roots, int extremes, Map<String, Integer> calls) {
        return new KernelWork(operations, divisions, roots, extremes, 0, new TreeMap<>(calls));
    }

    @Test
    void plainOperationsAreArithmetic() {
        assertEquals("arithmetic", limit("HHDoubleRK4", 0.1, work(400, 4, 0, 0, NO_CALLS)));
    }

    @Test
    void whatTakesAQuarterOfTheTimeIsNamed() {
        assertEquals(
                "arithmetic, watching for spikes (40 % of the time)",
                limit("HHDoubleRK4", 0.4, work(100, 0, 0, 0, NO_CALLS)));
        assertEquals("arithmetic", limit("HHDoubleRK4", 0.24, work(100, 0, 0, 0, NO_CALLS)));
        assertEquals(
                "choosing steps and watching for spikes (80 % of the time)",
                limit("HHDoubleDormandPrince", 0.8, work(100, 0, 0, 0, NO_CALLS)));
    }

    @Test
    void costlyOperationsAreCounted() {
        assertEquals("divisions (90 a step)", limit("HHDoubleRK4", 0, work(100, 90, 0, 0, NO_CALLS)));
        assertEquals("square roots (50 a step)", limit("HHDoubleRK4", 0, work(60, 0, 50, 0, NO_CALLS)));
        assertEquals("minima and maxima (50 a step)", limit("HHDoubleRK4", 0, work(60, 0, 0, 50, NO_CALLS)));
    }

    @Test
    void callsAreCountedTogether() {
        assertEquals(
                "calls of cos, sin (6 a step, not vectorised)",
                limit("HHDoubleRK4", 0, work(60, 0, 0, 0, Map.of("sin", 4, "cos", 2))));
    }

    @Test
    void aModelThatComputesNothingOnlyWatches() {
        assertEquals("watching for spikes (90 % of the time)", limit("HHDoubleRK4", 0.9, work(0, 0, 0, 0, NO_CALLS)));
    }
}
