package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.cut.SpikeChanges;
import io.github.spikesweep.simulation.stimulus.Edges;
import io.github.spikesweep.simulation.stimulus.Stimuli;
import io.github.spikesweep.simulation.tangent.TangentVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One neuron or circuit with adaptive steps. Its steps end where something sudden happens: at the edges of its inputs, at the end of the
 * transient, where the steady state begins, at a spike that changes something, and where a hold ends.
 */
final class AdaptiveLane {
    /** The first step, as a fraction of the duration; the step size control soon finds a better one. */
    private static final double FIRST_STEP = 1e-5;
    /** A step that is this much smaller than the time no longer changes it. */
    private static final double SMALLEST_STEP = 1e-14;

    /** So many steps, tried or accepted, have to pass {@link #LEAST_PROGRESS} of the duration. */
    static final long MANY_STEPS = 1_000_000;

    private static final double LEAST_PROGRESS = 1e-5;

    private static final double STEADY_PART = 0.1;
    private static final double SAFETY = 0.9;
    private static final double LEAST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 5;

    private final double[] memory;
    private final AdaptiveLayout layout;
    private final AdaptiveLayout.Control control;
    private final int lane;
    private final SpikeChanges changes;
    private final double[] noNoise;
    private final Protocol.Adaptive protocol;
    private final Edges edges;
    private final AdaptiveCell[] cells;
    private final AdaptiveRecord record;
    private final AdaptivePairs pairs;
    private final Optional<TangentVector> tangent;
    private final double steadyFrom;
    private final double perStep;
    /** Where the kernel puts the length of a step that it chooses itself; -1 if it does not. */
    private final int chosenRow;

    /** Whether the kernel may take a step in which nothing happens. */
    private final boolean isPassable;

    private final double longest;
    private double time;
    private double proposed;
    private double step;
    private double edge;
    private double stop;
    /** The time when the last {@link #MANY_STEPS} began. */
    private double manyFrom;

    private double divergedAt = Double.NaN;
    private boolean done;
    /** The step after a stop, where slopes may jump. */
    private boolean unsettled = true;

    AdaptiveLane(double[] memory, AdaptiveLayout layout, int lane, Trial trial, Recording recording) {
        this.memory = memory;
        this.layout = layout;
        this.control = layout.control();
        this.lane = lane;
        Model model = trial.kernel().model();
        this.changes = trial.changes();
        this.noNoise = new double[model.cells().size()];
        this.protocol = (Protocol.Adaptive) trial.protocol();
        this.perStep = protocol.errorPerStep();
        Stimuli stimuli = new Stimuli(trial.kernel(), trial.quantitiesByName());
        this.edges = new Edges(trial.kernel(), stimuli, protocol.duration());
        this.cells = new AdaptiveCell[model.cells().size()];
        List<AdaptiveCell> due = new ArrayList<>();
        for (int cell = 0; cell < model.cells().size(); cell++) {
            AdaptiveCell of = new AdaptiveCell(memory, layout, lane, cell, trial, changes, recording);
            cells[cell] = of;
            double value = memory[layout.variables().get(trial.kernel().spikeVariable(cell)) + lane];
            if (changes.isDue(cell, value)) {
                due.add(of);
            }
        }
        change(0, due);
        Arrays.stream(cells).forEach(AdaptiveCell::watch);
        this.record = new AdaptiveRecord(memory, layout, lane, trial, recording);
        this.pairs = new AdaptivePairs(trial.kernel(), record, recording);
        this.tangent = tangent(trial.kernel());
        this.isPassable = pairs.areNone() && tangent.isEmpty();
        // A stop in any case, so that the choice of features does not change the steps.
        this.steadyFrom =
                protocol.transientTime() + (1 - STEADY_PART) * (protocol.duration() - protocol.transientTime());
        this.chosenRow =
                layout.chosen().map(AdaptiveLayout.ChosenLength::length).orElse(-1);
        this.proposed = choosesStep() ? Double.POSITIVE_INFINITY : FIRST_STEP * protocol.duration();
        this.longest = protocol.longestStep();
        set(control.tolerance(), perStep);
        set(control.longest(), longest);
        if (protocol.transientTime() == 0) {
            begin();
        }
        findEdge();
        if (!stimuli.fit(0) || !changes.areHoldable(0)) {
            diverge(0);
        }
        goOn();
    }

