package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.simulation.Recording.Detail;
import java.util.List;

/** One cell in all lanes of a kernel: its resets, its spikes, its steady state. */
final class LaneCell {
    private final LaneHistories histories;
    private final LaneResets resets;
    private final LaneSpikes spikes;
    private final double sign;
    private final double[] steadySum;

    LaneCell(LaneKernel kernel, KernelLayout layout, int cell, List<Trial> trials, Recording recording) {
        this.histories = new LaneHistories(kernel, layout, cell);
        this.resets = new LaneResets(kernel, layout, cell, histories, trials);
        this.spikes = new LaneSpikes(kernel, layout, cell, histories, trials, recording);
        this.sign = trials.get(0).kernel().direction(cell).sign();
        this.steadySum = new double[recording.has(Detail.STEADY_STATE) ? trials.size() : 0];
    }

    LaneResets resets() {
        return resets;
    }

    LaneSpikes spikes() {
        return spikes;
    }

    /**
     * Examines the last advance.
     *
     * @param first how many steps were taken before it
     * @param divergedAt is set where a reset failed; rows in which it is a number are skipped
     * @return in how many rows a reset failed
     */
    int watch(long first, int steps, double[] divergedAt) {
        histories.advanced(steps);
        int diverged = resets.watch(first, steps, divergedAt);
        spikes.watch(first, steps, divergedAt);
        return diverged;
    }

    /** Adds the last advance to the steady state. */
    void addToSteadyState(int steps) {
        histories.expect(steadySum.length);
        for (int lane = 0; lane < steadySum.length; lane++) {
            histories.turnTo(lane);
            for (int k = 0; k < steps; k++) {
                steadySum[lane] += (histories.start(k) + histories.end(k)) / 2;
            }
        }
    }

    /** What was measured in a lane, after {@code steadySteps} steps in the steady state. */
    CellOutcome outcome(int lane, long steadySteps) {
        double steady = steadySum.length == 0 ? Double.NaN : sign * steadySum[lane] / steadySteps;
        return new CellOutcome(spikes.train(lane), spikes.actionPotentials(lane), steady);
    }
}
