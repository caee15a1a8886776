package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.LaneMemory;

/**
 * The histories of one cell in the last advance, one lane at a time. If many lanes are examined, they are read in groups of neighbours,
 * which share cache lines.
 */
final class LaneHistories {
    private static final int MOST = 8;

    private final LaneMemory kernel;
    private final int lanes;
    private final KernelLayout.CellRows rows;
    private final double[] starts = new double[LaneKernel.MOST_STEPS * MOST];
    private final double[] ends = new double[LaneKernel.MOST_STEPS * MOST];
    private final double[] slopes = new double[LaneKernel.MOST_STEPS * MOST];
    private final double[] holds;
    private int group = 1;
    private int steps;
    private int first;
    private int width;
    private int lane;

    LaneHistories(LaneMemory kernel, KernelLayout layout, int cell) {
        this.kernel = kernel;
        this.lanes = layout.lanes();
        this.rows = layout.cells().get(cell);
        this.holds = new double[rows.holds() >= 0 ? LaneKernel.MOST_STEPS * MOST : 0];
    }

    /** Discards what was read, after another advance. */
    void advanced(int taken) {
        steps = taken;
        width = 0;
    }

    /** Prepares to examine so many lanes, in order: if they are many, those beside each other are read together. */
    void expect(int count) {
        int wanted = count >= lanes / MOST ? MOST : 1;
        if (wanted != group) {
            group = wanted;
            width = 0;
        }
    }

    /** Selects a lane. */
    void turnTo(int wanted) {
        if (wanted < first || wanted >= first + width) {
            first = wanted - wanted % group;
            width = Math.min(group, lanes - first);
            kernel.read(rows.starts() + first, width, lanes, steps, starts);
            kernel.read(rows.ends() + first, width, lanes, steps, ends);
            if (rows.slopes() >= 0) {
                kernel.read(rows.slopes() + first, width, lanes, steps, slopes);
            }
            if (rows.holds() >= 0) {
                kernel.read(rows.holds() + first, width, lanes, steps, holds);
            }
        }
        lane = wanted - first;
    }

    /** The spike variable at the start of step {@code k} of the advance, the negative one where spikes point down; so are the others. */
    double start(int k) {
        return starts[k * width + lane];
    }

    /** The spike variable at the end of the step, before a reset. */
    double end(int k) {
        return ends[k * width + lane];
    }

    /** The part of the step at its end in which the spike variable is not held. */
    double free(int k) {
        return holds.length == 0 ? 1 : 1 - Math.min(1, holds[k * width + lane]);
    }

    /** The slope of the spike variable at the start of the step; not in a map. */
    double slope(int k) {
        return slopes[k * width + lane];
    }
}
