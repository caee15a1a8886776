package io.github.spikesweep.sweep;

import io.github.spikesweep.simulation.Protocol;

/** How many steps a row is expected to take. */
final class StepCount {
    /**
     * About how many steps an adaptive integrator takes in one unit of time, for planning: what it takes depends on the model,
     * the tolerance and how the row spikes.
     */
    static final double ADAPTIVE_STEPS = 20;

    private StepCount() {}

    /** Before the row is simulated: exact in steps of one length, otherwise an estimate. */
    static long expected(Protocol protocol) {
        return protocol instanceof Protocol.Fixed fixed ? fixed.steps() : (long) adaptive(protocol.duration());
    }

    /** The estimate for an adaptive integrator. */
    static double adaptive(double duration) {
        return Math.ceil(duration * ADAPTIVE_STEPS);
    }
}
