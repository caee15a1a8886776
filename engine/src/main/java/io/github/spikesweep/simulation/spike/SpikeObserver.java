package io.github.spikesweep.simulation.spike;

import io.github.spikesweep.model.SpikeCondition;
import java.util.Optional;

/**
 * Watches one neuron step by step and adds its spikes to a spike train and, if recorded, their shapes to its action potentials.
 * Steps come in order; steps in which nothing can happen may be skipped, see {@link #isIdle()}.
 *
 * <p>A spike is an upward crossing within a step: value at the start &lt; threshold ≤ value at the end. It counts if, since the last
 * one that counted or a {@linkplain #startFrom start} that was not below the threshold, the refractory time has passed and the value has
 * been at most the rearming level at an end of a step. Crossings that do not count are ignored.
 */
public final class SpikeObserver {
    private final double threshold;
    private final double rearm;
    private final double refractory;
    private final SpikeTrain train;
    private final Optional<SpikeShape> shape;
    private boolean armed = true;

    /**
     * @param train receives the spikes that count
     * @param shapes receives their shapes, if these are recorded
     */
    public SpikeObserver(SpikeCondition condition, SpikeTrain train, Optional<ActionPotentials> shapes) {
        this.threshold = condition.threshold();
        this.rearm = condition.rearm();
        this.refractory = condition.refractory();
        this.train = train;
        this.shape = shapes.map(found -> new SpikeShape(condition.onsetSlope(), found));
    }

    /** Starts from this value; if it is not below the threshold, it has to come down to the rearming level first. */
    public void startFrom(double value) {
        armed = value < threshold || rearm >= threshold;
    }

    /** What receives the spikes that count. */
    public SpikeTrain train() {
        return train;
    }

    /** Whether the value has come down since the last spike. Until it has, steps in which it may come down must not be skipped. */
    public boolean isArmed() {
        return armed;
    }

    /** Whether a crossing counts whatever came since the one before, its time apart, and nothing but crossings is of interest. */
    public static boolean seesCrossingsAlone(SpikeCondition condition, boolean shapes) {
        return !shapes && condition.rearm() >= condition.threshold();
    }

    /**
     * Whether the next steps may be skipped for as long as the value does not rise through the threshold, stays above the
     * rearming level if this is not armed, and, if shapes are recorded, its slope stays below that of an onset, jumps included.
     * With shapes, the very first step is never skipped.
     */
    public boolean isIdle() {
        return shape.isEmpty() || shape.get().isIdle();
    }

    /**
     * Whether an action potential has begun and not yet peaked. Steps may be skipped, as long as the cubic across them is close
     * enough, the slope stays positive and does not rise through that of an onset, and the value does not rise through the
     * threshold.
     */
    public boolean isRising() {
        return shape.isPresent() && shape.get().isRising();
    }

    /**
     * The level in the middle of a spike: until the value comes down to it, nothing can happen except what {@link #isIdle()}
     * excludes; NaN if there is no such level. Steps that stay above it may be skipped like those of an idle neuron.
     */
    public double awaitedFall() {
        return shape.isEmpty() ? Double.NaN : shape.get().awaitedFall();
    }

    /**
     * Takes the next step if nothing happens in it, as in most steps. The slope must not jump at its start.
     *
     * @return whether the step was taken; if not, it must be passed to {@link #observe}
     */
    public boolean pass(double to, double v0, double slope0, double v1, double slope1) {
        boolean crosses = v0 < threshold && threshold <= v1;
        if (crosses || (!armed && (v0 <= rearm || v1 <= rearm))) {
            return false;
        }
        return shape.isEmpty() || shape.get().pass(to, v0, slope0, v1, slope1);
    }

    /** Takes the next step. */
    public void observe(StepCurve step) {
        double start = step.value(0);
        double end = step.value(1);
        if (start <= rearm) {
            armed = true;
        }
        double crossing = Double.NaN;
        if (start < threshold && threshold <= end && armed) {
            double theta = step.rise(threshold);
            if (cross(step.time(theta))) {
                armed = rearm >= threshold;
                crossing = theta;
            }
        }
        if (end <= rearm) {
            armed = true;
        }
        if (shape.isPresent()) {
            shape.get().observe(step, crossing);
        }
    }

    /**
     * Takes a crossing at this time, while armed. What else its step has is not looked at, see {@link #seesCrossingsAlone}.
     *
     * @return whether it counts
     */
    public boolean cross(double time) {
        // Before the first spike the last one is NaN.
        boolean counts = !(time - train.last() < refractory);
        if (counts) {
            train.add(time);
        }
        return counts;
    }

    /**
     * Takes the next step, or piece of one, of a model that resets at its end if the value there is at least the threshold. The action potential
     * then ends there. The next step, which starts from the reset, must not be skipped unless this is armed.
     */
    public void observeReset(StepCurve step) {
        observe(step);
        if (step.value(1) >= threshold && shape.isPresent()) {
            shape.get().reset(step);
        }
    }
}
