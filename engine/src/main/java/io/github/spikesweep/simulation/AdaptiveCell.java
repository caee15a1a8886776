package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.simulation.Recording.Detail;
import io.github.spikesweep.simulation.cut.SpikeChanges;
import io.github.spikesweep.simulation.spike.ActionPotentials;
import io.github.spikesweep.simulation.spike.SpikeObserver;
import io.github.spikesweep.simulation.spike.SpikeTrain;
import io.github.spikesweep.simulation.spike.StepCurve;
import java.util.Optional;

/** One cell of a lane with adaptive steps: its spikes, its reset and hold, its steady state. */
final class AdaptiveCell {
    /** No slope and no level counts that is beyond it. */
    private static final double STEEP = 1e300;

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
    private final StepCurve curve;
    private final int startRow;
    private final int endRow;
    private final int heldRow;
    private final AdaptiveLayout.CellControl control;
    private final int[] coefficientRows;
    private final double[] coefficients;
    /** The rows of the length of the step and of the slope at its end, if the polynomial is over the time; -1 if it is over θ. */
    private final int lengthRow;

    private final int endSlopeRow;
    /** Where the curve that is followed turns. */
    private double turn;

    private SpikeObserver observer;
    private double heldUntil = Double.POSITIVE_INFINITY;
    private double lastReset = Double.NaN;

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
        this.control = layout.control().cells().get(cell);
        set(control.threshold(), condition.threshold());
        set(control.integral(), 0);
        set(control.nextIntegral(), 0);
        if (heldRow >= 0) {
            set(heldRow, 0);
        }
        this.coefficientRows = layout.curves().get(variable).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        this.coefficients = new double[coefficientRows.length];
        this.curve = new StepCurve(coefficients.length - 1);
        this.endSlopeRow =
                layout.chosen().map(chosen -> chosen.slopes().get(variable)).orElse(-1);
        this.lengthRow =
                layout.chosen().map(AdaptiveLayout.ChosenLength::length).orElse(-1);
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
        return fires
                && sign * memory[startRow + lane] < threshold
                && (sign * memory[endRow + lane] >= threshold || overshoots());
    }

    /** Whether the spike variable rises through the threshold and falls back within the step that was tried, whose length the kernel chose and which may be long. */
    private boolean overshoots() {
        double value0 = sign * memory[startRow + lane];
        double value1 = sign * memory[endRow + lane];
        return lengthRow >= 0
                && slope(0, 1) > 0
                && slope(1, 1) < 0
                && Math.max(value0, value1) < condition.threshold()
                && extreme(0, 1, 1, true) >= condition.threshold();
    }

    /** Follows the spike variable up to θ; returns its value at the turn. */
    private double extreme(double from, double to, double theta, boolean isPeak) {
        follow(from, to, theta);
        turn = isPeak ? curve.peak(0) : curve.trough();
        return curve.value(turn);
    }

    /** Whether the spike variable passes a level and comes back between the ends of a step whose length the kernel chose. */
    private boolean passesAndReturns(double from, double to, double theta, double slope0, double slope1) {
        if (lengthRow < 0 || !(slope0 * slope1 < 0)) {
            return false;
        }
        double value0 = sign * memory[startRow + lane];
        double value1 = sign * memory[endRow + lane];
        boolean isPeak = slope0 > 0;
        double level = isPeak ? condition.threshold() : condition.rearm();
        boolean mayPass = isPeak ? Math.max(value0, value1) < level : Math.min(value0, value1) > level;
        if (!mayPass) {
            return false;
        }
        double extreme = extreme(from, to, theta, isPeak);
        return isPeak ? extreme >= level : extreme <= level;
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
        double slope0 = slope(0, step);
        double slope1 = slope(theta, step);
        if (!isFired && passesAndReturns(from, to, theta, slope0, slope1)) {
            observeParts(from, to, theta, theta * step);
        } else if (isReset || unsettled || !observer.pass(to, value0, slope0, value1, slope1)) {
            follow(from, to, theta);
            curve.lasts(theta * step);
            curve.endAt(value1);
            if (isReset) {
                observer.observeReset(curve);
            } else {
                observer.observe(curve);
            }
        }
    }

    /** Looks for spikes before and after the turn within the step that was tried, up to θ, that is over {@code length}. */
    private void observeParts(double from, double to, double theta, double length) {
        double part = turn;
        double middle = Math.min(from + part * (to - from), to);
        follow(from, middle, theta * part);
        curve.lasts(part * length);
        double extreme = curve.value(1);
        observer.observe(curve);
        follow(from, to, theta);
        // The same polynomial over what is left, first by Horner's scheme.
        for (int order = 0; order < coefficients.length; order++) {
            for (int k = coefficients.length - 2; k >= order; k--) {
                coefficients[k] += part * coefficients[k + 1];
            }
        }
        double power = 1;
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] *= power;
            power *= 1 - part;
        }
        coefficients[0] = extreme;
        curve.polynomial(middle, to, coefficients);
        curve.lasts((1 - part) * length);
        curve.endAt(sign * memory[endRow + lane]);
        observer.observe(curve);
    }

    /** Adds a part of the step to the steady state, up to θ; a whole step the kernel has added. */
    void addToSteadyState(double time, double theta) {
        set(control.nextIntegral(), memory[control.integral() + lane] + time * mean(theta));
    }

    /** Leaves the step out of the steady state. */
    void addNothing() {
        set(control.nextIntegral(), memory[control.integral() + lane]);
    }

    /**
     * Tells the kernel in which steps to raise an alarm.
     *
     * @param isCounted whether spikes are looked for
     */
    void beware(boolean isCounted) {
        boolean isShaped = isCounted && recordsShapes;
        double fall = observer.awaitedFall();
        boolean mayRest = observer.isIdle() || !Double.isNaN(fall);
        double level = isCounted && !observer.isArmed() ? condition.rearm() : Double.NEGATIVE_INFINITY;
        level = isShaped && fall > level ? fall : level;
        double steepest = mayRest ? Math.nextDown(condition.onsetSlope()) : -STEEP;
        set(control.floor(), Math.max(-STEEP, Math.nextUp(level)));
        set(control.steepest(), isShaped ? Math.min(steepest, STEEP) : STEEP);
        set(control.integral(), memory[control.nextIntegral() + lane]);
    }

    private void set(int row, double value) {
        memory[row + lane] = value;
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
        if (lengthRow >= 0 && (theta == 0 || theta == 1)) {
            return sign * memory[(theta == 0 ? coefficientRows[1] : endSlopeRow) + lane];
        }
        if (lengthRow >= 0) {
            return sign * slopeOver(theta * length());
        }
        double slope = memory[coefficientRows[1] + lane];
        double power = theta;
        for (int k = 2; theta > 0 && k < coefficients.length; k++) {
            slope += k * power * memory[coefficientRows[k] + lane];
            power *= theta;
        }
        return sign * slope / step;
    }

    /** The slope of a polynomial over the time. */
    private double slopeOver(double time) {
        double slope = 0;
        for (int k = coefficients.length - 1; k > 0; k--) {
            slope = slope * time + k * memory[coefficientRows[k] + lane];
        }
        return slope;
    }

    /** The argument of the polynomial at the end of the step that was tried. */
    private double length() {
        return lengthRow >= 0 ? memory[lengthRow + lane] : 1;
    }

    /** Follows the spike variable, pointing up, until {@code to}, at which the step that was tried is at θ. */
    private void follow(double from, double to, double theta) {
        double part = theta * length();
        double power = 1;
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = sign * power * memory[coefficientRows[k] + lane];
            power *= part;
        }
        curve.polynomial(from, to, coefficients);
    }

    /** The mean of the spike variable over the step that was tried, up to θ. */
    private double mean(double theta) {
        double part = theta * length();
        double sum = 0;
        double power = 1;
        for (int k = 0; k < coefficients.length; k++) {
            sum += power * memory[coefficientRows[k] + lane] / (k + 1);
            power *= part;
        }
        return sum;
    }

    /** @param steadyTime how long the steady state is */
    CellOutcome outcome(double steadyTime) {
        return new CellOutcome(train, shapes, memory[control.integral() + lane] / steadyTime);
    }
}
