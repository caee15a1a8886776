package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.simulation.cut.Piece;
import io.github.spikesweep.simulation.spike.ActionPotentials;
import io.github.spikesweep.simulation.spike.SpikeObserver;
import io.github.spikesweep.simulation.spike.SpikeTrain;
import io.github.spikesweep.simulation.spike.StepCurve;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds spikes of one cell in the lanes of a kernel, which points them all up. The histories of an advance are only examined in lanes in which something may have
 * happened. The curve of a step needs the slope at its end, which is known from the step after it, and so may have to wait for
 * the next advance.
 */
final class LaneSpikes {
    /** How far from a cubic, relative to its rise, an advance may be and still be skipped: far below the accuracy of spikes. */
    private static final double PLAIN = 5e-4;

    private final LaneKernel kernel;
    private final int lanes;
    private final int cell;
    private final KernelLayout.CellRows rows;
    private final boolean isMap;
    private final int spikeRow;
    /** By lane, pointing up. */
    private final List<SpikeCondition> conditions;

    private final double sign;
    private final double step;
    private final boolean shapes;
    /** Whether steps without a crossing need not be looked at. */
    private final boolean crossingsAlone;

    private final SpikeTrain[] trains;
    private final ActionPotentials[] actionPotentials;
    private final SpikeObserver[] observers;
    private boolean begun;
    private final int[] found;
    /** The steps in which those that were found cross, by their bits. */
    private final int[] rises;

    private final LaneHistories histories;
    private final StepCurve curve;
    /** Lanes that the last advance gives a reason to look at, and those among them that rose through the threshold. */
    private final BitSet attended = new BitSet();

    private final BitSet crossed = new BitSet();
    /** Lanes whose observer is in the middle of something, or waits for the value to come down. */
    private final BitSet busy = new BitSet();

    private final BitSet disarmed = new BitSet();
    /** Lanes with a step that waits for the slope at its end. */
    private final BitSet waiting = new BitSet();

    /** Lanes in which something has changed at the end of what was observed last, so that the slope may jump. */
    private final BitSet jumped = new BitSet();

    private final BitSet due = new BitSet();
    /** Lanes that were examined in the advance before. */
    private BitSet looked = new BitSet();

    private BitSet lookedNow = new BitSet();

    /** For the waiting step of each lane: when it starts, value and slope there, value at its end. */
    private final double[] waitingFrom;

    private final double[] waitingStart;

    private final double[] waitingSlope;
    private final double[] waitingEnd;

    LaneSpikes(
            LaneKernel kernel,
            KernelLayout layout,
            int cell,
            LaneHistories histories,
            List<Trial> trials,
            Recording recording) {
        KernelSpec spec = trials.get(0).kernel();
        this.kernel = kernel;
        this.lanes = layout.lanes();
        this.cell = cell;
        this.rows = layout.cells().get(cell);
        this.histories = histories;
        this.isMap = spec.model().isMap();
        this.spikeRow = layout.variables().get(spec.spikeVariable(cell));
        this.conditions = conditions(trials, cell);
        this.sign = spec.direction(cell).sign();
        this.curve = new StepCurve(4, spec.precision()::spacing);
        this.step = ((Protocol.Fixed) trials.get(0).protocol()).step();
        // A map has no slopes, and so no shapes.
        this.shapes = recording.has(Recording.Detail.ACTION_POTENTIALS) && !isMap;
        this.crossingsAlone = conditions.stream().allMatch(of -> SpikeObserver.seesCrossingsAlone(of, shapes));
        int count = trials.size();
        this.trains = new SpikeTrain[count];
        this.actionPotentials = new ActionPotentials[count];
        this.observers = new SpikeObserver[count];
        boolean timed = recording.has(Recording.Detail.SPIKE_TIMES);
        ActionPotentials none = new ActionPotentials();
        for (int lane = 0; lane < count; lane++) {
            trains[lane] = new SpikeTrain(timed);
            actionPotentials[lane] = shapes ? new ActionPotentials() : none;
        }
        this.found = new int[lanes];
        this.rises = new int[lanes];
        this.waitingFrom = new double[count];
        this.waitingStart = new double[count];
        this.waitingSlope = new double[count];
        this.waitingEnd = new double[count];
    }