    private Optional<TangentVector> tangent(KernelSpec spec) {
        int[] elements = layout
                .variables()
                .subList(spec.ownVariables(), spec.model().variables().size())
                .stream()
                .mapToInt(row -> row + lane)
                .toArray();
        return elements.length == 0
                ? Optional.empty()
                : Optional.of(new TangentVector(
                        element -> memory[element], (element, value) -> memory[element] = value, elements, new int[0]));
    }

    /** Starts to record, from the current state. */
    private void begin() {
        record.begin();
        pairs.begin();
        tangent.ifPresent(TangentVector::begin);
    }

    /** Whether the kernel chooses the length of a step, up to what it is given. */
    private boolean choosesStep() {
        return chosenRow >= 0;
    }

    /** Accepts or rejects the step that was tried, and tells the kernel how the lane goes on. */
    void judge() {
        double error = get(layout.error());
        time = get(layout.time());
        step = get(layout.step());
        if (choosesStep()) {
            double chosen = get(chosenRow);
            // No number: a coefficient overflowed.
            step = chosen > 0 ? chosen : step;
        } else {
            proposed = get(control.proposed().now());
        }
        if (error <= perStep) {
            // If a stop cut the step short, the proposed length may still be right.
            proposed = choosesStep()
                    ? Double.POSITIVE_INFINITY
                    : Math.max(step * factor(perStep, error), step < proposed ? proposed : 0);
            accept();
            goOn();
        } else {
            for (AdaptiveCell cell : cells) {
                cell.addNothing();
            }
            proposed = step * factor(perStep, error);
            if (proposed <= SMALLEST_STEP * Math.max(time, protocol.duration() * SMALLEST_STEP)) {
                diverge(time);
            }
            tryAgain();
        }
    }

    /** Tells the kernel where this lane is, and how long a step it wants to try. */
    private void tryAgain() {
        record.goOn();
        set(control.reached(), time);
        set(control.proposed().next(), proposed);
        set(control.next(), Math.min(Math.min(proposed, longest), stop - time));
    }

    /** Tells the kernel how this lane goes on, and in which steps it wants to be asked. */
    private void goOn() {
        tryAgain();
        set(control.stop(), stop);
        boolean isQuiet = isPassable && !unsettled && !done;
        set(control.limit(), isQuiet ? Math.nextDown(Math.min(stop, record.nextSample())) : -Double.MAX_VALUE);
        set(control.steady(), time >= steadyFrom ? 1 : 0);
        for (AdaptiveCell cell : cells) {
            cell.beware(time >= protocol.transientTime());
        }
    }

    private double get(int row) {
        return memory[row + lane];
    }

    private void set(int row, double value) {
        memory[row + lane] = value;
    }

    /** Ends a row that gets on too slowly, so that there are no more than 10¹¹ steps: to be called after every {@link #MANY_STEPS} steps. */
    void check() {
        time = get(layout.time());
        if (time - manyFrom < LEAST_PROGRESS * protocol.duration()) {
            diverge(time);
        }
        manyFrom = time;
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
        double tried = step == stop - time ? stop : time + step;
        boolean fires = false;
        double theta = 1;
        for (AdaptiveCell cell : cells) {
            if (cell.isFiring()) {
                fires = true;
                theta = Math.min(theta, cell.crossing(time, tried));
            }
        }
        double end = theta < 1 ? Math.min(time + theta * (tried - time), tried) : tried;
        List<AdaptiveCell> fired = fires ? endAt(theta, tried) : List.of();
        if (!record.isSound()) {
            for (AdaptiveCell cell : cells) {
                cell.addNothing();
            }
            diverge(end);
            return;
        }
        if (time >= protocol.transientTime()) {
            record.record(time, end);
            pairs.add(end - time, theta);
            for (AdaptiveCell cell : cells) {
                cell.observe(time, end, theta, step, fires && fired.contains(cell), unsettled);
            }
        }
        // What the kernel has added is a whole step, up to the time that it has reached.
        if (time >= steadyFrom && !(fired.isEmpty() && end == get(control.reached()))) {
            double part = fired.isEmpty() ? 1 : (end - time) / step;
            for (AdaptiveCell cell : cells) {
                cell.addToSteadyState(end - time, part);
            }
        }
        record.moveOn();
        tangent.ifPresent(TangentVector::scale);
        if (!fired.isEmpty()) {
            change(end, fired);
            if (time >= protocol.transientTime()) {
                record.jumped();
            }
        }
        time = end;
        findStop();
        unsettled = !fired.isEmpty() || time >= stop;
        if (time >= stop) {
            reached();
        }
    }

