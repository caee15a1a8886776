package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import java.util.Arrays;
import java.util.List;

/**
 * Watches the lanes of a kernel for spikes. The histories of an advance are looked at only in lanes that show a sign of something;
 * the curve of a step needs the slope at its end, which is known from the step after it, and so may wait for the next advance.
 */
final class LaneSpikes {
    private final LaneKernel kernel;
    private final KernelLayout layout;
    private final Model model;
    private final SpikeCondition condition;
    private final double step;
    private final Recording observed;
    private final boolean shapes;
    private final SpikeTrain[] trains;
    private final ActionPotentials[] actionPotentials;
    private final SpikeObserver[] observers;
    private boolean begun;
    private final boolean[] attended;
    private final int[] found;
    private final double[] starts = new double[LaneKernel.MOST_STEPS];
    private final double[] ends = new double[LaneKernel.MOST_STEPS];
    private final double[] slopes = new double[LaneKernel.MOST_STEPS + 1];
    private final StepCurve curve = new StepCurve();
    private final boolean[] leftOut;
    private final boolean[] waiting;
    /** Of the step that waits in each lane: value and slope at its start, value at its end. */
    private final double[] waitingStart;

    private final double[] waitingSlope;
    private final double[] waitingEnd;

    LaneSpikes(LaneKernel kernel, KernelLayout layout, List<Trial> trials, Recording recording) {
        this.kernel = kernel;
        this.layout = layout;
        this.model = trials.get(0).kernel().model();
        this.condition = model.spike();
        this.step = ((Protocol.Fixed) trials.get(0).protocol()).step();
        // A map has no slopes, and so no shapes.
        this.observed = model.isMap() ? Recording.BASIC : recording;
        this.shapes = observed.has(Recording.Detail.ACTION_POTENTIALS);
        int count = trials.size();
        this.trains = new SpikeTrain[count];
        this.actionPotentials = new ActionPotentials[count];
        this.observers = new SpikeObserver[count];
        for (int lane = 0; lane < count; lane++) {
            trains[lane] = new SpikeTrain(recording.has(Recording.Detail.SPIKE_TIMES));
            actionPotentials[lane] = new ActionPotentials();
        }
        this.attended = new boolean[count];
        this.found = new int[layout.lanes()];
        this.leftOut = new boolean[count];
        this.waiting = new boolean[count];
        this.waitingStart = new double[count];
        this.waitingSlope = new double[count];
        this.waitingEnd = new double[count];
    }

    /** Begins to watch. */
    void begin() {
        begun = true;
        for (int lane = 0; lane < observers.length; lane++) {
            observers[lane] = new SpikeObserver(condition, observed, trains[lane], actionPotentials[lane]);
        }
    }

    /**
     * Looks at the last advance, once begun.
     *
     * @param first how many steps were taken before it
     * @param divergedAt rows in which this is a number are left alone
     */
    void watch(long first, int steps, double[] divergedAt) {
        if (!begun) {
            return;
        }
        attend(LaneKernel.Sign.CROSSED, condition.threshold());
        if (shapes) {
            attend(LaneKernel.Sign.STEEP, condition.onsetSlope());
        }
        boolean fallen = false;
        for (int lane = 0; lane < observers.length; lane++) {
            fallen |= !observers[lane].isArmed();
        }
        if (fallen) {
            attend(LaneKernel.Sign.FALLEN, condition.rearm());
        }
        for (int lane = 0; lane < observers.length; lane++) {
            if (waiting[lane]) {
                observeWaiting(lane, first, kernel.get(layout.slopes() + lane));
            }
            boolean looked = (attended[lane] || !observers[lane].isIdle()) && Double.isNaN(divergedAt[lane]);
            if (looked) {
                watch(lane, first, steps);
            }
            leftOut[lane] = !looked;
        }
        Arrays.fill(attended, false);
    }

    /** Looks at what still waits after the last of {@code taken} steps. */
    void finish(long taken) {
        boolean any = false;
        for (boolean waits : waiting) {
            any |= waits;
        }
        if (any) {
            kernel.slopeAtEnd(taken, 0);
            for (int lane = 0; lane < observers.length; lane++) {
                if (waiting[lane]) {
                    observeWaiting(lane, taken, kernel.get(layout.slopes() + lane));
                }
            }
        }
    }

    SpikeTrain train(int lane) {
        return trains[lane];
    }

    ActionPotentials actionPotentials(int lane) {
        return actionPotentials[lane];
    }

    private void attend(LaneKernel.Sign sign, double level) {
        int count = kernel.find(sign, level, found);
        for (int k = 0; k < count && found[k] < attended.length; k++) {
            attended[found[k]] = true;
        }
    }

    private void watch(int lane, long first, int steps) {
        int lanes = layout.lanes();
        kernel.read(layout.starts() + lane, lanes, starts, steps);
        kernel.read(layout.ends() + lane, lanes, ends, steps);
        if (model.isMap()) {
            for (int k = 0; k < steps; k++) {
                curve.jump((first + k) * step, (first + k + 1) * step, starts[k], ends[k]);
                observers[lane].observe(curve);
            }
            return;
        }
        kernel.read(layout.slopes() + lane, lanes, slopes, steps);
        if (shapes && leftOut[lane]) {
            // What shows now may have begun in the last step of the advance that was left out.
            double value = kernel.get(layout.previous() + lane);
            double slope = kernel.get(layout.previous() + lanes + lane);
            curve.hermite((first - 1) * step, first * step, value, slope, starts[0], slopes[0]);
            observers[lane].observe(curve);
        }
        for (int k = 0; k < steps; k++) {
            double from = (first + k) * step;
            double to = (first + k + 1) * step;
            if (!model.reset().isEmpty() && ends[k] >= condition.threshold()) {
                // The slope of the next step is that after the reset. What lies beyond the threshold is the method's,
                // not the model's.
                curve.quadratic(from, to, starts[k], slopes[k], ends[k]);
                if (starts[k] < condition.threshold()) {
                    double crossing = curve.timeOfRise(condition.threshold());
                    curve.quadratic(from, crossing, starts[k], slopes[k], condition.threshold());
                }
                observers[lane].observeReset(curve);
            } else if (k + 1 < steps) {
                curve.hermite(from, to, starts[k], slopes[k], ends[k], slopes[k + 1]);
                observers[lane].observe(curve);
            } else {
                waiting[lane] = true;
                waitingStart[lane] = starts[k];
                waitingSlope[lane] = slopes[k];
                waitingEnd[lane] = ends[k];
            }
        }
    }

    /** The step that ends after {@code taken} steps, now that the slope there is known. */
    private void observeWaiting(int lane, long taken, double slope) {
        waiting[lane] = false;
        curve.hermite(
                (taken - 1) * step, taken * step, waitingStart[lane], waitingSlope[lane], waitingEnd[lane], slope);
        observers[lane].observe(curve);
    }
}