    /** Of nearly all models they are the same in all lanes. */
    private static List<SpikeCondition> conditions(List<Trial> trials, int cell) {
        Trial first = trials.get(0);
        return first.kernel().model().cells().get(cell).levels().followParameters()
                ? trials.stream().map(trial -> trial.spike(cell).upward()).toList()
                : Collections.nCopies(trials.size(), first.spike(cell).upward());
    }

    /** Starts to watch. */
    void begin() {
        begun = true;
        for (int lane = 0; lane < observers.length; lane++) {
            observers[lane] = new SpikeObserver(
                    conditions.get(lane),
                    trains[lane],
                    shapes ? Optional.of(actionPotentials[lane]) : Optional.empty());
            observers[lane].startFrom(sign * kernel.get(spikeRow + lane));
            keepState(lane);
        }
        // Nothing was left out before.
        looked.set(0, observers.length);
    }

    /** Goes on with what has watched other lanes, until their {@link #finish}; one for each lane. */
    void resume(List<SpikeObserver> watching) {
        begun = true;
        for (int lane = 0; lane < observers.length; lane++) {
            observers[lane] = watching.get(lane);
            trains[lane] = observers[lane].train();
            keepState(lane);
        }
        looked.set(0, observers.length);
    }

    /** What watches a lane. */
    SpikeObserver observer(int lane) {
        return observers[lane];
    }

    private void keepState(int lane) {
        busy.set(lane, !observers[lane].isIdle());
        disarmed.set(lane, !observers[lane].isArmed());
    }

    /**
     * Examines the last advance, after the start.
     *
     * @param first how many steps were taken before it
     * @param divergedAt rows in which this is a number are skipped
     */
    void watch(long first, int steps, double[] divergedAt) {
        if (!begun) {
            return;
        }
        if (crossingsAlone) {
            watchCrossings(first, steps, divergedAt);
            return;
        }
        attended.clear();
        attend(LaneKernel.Sign.CROSSED, conditions.get(0).threshold());
        attendPieces();
        if (shapes) {
            crossed.clear();
            crossed.or(attended);
            attend(LaneKernel.Sign.STEEP, conditions.get(0).onsetSlope());
        }
        if (!disarmed.isEmpty()) {
            attendDisarmed();
        }
        due.clear();
        due.or(attended);
        due.or(busy);
        due.or(waiting);
        lookedNow.clear();
        histories.expect(due.cardinality());
        for (int lane = due.nextSetBit(0); lane >= 0; lane = due.nextSetBit(lane + 1)) {
            if (waiting.get(lane)) {
                observeWaiting(lane, first, kernel.get(rows.slopes() + lane));
            }
            boolean examined = (attended.get(lane) || !isIdle(lane)) && Double.isNaN(divergedAt[lane]);
            if (examined && risesPlainly(lane, steps)) {
                hold(
                        lane,
                        (first + steps - 1) * step,
                        value(rows.starts(), steps - 1, lane),
                        value(rows.slopes(), steps - 1, lane),
                        value(rows.starts(), steps, lane));
            } else if (examined) {
                watch(lane, first, steps);
            }
            lookedNow.set(lane, examined);
            keepState(lane);
        }
        BitSet before = looked;
        looked = lookedNow;
        lookedNow = before;
    }

