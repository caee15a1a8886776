package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.model.Range;
import io.github.spikesweep.model.SpikeCondition;
import java.util.Arrays;
import java.util.List;

/**
 * Ensures that every step of a cell with a reset starts before the threshold: resets lanes that start at it or beyond, and finds
 * lanes that a reset left there.
 */
final class LaneResets {
    private final LaneKernel kernel;
    private final KernelLayout layout;
    private final LaneHistories histories;
    private final List<Trial> trials;
    private final KernelSpec spec;
    private final int cell;
    private final double step;
    /** By lane. */
    private final List<SpikeCondition> spikes;

    private final double sign;
    private final int spikeRow;
    private final Range range;
    private final int[] found;

    LaneResets(LaneKernel kernel, KernelLayout layout, int cell, LaneHistories histories, List<Trial> trials) {
        this.cell = cell;
        this.kernel = kernel;
        this.layout = layout;
        this.histories = histories;
        this.trials = trials;
        this.spec = trials.get(0).kernel();
        this.step = ((Protocol.Fixed) trials.get(0).protocol()).step();
        this.spikes = trials.stream().map(trial -> trial.spike(cell)).toList();
        this.sign = spec.direction(cell).sign();
        int variable = spec.spikeVariable(cell);
        this.spikeRow = layout.variables().get(variable);
        this.range = spec.model().variables().get(variable).range();
        this.found = new int[layout.lanes()];
    }

    /**
     * Resets, at time 0, the lanes that start at the threshold or beyond it.
     *
     * @param divergedAt is set to 0 where that does not bring them back; rows in which it is a number are skipped
     * @return in how many it does not
     */
    int start(double[] divergedAt) {
        int diverged = 0;
        for (int lane = 0; lane < trials.size(); lane++) {
            boolean isDue =
                    spec.model().cells().get(cell).resets() && spikes.get(lane).isReached(spikeVariable(lane));
            if (Double.isNaN(divergedAt[lane]) && isDue && !isOver(lane)) {
                divergedAt[lane] = 0;
                diverged++;
            }
        }
        return diverged;
    }

    /** Resets a lane at time 0; returns whether it can go on. */
    private boolean isOver(int lane) {
        Trial trial = trials.get(lane);
        double[] state = new double[trial.initial().length];
        for (int v = 0; v < state.length; v++) {
            state[v] = kernel.get(layout.variables().get(v) + lane);
        }
        ResetRule rule = trial.reset(cell);
        double[] before = Arrays.stream(trial.initial())
                .map(value -> spec.precision().nearest(value))
                .toArray();
        rule.apply(before, state, 0, LaneNoise.of(kernel, layout, lane));
        for (int v = 0; v < state.length; v++) {
            kernel.put(layout.variables().get(v) + lane, state[v]);
        }
        int held = layout.cells().get(cell).held();
        if (held >= 0) {
            kernel.put(held + lane, rule.hold() / step);
        }
        return rule.isOver(state);
    }

    /**
     * Finds resets in the last advance that did not bring the spike variable back before the threshold.
     *
     * @param first how many steps were taken before it
     * @param divergedAt is set to the time of the reset; rows in which it is already a number are skipped
     * @return in how many rows there was one
     */
    int watch(long first, int steps, double[] divergedAt) {
        if (!spec.model().cells().get(cell).resets()) {
            return 0;
        }
        int diverged = 0;
        // Lanes that were reset have crossed the threshold, since the advance started before it.
        double threshold = spikes.get(0).upward().threshold();
        int crossed = kernel.find(cell, LaneKernel.Sign.CROSSED, threshold, found);
        for (int i = 0; i < crossed && found[i] < divergedAt.length; i++) {
            int lane = found[i];
            int taken = Double.isNaN(divergedAt[lane]) ? stepsUntilFailure(lane, steps) : 0;
            if (taken > 0) {
                divergedAt[lane] = (first + taken) * step;
                diverged++;
            }
        }
        return diverged;
    }

    /** The number of steps after which a reset failed; 0 if none did. */
    private int stepsUntilFailure(int lane, int steps) {
        histories.turnTo(lane);
        for (int k = 1; k < steps; k++) {
            if (isBeyond(lane, sign * histories.start(k))) {
                return k;
            }
        }
        return isBeyond(lane, spikeVariable(lane)) ? steps : 0;
    }

    private boolean isBeyond(int lane, double value) {
        return !spikes.get(lane).isBefore(value) || !range.contains(value);
    }

    private double spikeVariable(int lane) {
        return kernel.get(spikeRow + lane);
    }
}
