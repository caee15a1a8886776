package io.github.spikesweep.simulation.spike;

/**
 * Measures the action potentials of one neuron step by step.
 *
 * <p>The onset is discarded at the first maximum after it, so that a small hump before a spike does not count as its onset. If
 * a spike begins before the previous one has come down halfway, the half width of the previous one is unknown.
 */
final class SpikeShape {
    private final double onsetSlope;
    private final ActionPotentials shapes;
    private final Upstroke upstroke = new Upstroke();
    private boolean started;
    private boolean steep;
    private boolean peakAwaited;
    /** When the last spike rose through its middle. */
    private double risen = Double.NaN;
    /** The level halfway between onset and peak of a spike that has not yet come down to it. */
    private double middle = Double.NaN;

    SpikeShape(double onsetSlope, ActionPotentials shapes) {
        this.onsetSlope = onsetSlope;
        this.shapes = shapes;
    }

    /** Whether nothing has begun, so that steps less steep than an onset may be skipped. */
    boolean isIdle() {
        return started && !steep && !peakAwaited && upstroke.isEmpty() && Double.isNaN(middle);
    }

    /** See {@link SpikeObserver#isRising()}. */
    boolean isRising() {
        return Double.isNaN(middle) && (!upstroke.isEmpty() || peakAwaited);
    }

    /** See {@link SpikeObserver#awaitedFall()}. */
    double awaitedFall() {
        boolean falls = started && !steep && !peakAwaited && upstroke.isEmpty();
        return falls ? middle : Double.NaN;
    }

    /** See {@link SpikeObserver#pass}: steps in which the slope does not rise through that of an onset, and nothing peaks or falls through. */
    boolean pass(double to, double v0, double slope0, double v1, double slope1) {
        boolean comesDown = v0 <= middle || v1 <= middle;
        boolean steepens = slope0 < onsetSlope && onsetSlope <= slope1;
        if (!started || comesDown || steepens) {
            return false;
        }
        boolean quiet = upstroke.isEmpty() && !peakAwaited && slope0 < onsetSlope;
        boolean begun = !upstroke.isEmpty() || (peakAwaited && slope0 < onsetSlope);
        boolean rises = begun && slope0 > 0 && slope1 > 0;
        if (!quiet && !rises) {
            return false;
        }
        upstroke.add(to, v1, slope1);
        steep = slope1 >= onsetSlope;
        return true;
    }

    /**
     * Takes the next step.
     *
     * @param crossing θ at which a spike that counts crosses the threshold in this step; NaN without one
     */
    void observe(StepCurve step, double crossing) {
        meet(step);
        double start = 0;
        if (!Double.isNaN(crossing)) {
            middle = Double.NaN;
            peakAwaited = true;
            start = crossing;
        }
        boolean peaks = step.slope(1) <= 0;
        double end = peaks ? step.peak(start) : 1;
        double onset = step.steepening(onsetSlope, end);
        if (!Double.isNaN(onset)) {
            upstroke.start(step.time(onset), step.value(onset), step.slope(onset));
        }
        upstroke.add(step.time(end), step.value(end), step.slope(end));
        if (peaks) {
            endRise(step.value(end));
            lookForFall(step, end);
        }
        steep = step.slope(1) >= onsetSlope;
        started = true;
    }

    /** Ends the action potential at the end of a step that was observed: the model resets there. */
    void reset(StepCurve step) {
        endRise(step.value(1));
        endFall(step.to());
        steep = false;
    }

    /**
     * At the start of a step the slope may jump, so that a rise ends or an onset occurs. At time 0 a stimulus that is already
     * on starts the first rise; after a transient, the onset of a rise in progress is unknown.
     */
    private void meet(StepCurve step) {
        double slope = step.slope(0);
        if (slope <= 0) {
            endRise(step.value(0));
        }
        boolean fromRest = started || step.from() == 0;
        if (fromRest && !steep && slope >= onsetSlope) {
            upstroke.start(step.from(), step.value(0), slope);
        } else {
            upstroke.bend(slope);
        }
        lookForFall(step, 0);
    }

    private void endRise(double peak) {
        if (peakAwaited && !upstroke.isEmpty()) {
            double amplitude = peak - upstroke.onsetValue();
            shapes.addAmplitude(amplitude);
            double halfway = upstroke.onsetValue() + amplitude / 2;
            risen = upstroke.timeOfRise(halfway);
            middle = Double.isNaN(risen) ? Double.NaN : halfway;
        }
        peakAwaited = false;
        upstroke.clear();
    }

    private void lookForFall(StepCurve step, double start) {
        if (step.value(start) <= middle) {
            endFall(step.time(start));
        } else if (step.value(1) <= middle) {
            endFall(step.time(step.fall(middle, start)));
        }
    }

    private void endFall(double time) {
        if (!Double.isNaN(middle)) {
            shapes.addHalfWidth(time - risen);
            middle = Double.NaN;
        }
    }
}