    /** The same where steps without a crossing do not matter. */
    private void watchCrossings(long first, int steps, double[] divergedAt) {
        for (int lane = waiting.nextSetBit(0); lane >= 0; lane = waiting.nextSetBit(lane + 1)) {
            observeWaiting(lane, first, kernel.get(rows.slopes() + lane));
        }
        histories.expect(1);
        for (int lane = histories.nextWithPieces(0); lane >= 0; lane = histories.nextWithPieces(lane + 1)) {
            if (lane < observers.length && Double.isNaN(divergedAt[lane])) {
                watch(lane, first, steps);
            }
        }
        int count = kernel.crossings(cell, steps, conditions.get(0).threshold(), found, rises);
        for (int n = 0; n < count && found[n] < observers.length; n++) {
            int lane = found[n];
            if (Double.isNaN(divergedAt[lane]) && histories.pieces(lane).isEmpty()) {
                watchCrossings(lane, rises[n], first, steps);
            }
        }
    }

    /**
     * Looks at steps of a lane that cross the threshold, none of which was taken in pieces.
     *
     * @param crossing bit k is set if step k does
     */
    private void watchCrossings(int lane, int crossing, long first, int steps) {
        for (int rest = crossing; rest != 0; rest &= rest - 1) {
            int k = Integer.numberOfTrailingZeros(rest);
            double to = (first + k + 1) * step;
            if (isMap) {
                observers[lane].cross(to);
                continue;
            }
            double from = (first + k) * step;
            double slope = value(rows.slopes(), k, lane);
            double before = value(rows.starts(), k, lane);
            double after = value(rows.starts(), k + 1, lane);
            if (k + 1 == steps) {
                hold(lane, from, before, slope, after);
            } else {
                curve.hermite(from, to, before, slope, after, value(rows.slopes(), k + 1, lane));
                observers[lane].observe(curve);
            }
        }
    }

    private boolean isIdle(int lane) {
        return observers[lane].isIdle() || kernel.get(rows.chunkLowest() + lane) > observers[lane].awaitedFall();
    }

    /** Whether a lane only rises in the last advance, and the cubic through its ends follows it closely. */
    private boolean risesPlainly(int lane, int steps) {
        if (!shapes
                || steps < LaneKernel.MOST_STEPS
                || crossed.get(lane)
                || !looked.get(lane)
                || !histories.pieces(lane).isEmpty()
                || !observers[lane].isRising()) {
            return false;
        }
        int last = steps - 1;
        double slope0 = value(rows.slopes(), 0, lane);
        double slope1 = value(rows.slopes(), last, lane);
        boolean steepens = slope0 < conditions.get(lane).onsetSlope()
                && slope1 >= conditions.get(lane).onsetSlope();
        if (!(slope0 > 0 && slope1 > 0) || steepens) {
            return false;
        }
        int middle = steps / 2;
        double start = value(rows.starts(), 0, lane);
        double end = value(rows.starts(), last, lane);
        curve.hermite(0, last * step, start, slope0, end, slope1);
        double off = curve.value((double) middle / last) - value(rows.starts(), middle, lane);
        return Math.abs(off) <= PLAIN * (end - start);
    }

    private double value(int history, int k, int lane) {
        return kernel.get(history + k * lanes + lane);
    }

