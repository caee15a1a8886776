package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.simulation.Recording.Detail;
import io.github.spikesweep.simulation.spike.ActionPotentials;
import io.github.spikesweep.simulation.spike.SpikeObserver;
import io.github.spikesweep.simulation.spike.SpikeTrain;
import io.github.spikesweep.simulation.spike.StepCurve;
import java.util.Optional;

/** One cell of a lane with adaptive steps: its spikes, its reset and hold, its steady state. */
final class AdaptiveCell {
    private final double[] memory;
    private final int lane;
    private final SpikeCondition condition;
    private final double sign;
    private final boolean fires;
    private final boolean resets;
    private final SpikeChanges changes;
    private final int cell;
    private final SpikeTrain train;
    private final ActionPotentials shapes = new ActionPotentials();
    private final boolean recordsShapes;
    private final StepCurve curve = new StepCurve();
    private final int startRow;
    private final int endRow;
    private final int heldRow;
    private final int[] coefficientRows;
    private final double[] coefficients = new double[5];
    private SpikeObserver observer;
    private double heldUntil = Double.POSITIVE_INFINITY;
    private double lastReset = Double.NaN;
    private double steadyIntegral;

    AdaptiveCell(
            double[] memory,
            AdaptiveLayout layout,
            int lane,
            int cell,
            Trial trial,
            SpikeChanges changes,
            Recording recording) {
        KernelSpec spec = trial.kernel();
        this.memory = memory;
        this.lane = lane;
        this.condition = trial.spike(cell).upward();
        this.sign = spec.direction(cell).sign();
        this.fires = spec.model().fires(cell);
        this.resets = spec.model().cells().get(cell).resets();
        this.changes = changes;
        this.cell = cell;
        this.train = new SpikeTrain(recording.has(Detail.SPIKE_TIMES));
        this.recordsShapes = recording.has(Detail.ACTION_POTENTIALS);
        int variable = spec.spikeVariable(cell);
        this.startRow = layout.variables().get(variable);
        this.endRow = layout.ends().get(variable);
        this.heldRow = layout.held().get(cell);
        this.coefficientRows = layout.curves().get(variable).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Starts to watch for spikes. */
    void watch() {
        observer = new SpikeObserver(condition, train, recordsShapes ? Optional.of(shapes) : Optional.empty());
        observer.startFrom(sign * memory[startRow + lane]);
    }

    boolean resets() {
        return resets;
    }

    int cell() {
        return cell;
    }

    /** Whether the cell spikes in the step that was tried, and changes something by that. */
    boolean isFiring() {
        double threshold = condition.threshold();
        return fires && sign * memory[startRow + lane] < threshold && sign * memory[endRow + lane] >= threshold;
    }

    /** The part of the step from {@code from} to {@code to}, which was tried, after which the threshold is reached. */
    double crossing(double from, double to) {
        follow(from, to, 1);
        curve.endAt(sign * memory[endRow + lane]);
        return curve.rise(condition.threshold());
    }

    /** Puts the end of the step on the threshold, which the polynomial may miss by its rounding. */
    void endAtThreshold() {
        memory[endRow + lane] = sign * condition.threshold();
    }

    /**
     * Looks for spikes in a step.
     *
     * @param from the time at its start
     * @param to the time at its end, at which the step that was tried is at
     * @param theta this part of it
     * @param step the length of the step that was tried
     * @param isFired whether the spike there changes something
     * @param unsettled whether slopes may jump at the start
     */
    void observe(double from, double to, double theta, double step, boolean isFired, boolean unsettled) {
        double value0 = sign * memory[startRow + lane];
        double value1 = sign * memory[endRow + lane];
        boolean isReset = isFired && resets;
        if (isReset || unsettled || !observer.pass(to, value0, slope(0, step), value1, slope(theta, step))) {
            follow(from, to, theta);
            curve.endAt(value1);
            if (isReset) {
                observer.observeReset(curve);
            } else {
                observer.observe(curve);
            }
        }
    }

    /** Adds the step to the steady state, up to θ. */
    void addToSteadyState(double time, double theta) {
        steadyIntegral += time * mean(theta);
    }

    /** Whether the last reset was at another time, by more than rounding; notes this one. */
    boolean isNewReset(double when, double rounding) {
        boolean isNew = !(when - lastReset <= rounding * when);
        lastReset = when;
        return isNew;
    }

    /** Holds the spike variable from now on, if the cell does; then a step ends where the hold does. */
    void hold(double from) {
        if (heldRow >= 0) {
            double until = from + changes.hold(cell);
            heldUntil = until > from ? until : Double.POSITIVE_INFINITY;
            memory[heldRow + lane] = until > from ? 1 : 0;
        }
    }

    double heldUntil() {
        return heldUntil;
    }

    void release() {
        heldUntil = Double.POSITIVE_INFINITY;
        memory[heldRow + lane] = 0;
    }

    /** The slope of the spike variable, pointing up, at θ of the step that was tried. */
    private double slope(double theta, double step) {
        double slope = memory[coefficientRows[1] + lane];
        double power = theta;
        for (int k = 2; theta > 0 && k < coefficients.length; k++) {
            slope += k * power * memory[coefficientRows[k] + lane];
            power *= theta;
        }
        return sign * slope / step;
    }

    /** Follows the spike variable, pointing up, until {@code to}, at which the step that was tried is at θ. */
    private void follow(double from, double to, double theta) {
        double power = 1;
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = sign * power * memory[coefficientRows[k] + lane];
            power *= theta;
        }
        curve.polynomial(from, to, coefficients[0], coefficients[1], coefficients[2], coefficients[3], coefficients[4]);
    }

    /** The mean of the spike variable over the step that was tried, up to θ. */
    private double mean(double theta) {
        double sum = 0;
        double power = 1;
        for (int k = 0; k < coefficients.length; k++) {
            sum += power * memory[coefficientRows[k] + lane] / (k + 1);
            power *= theta;
        }
        return sum;
    }

    /** @param steadyTime how long the steady state is */
    CellOutcome outcome(double steadyTime) {
        return new CellOutcome(train, shapes, steadyIntegral / steadyTime);
    }
}
