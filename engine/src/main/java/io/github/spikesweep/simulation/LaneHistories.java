package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.LaneMemory;

/** The histories of the last advance, one lane at a time; read in groups of neighbours, which share cache lines. */
final class LaneHistories {
    private static final int GROUP = 8;

    private final LaneMemory kernel;
    private final KernelLayout layout;
    private final double[] starts = new double[LaneKernel.MOST_STEPS * GROUP];
    private final double[] ends = new double[LaneKernel.MOST_STEPS * GROUP];
    private final double[] slopes = new double[LaneKernel.MOST_STEPS * GROUP];
    private int steps;
    private int first;
    private int width;
    private int lane;

    LaneHistories(LaneMemory kernel, KernelLayout layout) {
        this.kernel = kernel;
        this.layout = layout;
    }

    /** Forgets what was read: another advance has been made. */
    void advanced(int taken) {
        steps = taken;
        width = 0;
    }

    /** Turns to a lane. */
    void turnTo(int wanted) {
        if (wanted < first || wanted >= first + width) {
            first = wanted - wanted % GROUP;
            width = Math.min(GROUP, layout.lanes() - first);
            kernel.read(layout.starts() + first, width, layout.lanes(), steps, starts);
            kernel.read(layout.ends() + first, width, layout.lanes(), steps, ends);
            if (layout.slopes() >= 0) {
                kernel.read(layout.slopes() + first, width, layout.lanes(), steps, slopes);
            }
        }
        lane = wanted - first;
    }

    /** The spike variable at the start of step {@code k} of the advance. */
    double start(int k) {
        return starts[k * width + lane];
    }

    /** The spike variable at the end of the step, before a reset. */
    double end(int k) {
        return ends[k * width + lane];
    }

    /** The slope of the spike variable at the start of the step; not in a map. */
    double slope(int k) {
        return slopes[k * width + lane];
    }
}
