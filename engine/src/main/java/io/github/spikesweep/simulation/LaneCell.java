package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.simulation.Recording.Detail;
import io.github.spikesweep.simulation.cut.Piece;
import io.github.spikesweep.simulation.spike.MaximumObserver;
import java.util.List;

/** One cell in all lanes of a kernel: its spikes, its steady state, its maxima. */
final class LaneCell {
    private final LaneHistories histories;
    private final LaneSpikes spikes;
    private final double sign;
    private final double step;
    private final boolean isMap;
    private final double[] steadySum;
    /** By lane; none unless recorded. */
    private final List<MaximumObserver> maxima;

    LaneCell(LaneKernel kernel, KernelLayout layout, int cell, List<Trial> trials, Recording recording) {
        this.histories = new LaneHistories(kernel, layout, cell);
        this.spikes = new LaneSpikes(kernel, layout, cell, histories, trials, recording);
        this.sign = trials.get(0).kernel().direction(cell).sign();
        this.step = ((Protocol.Fixed) trials.get(0).protocol()).step();
        this.steadySum = new double[recording.has(Detail.STEADY_STATE) ? trials.size() : 0];
        this.isMap = trials.get(0).kernel().model().isMap();
        double smooth = isMap ? 0 : step;
        this.maxima = recording.maxima() > 0
                ? trials.stream()
                        .map(trial -> new MaximumObserver(recording.maxima(), smooth))
                        .toList()
                : List.of();
    }

    LaneHistories histories() {
        return histories;
    }

    LaneSpikes spikes() {
        return spikes;
    }

    /**
     * Examines the last advance.
     *
     * @param first how many steps were taken before it
     * @param divergedAt rows in which this is a number are skipped
     */
    void watch(long first, int steps, double[] divergedAt) {
        histories.advanced(steps);
        spikes.watch(first, steps, divergedAt);
    }

    /** Adds the last advance to the steady state. */
    void addToSteadyState(int steps) {
        histories.expect(steadySum.length);
        for (int lane = 0; lane < steadySum.length; lane++) {
            histories.turnTo(lane);
            List<Piece> pieces = histories.pieces(lane);
            int next = 0;
            for (int k = 0; k < steps; k++) {
                if (next == pieces.size() || pieces.get(next).step() > k) {
                    steadySum[lane] += isMap ? histories.start(k) : (histories.start(k) + histories.end(k)) / 2;
                }
                for (; next < pieces.size() && pieces.get(next).step() == k; next++) {
                    Piece piece = pieces.get(next);
                    steadySum[lane] += (piece.start() + piece.end()) / 2 * ((piece.to() - piece.from()) / step);
                }
            }
        }
    }

    /**
     * Looks for maxima in the last advance, after the transient.
     *
     * @param first how many steps were taken before it
     */
    void addToMaxima(long first, int steps) {
        histories.expect(maxima.size());
        for (int lane = 0; lane < maxima.size(); lane++) {
            histories.turnTo(lane);
            for (int k = 0; k < steps; k++) {
                maxima.get(lane).add((first + k) * step, histories.start(k));
            }
        }
    }

    /** What was measured in a lane, after {@code steadySteps} steps in the steady state. */
    CellOutcome outcome(int lane, long steadySteps) {
        double steady = steadySum.length == 0 ? Double.NaN : sign * steadySum[lane] / steadySteps;
        return maxima.isEmpty()
                ? new CellOutcome(spikes.train(lane), spikes.actionPotentials(lane), steady)
                : new CellOutcome(
                        spikes.train(lane),
                        spikes.actionPotentials(lane),
                        steady,
                        maxima.get(lane).found());
    }
}