    /** Examines steps that still wait after the last of {@code taken} steps. */
    void finish(long taken) {
        if (!waiting.isEmpty()) {
            kernel.slopeAtEnd(taken);
            for (int lane = waiting.nextSetBit(0); lane >= 0; lane = waiting.nextSetBit(lane + 1)) {
                observeWaiting(lane, taken, kernel.get(rows.slopes() + lane));
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
        int count = kernel.find(cell, sign, level, found);
        for (int k = 0; k < count && found[k] < observers.length; k++) {
            attended.set(found[k]);
        }
    }

    /** Those with a step that was taken in pieces. */
    private void attendPieces() {
        for (int lane = histories.nextWithPieces(0); lane >= 0; lane = histories.nextWithPieces(lane + 1)) {
            attended.set(lane);
        }
    }

    /** Those that came down to the rearming level. */
    private void attendDisarmed() {
        for (int lane = disarmed.nextSetBit(0); lane >= 0; lane = disarmed.nextSetBit(lane + 1)) {
            if (kernel.get(rows.chunkLowest() + lane) <= conditions.get(lane).rearm()) {
                attended.set(lane);
            }
        }
    }

    private void watch(int lane, long first, int steps) {
        histories.turnTo(lane);
        if (isMap) {
            for (int k = 0; k < steps; k++) {
                double to = (first + k + 1) * step;
                if (!observers[lane].pass(to, histories.start(k), 0, histories.end(k), 0)) {
                    curve.jump((first + k) * step, to, histories.start(k), histories.end(k));
                    observers[lane].observe(curve);
                }
            }
            return;
        }
        if (shapes && !looked.get(lane)) {
            // What is visible now may have started in the last step of the skipped advance.
            double value = kernel.get(rows.previous() + lane);
            double slope = kernel.get(rows.previous() + lanes + lane);
            curve.hermite((first - 1) * step, first * step, value, slope, histories.start(0), histories.slope(0));
            observers[lane].observe(curve);
        }
        List<Piece> pieces = histories.pieces(lane);
        int piece = 0;
        double next = histories.slope(0);
        for (int k = 0; k < steps; k++) {
            double from = (first + k) * step;
            double start = histories.start(k);
            double slope = next;
            next = k + 1 < steps ? histories.slope(k + 1) : Double.NaN;
            boolean isOver = false;
            while (piece < pieces.size() && pieces.get(piece).step() == k) {
                Piece taken = pieces.get(piece);
                piece++;
                isOver = taken.changes();
                if (isOver || (piece < pieces.size() && pieces.get(piece).step() == k)) {
                    observe(lane, taken, !jumped.get(lane));
                    jumped.set(lane, isOver);
                } else {
                    from = taken.from();
                    start = taken.start();
                    slope = taken.slope();
                }
            }
            if (isOver) {
                continue; // nothing of the step comes after the spike
            }
            if (k + 1 == steps) {
                hold(lane, from, start, slope, histories.end(k));
            } else {
                observe(lane, from, (first + k + 1) * step, start, slope, histories.end(k), next, !jumped.get(lane));
                jumped.clear(lane);
            }
        }
    }

    private void observe(int lane, Piece piece, boolean settled) {
        if (piece.resets()) {
            curve.hermite(piece.from(), piece.to(), piece.start(), piece.slope(), piece.end(), piece.endSlope());
            observers[lane].observeReset(curve);
        } else {
            observe(
                    lane,
                    piece.from(),
                    piece.to(),
                    piece.start(),
                    piece.slope(),
                    piece.end(),
                    piece.endSlope(),
                    settled);
        }
    }

    /** @param settled whether the slope cannot jump at the start */
    private void observe(
            int lane,
            double from,
            double to,
            double start,
            double slope,
            double end,
            double endSlope,
            boolean settled) {
        if (!settled || !observers[lane].pass(to, start, slope, end, endSlope)) {
            curve.hermite(from, to, start, slope, end, endSlope);
            observers[lane].observe(curve);
        }
    }

    /** Stores the last step of an advance, or its last piece, until the slope at its end is known. */
    private void hold(int lane, double from, double start, double slope, double end) {
        waiting.set(lane);
        waitingFrom[lane] = from;
        waitingStart[lane] = start;
        waitingSlope[lane] = slope;
        waitingEnd[lane] = end;
    }

    /** The step that ends after {@code taken} steps, now that the slope there is known. */
    private void observeWaiting(int lane, long taken, double slope) {
        waiting.clear(lane);
        observe(
                lane,
                waitingFrom[lane],
                taken * step,
                waitingStart[lane],
                waitingSlope[lane],
                waitingEnd[lane],
                slope,
                !jumped.get(lane));
        jumped.clear(lane);
    }
}
