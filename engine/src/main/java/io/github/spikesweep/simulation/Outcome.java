package io.github.spikesweep.simulation;

import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.pair.PairOutcome;
import io.github.spikesweep.simulation.spike.ActionPotentials;
import io.github.spikesweep.simulation.spike.SpikeTrain;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The outcome of simulating one row. Times are in the model's unit of time. A value that does not exist (the first spike of a
 * row without spikes, the extremes of a variable that was not recorded) is NaN.
 */
public final class Outcome {
    private final double divergedAt;
    private final double settledAt;
    private final long steps;
    private final List<CellOutcome> cells;
    private final Map<CellPair, PairOutcome> pairs;
    private final double[] minimum;
    private final double[] maximum;
    private final double[] end;
    private final double[][] traces;
    private final double lyapunov;

    Outcome(
            double divergedAt,
            double settledAt,
            long steps,
            List<CellOutcome> cells,
            Map<CellPair, PairOutcome> pairs,
            double[] minimum,
            double[] maximum,
            double[] end,
            double[][] traces,
            double lyapunov) {
        this.divergedAt = divergedAt;
        this.settledAt = settledAt;
        this.steps = steps;
        this.cells = cells;
        this.pairs = pairs;
        this.minimum = minimum;
        this.maximum = maximum;
        this.end = end;
        this.traces = traces;
        this.lyapunov = lyapunov;
    }

    /**
     * Whether a variable became infinite or NaN, or left its range, or a reset left a spike variable at or above the threshold; then the
     * other values are meaningless.
     */
    public boolean diverged() {
        return !Double.isNaN(divergedAt);
    }

    /** The time at the end of the step, or of the reset, in which the row diverged; NaN if it did not. */
    public double divergedAt() {
        return divergedAt;
    }

    /** When the row had settled, and ended; NaN if it has not, or was not to end then. */
    public double settledAt() {
        return settledAt;
    }

    /** How many steps were taken, including rejected adaptive steps. */
    public long steps() {
        return steps;
    }

    /** How many steps its cells took together. */
    public long neuronSteps() {
        return steps * cells.size();
    }

    /** How many cells it has. */
    public int cells() {
        return cells.size();
    }

    /** What was measured of a cell, numbered as in the model. */
    public CellOutcome cell(int cell) {
        return cells.get(cell);
    }

    /** How many spikes all cells had after the transient. */
    public long spikeCount() {
        long count = 0;
        for (int cell = 0; cell < cells.size(); cell++) { // asked of each row: no iterator
            count += cells.get(cell).spikes().count();
        }
        return count;
    }

    /** How two cells go together; must have been recorded. */
    public PairOutcome pair(CellPair pair) {
        return Objects.requireNonNull(pairs.get(pair), () -> "not recorded: " + pair);
    }

    /** The spikes of a neuron after the transient. */
    public SpikeTrain spikes() {
        return neuron().spikes();
    }

    /** The shapes of the spikes of a neuron after the transient; none unless recorded. */
    public ActionPotentials actionPotentials() {
        return neuron().actionPotentials();
    }

    /** The mean of the spike variable of a neuron over the last tenth of the time after the transient; NaN unless recorded. */
    public double steadyState() {
        return neuron().steadyState();
    }

    private CellOutcome neuron() {
        if (cells.size() > 1) {
            throw new IllegalStateException("this is the outcome of " + cells.size() + " cells");
        }
        return cells.get(0);
    }

    /** The smallest value of a variable after the transient; NaN unless recorded. */
    public double minimum(int variable) {
        return minimum[variable];
    }

    /** The largest value of a variable after the transient; NaN unless recorded. */
    public double maximum(int variable) {
        return maximum[variable];
    }

    /**
     * The largest Lyapunov exponent after the transient, in one over the model's unit of time; NaN unless the model has a {@link
     * io.github.spikesweep.model.Tangent} vector, and where that vanishes or overflows.
     */
    public double lyapunov() {
        return lyapunov;
    }

    /** The value of a variable after the last step. */
    public double end(int variable) {
        return end[variable];
    }

    /** The state after the last step: the value of each variable. */
    public double[] end() {
        return end.clone();
    }

    /**
     * The values of a variable at the end of the transient and every {@link Recording#traceEvery} after it, including the end
     * if it is met; empty unless traced.
     */
    public double[] trace(int variable) {
        return traces[variable].clone();
    }
}
