package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.simulation.spike.ActionPotentials;
import io.github.spikesweep.simulation.spike.SpikeObserver;
import io.github.spikesweep.simulation.spike.SpikeTrain;
import io.github.spikesweep.simulation.spike.StepCurve;
import java.util.List;
import java.util.Optional;

/**
 * One neuron with adaptive steps. Its steps end where something sudden happens: at the edges of its input, at the end of the
 * transient, where the steady state begins, at a spike after which the model resets, and where a hold ends.
 */
final class AdaptiveLane {
    /** The first step, as a fraction of the duration; the step size control soon finds a better one. */
    private static final double FIRST_STEP = 1e-5;
    /** A step that is this much smaller than the time no longer changes it. */
    private static final double SMALLEST_STEP = 1e-14;

    /**
     * Errors add up over many steps, and where a variable is slow they shift a spike in time more than they change the
     * variable.
     */
    private static final double ERROR_PER_STEP = 0.01;

    private static final double STEADY_PART = 0.1;
    private static final double SAFETY = 0.9;
    private static final double LEAST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 5;

    private final double[] memory;
    private final AdaptiveLayout layout;
    private final int lane;
    private final SpikeCondition condition;
    private final double sign;
    private final Protocol.Adaptive protocol;
    private final boolean recordsShapes;
    private final Edges edges;
    private final boolean resets;
    private final ResetRule reset;
    private final SpikeTrain train;
    private final ActionPotentials shapes = new ActionPotentials();
    private final AdaptiveRecord record;
    private final StepCurve curve = new StepCurve();
    private final int startRow;
    private final int endRow;
    private final List<Integer> spikeCurve;
    private final double[] coefficients = new double[5];
    private final double steadyFrom;
    private final double perStep;

    private SpikeObserver observer;
    private double time;
    private double proposed;
    private double step;
    private double edge;
    private double stop;
    private double heldUntil = Double.POSITIVE_INFINITY;
    private long steps;
    private double steadyIntegral;
    private double divergedAt = Double.NaN;
    private double lastReset = Double.NaN;
    private boolean done;
    /** The step after a stop, where slopes may jump. */
    private boolean unsettled = true;

    AdaptiveLane(double[] memory, AdaptiveLayout layout, int lane, Trial trial, Recording recording) {
        this.memory = memory;
        this.layout = layout;
        this.lane = lane;
        this.condition = trial.kernel().spike().upward();
        this.sign = trial.kernel().spike().direction().sign();
        int spikeVariable = trial.kernel().spikeVariable();
        this.startRow = layout.variables().get(spikeVariable);
        this.endRow = layout.ends().get(spikeVariable);
        this.spikeCurve = layout.curves().get(spikeVariable);
        this.protocol = (Protocol.Adaptive) trial.protocol();
        this.perStep = ERROR_PER_STEP * protocol.tolerance();
        this.recordsShapes = recording.has(Recording.Detail.ACTION_POTENTIALS);
        Stimuli stimuli = new Stimuli(trial);
        this.edges = new Edges(trial, stimuli);
        this.resets = !trial.kernel().model().reset().isEmpty();
        this.reset = trial.reset();
        if (ResetRule.isDue(trial.kernel(), memory[startRow + lane])) {
            reset(0);
        }
        this.train = new SpikeTrain(recording.has(Recording.Detail.SPIKE_TIMES));
        this.observer = newObserver();
        this.record = new AdaptiveRecord(memory, layout, lane, trial, recording);
        // A stop in any case, so that the choice of features does not change the steps.
        this.steadyFrom = Math.max(protocol.transientTime(), (1 - STEADY_PART) * protocol.duration());
        this.proposed = FIRST_STEP * protocol.duration();
        if (protocol.transientTime() == 0) {
            record.begin();
        }
        findEdge();
        if (!stimuli.fit(0) || !reset.isHoldable(0)) {
            diverge(0);
        }
    }

    private SpikeObserver newObserver() {
        SpikeObserver watching =
                new SpikeObserver(condition, train, recordsShapes ? Optional.of(shapes) : Optional.empty());
        watching.startFrom(sign * memory[startRow + lane]);
        return watching;
    }

    /** Writes the step that this neuron wants to try. */
    void propose() {
        step = Math.min(Math.min(proposed, protocol.longestStep()), stop - time);
        memory[layout.time() + lane] = time;
        memory[layout.step() + lane] = step;
    }

    /** Accepts or rejects the step that was tried. */
    void judge() {
        steps++;
        double error = memory[layout.error() + lane];
        double wanted = step * factor(perStep, error);
        if (error <= perStep) {
            // If a stop cut the step short, the proposed length may still be right.
            proposed = Math.max(wanted, step < proposed ? proposed : 0);
            accept();
        } else {
            proposed = wanted;
            if (proposed <= SMALLEST_STEP * Math.max(time, protocol.duration() * SMALLEST_STEP)) {
                diverge(time);
            }
        }
    }

