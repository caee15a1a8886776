package io.github.spikesweep.simulation.random;

/** Counts the rises of a variable through the threshold after it has come down to the rearming level. */
final class SpikeWatch {
    private final double threshold;
    private final double rearm;
    private boolean armed;

    SpikeWatch(double threshold, double rearm, double start) {
        this.threshold = threshold;
        this.rearm = rearm;
        this.armed = start < threshold || rearm >= threshold;
    }

    boolean isSpike(double before, double after) {
        armed |= before <= rearm;
        boolean spike = armed && before < threshold && after >= threshold;
        armed = spike ? rearm >= threshold : armed;
        armed |= after <= rearm;
        return spike;
    }
}