    /** Ends the step at θ, where the first cell that fires reaches its threshold; returns those that have reached theirs there. */
    private List<AdaptiveCell> endAt(double theta, double tried) {
        List<AdaptiveCell> firing =
                Arrays.stream(cells).filter(AdaptiveCell::isFiring).toList();
        List<AdaptiveCell> first = firing.stream()
                .filter(cell -> cell.crossing(time, tried) == theta)
                .toList();
        record.endAt(theta);
        List<AdaptiveCell> fired = firing.stream()
                .filter(cell -> first.contains(cell) || cell.isFiring())
                .toList();
        fired.forEach(AdaptiveCell::endAtThreshold);
        return fired;
    }

    /**
     * Makes the changes of spikes. The lane cannot continue if that fails, or if no time has passed since the last reset of a cell.
     */
    private void change(double when, List<AdaptiveCell> fired) {
        double[] state = new double[layout.ends().size()];
        for (int v = 0; v < state.length; v++) {
            state[v] = memory[layout.variables().get(v) + lane];
        }
        List<AdaptiveCell> reset = fired.stream().filter(AdaptiveCell::resets).toList();
        // A start beyond the threshold is no spike.
        List<Integer> spiked = when > 0 ? indices(fired) : List.of();
        boolean isSound = changes.make(state, when, spiked, indices(reset), noNoise);
        for (int v = 0; v < state.length; v++) {
            memory[layout.variables().get(v) + lane] = state[v];
        }
        for (AdaptiveCell cell : reset) {
            isSound &= cell.isNewReset(when, SMALLEST_STEP);
            cell.hold(when);
        }
        if (!isSound) {
            diverge(when);
        }
    }

    private static List<Integer> indices(List<AdaptiveCell> of) {
        return of.stream().map(AdaptiveCell::cell).toList();
    }

    private void reached() {
        for (AdaptiveCell cell : cells) {
            if (time >= cell.heldUntil()) {
                cell.release();
            }
        }
        if (time >= edge) {
            passEdge();
        }
        findStop();
    }

    private void passEdge() {
        if (time >= protocol.duration()) {
            done = true;
        } else if (time == protocol.transientTime()) {
            begin();
            Arrays.stream(cells).forEach(AdaptiveCell::watch);
        }
        findEdge();
    }

    /** The next time at which a step has to end, whatever the neuron does. */
    private void findEdge() {
        edge = Math.min(protocol.duration(), edges.next(time));
        for (double sudden : new double[] {protocol.transientTime(), steadyFrom}) {
            edge = sudden > time ? Math.min(edge, sudden) : edge;
        }
        findStop();
    }

    private void findStop() {
        stop = edge;
        for (AdaptiveCell cell : cells) {
            stop = Math.min(stop, cell.heldUntil());
        }
    }

    private void diverge(double when) {
        divergedAt = when;
        done = true;
    }

    /** The fraction of the duration that has passed. */
    double fraction() {
        return get(layout.time()) / protocol.duration();
    }

    boolean isDone() {
        return done;
    }

    /** @param steps how many were tried */
    Outcome outcome(long steps) {
        double steadyTime = protocol.duration() - steadyFrom;
        return record.outcome(
                divergedAt,
                steps,
                Arrays.stream(cells).map(cell -> cell.outcome(steadyTime)).toList(),
                pairs.outcomes(),
                tangent.map(vector -> vector.exponent(protocol.duration() - protocol.transientTime()))
                        .orElse(Double.NaN));
    }
}