    /**
     * The factor for the next step after an error of {@code error} with the target {@code tolerance}. The error is proportional
     * to the fifth power of the step; the exponent 3/16, somewhat less than 1/5, is computed by three and four square roots
     * instead of a power, so that it is the same everywhere.
     */
    private static double factor(double tolerance, double error) {
        double eighth = Math.sqrt(Math.sqrt(Math.sqrt(tolerance / error)));
        double factor = SAFETY * eighth * Math.sqrt(eighth);
        // NaN: the step overflowed.
        return factor >= LEAST_FACTOR ? Math.min(factor, LARGEST_FACTOR) : LEAST_FACTOR;
    }

    private void accept() {
        double end = step == stop - time ? stop : time + step;
        double threshold = condition.threshold();
        double value0 = sign * memory[startRow + lane];
        double value1 = sign * memory[endRow + lane];
        boolean fires = resets && value0 < threshold && value1 >= threshold;
        if (fires) {
            follow(end, 1);
            curve.endAt(value1);
            double theta = curve.rise(threshold);
            end = curve.time(theta);
            record.endAt(theta);
            // Which the polynomial may miss by its rounding.
            memory[endRow + lane] = sign * threshold;
            follow(end, theta);
            curve.endAt(threshold);
        }
        if (!record.isSound()) {
            diverge(end);
            return;
        }
        if (time >= protocol.transientTime()) {
            record.record(time, end);
            if (fires) {
                observer.observeReset(curve);
            } else if (unsettled || !observer.pass(end, value0, slope(0), value1, slope(1))) {
                follow(end, 1);
                curve.endAt(value1);
                observer.observe(curve);
            }
        }
        if (time >= steadyFrom) {
            steadyIntegral += (end - time) * mean(fires ? (end - time) / step : 1);
        }
        record.moveOn();
        if (fires) {
            reset(end);
        }
        time = end;
        stop = Math.min(edge, heldUntil);
        unsettled = fires || time >= stop;
        if (time >= stop) {
            reached();
        }
    }

    /**
     * Resets the neuron, which cannot continue if it is still at the threshold or beyond it, or if no time has passed since the last
     * reset.
     */
    private void reset(double when) {
        double[] state = new double[layout.ends().size()];
        for (int v = 0; v < state.length; v++) {
            state[v] = memory[layout.variables().get(v) + lane];
        }
        reset.apply(state, when, 0);
        for (int v = 0; v < state.length; v++) {
            memory[layout.variables().get(v) + lane] = state[v];
        }
        if (!reset.isOver(state) || when - lastReset <= SMALLEST_STEP * when) {
            diverge(when);
        }
        lastReset = when;
        hold(when);
    }

    /** Holds the spike variable from now on, if the model does; then a step ends where the hold does. */
    private void hold(double from) {
        if (layout.held() >= 0) {
            double until = from + reset.hold();
            heldUntil = until > from ? until : Double.POSITIVE_INFINITY;
            memory[layout.held() + lane] = until > from ? 1 : 0;
        }
    }

    private void release() {
        heldUntil = Double.POSITIVE_INFINITY;
        memory[layout.held() + lane] = 0;
    }

    /** The slope of the spike variable, pointing up, at the start, θ = 0, or the end, θ = 1, of the step that was tried. */
    private double slope(int theta) {
        double slope = memory[spikeCurve.get(1) + lane];
        for (int k = 2; theta > 0 && k < coefficients.length; k++) {
            slope += k * memory[spikeCurve.get(k) + lane];
        }
        return sign * slope / step;
    }

    /** Follows the spike variable, pointing up, from now until {@code end}, at which the step that was tried is at θ. */
    private void follow(double end, double theta) {
        double power = 1;
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = sign * power * memory[spikeCurve.get(k) + lane];
            power *= theta;
        }
        curve.polynomial(
                time, end, coefficients[0], coefficients[1], coefficients[2], coefficients[3], coefficients[4]);
    }

    /** The mean of the spike variable over the step that was tried, up to θ. */
    private double mean(double theta) {
        double sum = 0;
        double power = 1;
        for (int k = 0; k < coefficients.length; k++) {
            sum += power * memory[spikeCurve.get(k) + lane] / (k + 1);
            power *= theta;
        }
        return sum;
    }

    private void reached() {
        if (time >= heldUntil) {
            release();
        }
        if (time >= edge) {
            passEdge();
        }
        stop = Math.min(edge, heldUntil);
    }

    private void passEdge() {
        if (time >= protocol.duration()) {
            done = true;
        } else if (time == protocol.transientTime()) {
            record.begin();
            observer = newObserver();
        }
        findEdge();
    }

    /** The next time at which a step has to end, whatever the neuron does. */
    private void findEdge() {
        edge = Math.min(protocol.duration(), edges.next(time));
        for (double sudden : new double[] {protocol.transientTime(), steadyFrom}) {
            edge = sudden > time ? Math.min(edge, sudden) : edge;
        }
        stop = Math.min(edge, heldUntil);
    }

    private void diverge(double when) {
        divergedAt = when;
        done = true;
    }

    /** The fraction of the duration that has passed; 1 if it is done. */
    double fraction() {
        return done ? 1 : time / protocol.duration();
    }

    boolean isDone() {
        return done;
    }

    Outcome outcome() {
        double steady = steadyIntegral / (protocol.duration() - steadyFrom);
        return record.outcome(divergedAt, steps, train, shapes, steady);
    }
}
