package io.github.spikesweep.simulation.cut;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.Resolution;
import io.github.spikesweep.model.Coupling;
import io.github.spikesweep.simulation.spike.StepCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One step of the cells of a coupling in one lane, in pieces. A piece is a step of the method; it ends where a cell reaches its threshold, where a hold
 * ends, or before the movement towards a reset gets too coarse. Reused.
 */
final class CutStep {
    /** A cell that spikes more often in a step cannot be followed with it. */
    private static final int MOST_SPIKES = 64;

    /** A piece that is no longer than this part of the step is not too coarse. */
    private static final double SHORTEST = 1e-6;

    /** A threshold is reached if that is sure to this part of the step; from there a straight line leads to it. */
    private static final Map<Precision, Double> NEAR = Map.of(Precision.DOUBLE, 1e-8, Precision.FLOAT, 1e-6);

    private static final int MOST_TRIES = 60;
    private static final int HALVE_EVERY = 4;
    /** A piece that is too coarse becomes shorter by this factor, if it is not known how coarse it is. */
    private static final double SHORTER = 0.25;

    private static final double SAFETY = 0.9;
    private static final double LARGEST_FACTOR = 100;

    private final CutCell[] cells;
    private final int[] variables;
    private final PartialStep partial;
    private final List<? extends PieceListener> listeners;
    private final StepCurve curve = new StepCurve();
    private final double[] state;
    /** Variables at a spike, and after it. */
    private final double[] exact;

    private final double[] changed;
    /** Until when, from the start of the step, each cell is held. */
    private final double[] heldUntil;

    private final boolean[] held;
    /** What each cell reaches in this lane, pointing up. */
    private final double[] thresholds;

    private final double near;

    private int lane;
    private int k;
    private double start;
    private double step;
    private double passed;
    private double divergedAt;
    /** The difference of the last piece by what is allowed. */
    private double coarseness;
    /** By which factor the next piece may be longer. */
    private double growth;
    /** The part of the last piece after which the first cell reaches its threshold. */
    private double crossing;
    /** How much time the last piece ends before the threshold. */
    private double missing;

    /** @param listeners of each cell are told of the pieces; empty if nobody looks */
    CutStep(KernelSpec spec, Coupling coupling, PartialStep partial, List<? extends PieceListener> listeners) {
        this.cells =
                coupling.cells().stream().map(cell -> CutCell.of(spec, cell)).toArray(CutCell[]::new);
        this.variables =
                coupling.variables().stream().mapToInt(Integer::intValue).toArray();
        this.partial = partial;
        this.listeners = listeners;
        this.state = partial.newState();
        this.exact = new double[spec.model().variables().size()];
        this.changed = new double[exact.length];
        this.heldUntil = new double[spec.model().cells().size()];
        this.held = new boolean[heldUntil.length];
        this.thresholds = new double[heldUntil.length];
        this.near = NEAR.get(spec.precision());
    }

    /**
     * Takes the step of the lane to which the partial steps have been turned.
     *
     * @param time at its start
     * @param length of it
     * @param history the number of the step in the advance
     * @param changes what spikes change
     * @return the time at which a reset fails; NaN if none does
     */
    double take(int of, double time, double length, int history, SpikeChanges changes) {
        lane = of;
        k = history;
        start = time;
        step = length;
        passed = 0;
        divergedAt = Double.NaN;
        partial.readStart(state);
        for (CutCell cell : cells) {
            heldUntil[cell.index()] = step * partial.held(state, cell);
            thresholds[cell.index()] = changes.spike(cell.index()).upward().threshold();
        }
        follow(changes);
        return divergedAt;
    }

    private void follow(SpikeChanges changes) {
        double stop = stop();
        double wanted = step;
        boolean isTaken = stop == step;
        int spikes = 0;
        while (passed < step && isSound()) {
            double length = Math.min(wanted, stop - passed);
            if (!isTaken) {
                partial.take(state, held, start + passed, length);
            }
            isTaken = false;
            CutCell first = isTooCoarse(length) ? null : firstCrossing(length);
            if (first != null) {
                length = approach(first, length);
            }
            if (isTooCoarse(length)) {
                double factor = SAFETY * Math.sqrt(1 / coarseness);
                wanted = length * (factor > SHORTER ? factor : SHORTER);
                continue;
            }
            if (first == null && length == step) {
                return; // it stays as it is
            }
            if (first == null) {
                log(length, List.of());
                move(length == stop - passed ? stop : passed + length);
                wanted = length * growth;
            } else {
                List<CutCell> spiked = moveToThreshold(first, length);
                spikes++;
                if (!change(spiked, changes) || spikes > MOST_SPIKES) {
                    divergedAt = start + passed;
                    break;
                }
                wanted = step;
            }
            stop = stop();
        }
        partial.write(state, variables);
        for (CutCell cell : cells) {
            if (cell.holds()) {
                partial.writeHeld(cell, Math.max(0, heldUntil[cell.index()] - step) / step);
            }
        }
    }

    private boolean isSound() {
        boolean isSound = true;
        for (int variable : variables) {
            isSound &= Double.isFinite(state[variable]);
        }
        return isSound;
    }

    /** Where the next hold ends, or the step; notes which cells are held until then. */
    private double stop() {
        double stop = step;
        for (CutCell cell : cells) {
            held[cell.index()] = heldUntil[cell.index()] > passed;
            stop = held[cell.index()] ? Math.min(stop, heldUntil[cell.index()]) : stop;
        }
        return stop;
    }

    /** Whether the last piece has to be shorter; notes how coarse it is, and by which factor the next may be longer. */
    private boolean isTooCoarse(double length) {
        boolean coarse = false;
        coarseness = 0;
        growth = LARGEST_FACTOR;
        // Of what is left until an upstroke ends, ever larger parts do little to when it ends.
        double part = Resolution.allowed(step) * Math.sqrt(Math.sqrt(step / length));
        for (CutCell cell : cells) {
            if (cell.resets()) {
                double first = Math.abs(partial.slope(cell));
                double last = Math.abs(partial.lastSlope(cell));
                double allowed = part * length * (first + last) / 2;
                coarse |= !(partial.difference(cell) <= allowed || isFar(cell) || isCalm(cell, length));
                double ratio = partial.difference(cell) / allowed;
                coarseness = ratio <= coarseness ? coarseness : ratio;
                double wanted = SAFETY * Math.sqrt(1 / ratio) * Math.min(1, first / last);
                growth = wanted < growth ? wanted : growth;
            }
        }
        growth = Math.max(growth, SHORTER);
        return coarse && length > SHORTEST * step;
    }

    /** Whether so many steps as steep as the last piece do not reach the threshold. */
    private boolean isFar(CutCell cell) {
        double steepest = step * Math.max(partial.slope(cell), partial.lastSlope(cell));
        return Resolution.FAR * steepest <= thresholds[cell.index()] - cell.value(state);
    }

    /** Whether the last piece does not get steeper. */
    private boolean isCalm(CutCell cell, double length) {
        double moved = Math.abs(cell.value(partial.end()) - cell.value(state));
        return Math.max(moved, length * partial.lastSlope(cell)) <= length * Math.abs(partial.slope(cell));
    }

    /** The first cell that reaches its threshold in the last piece and changes something by that; null if none does. */
    private CutCell firstCrossing(double length) {
        CutCell first = null;
        crossing = Double.POSITIVE_INFINITY;
        for (CutCell cell : cells) {
            if (isBefore(cell) && cell.value(partial.end()) >= thresholds[cell.index()]) {
                double theta = crossing(cell, length);
                if (theta < crossing) {
                    crossing = theta;
                    first = cell;
                }
            }
        }
        return first;
    }

    /** Whether a cell can spike from the present state and change something by that. */
    private boolean isBefore(CutCell cell) {
        return cell.fires() && cell.value(state) < thresholds[cell.index()];
    }

    private double crossing(CutCell cell, double length) {
        curve.hermite(
                0, length, cell.value(state), partial.slope(cell), cell.value(partial.end()), partial.lastSlope(cell));
        return curve.rise(thresholds[cell.index()]);
    }

    /**
     * Shortens the last piece so that it ends where a cell reaches its threshold, or near it; returns its length. By the secant, and by halves where
     * that leads outside or is slow, as where the input jumps.
     */
    private double approach(CutCell first, double length) {
        double accuracy = near * step;
        double low = 0;
        double high = length;
        double done = length;
        double reached = exact(partial.end(), first);
        double next = crossing * length;
        missing = 0;
        for (int n = 1; n <= MOST_TRIES && next > 0; n++) {
            partial.take(state, held, start + passed, next);
            double now = exact(partial.end(), first);
            double slope = next < done || n > 1 ? (reached - now) / (done - next) : partial.lastSlope(first);
            done = next;
            reached = now;
            low = now < thresholds[first.index()] ? next : low;
            high = now < thresholds[first.index()] ? high : next;
            missing = (thresholds[first.index()] - now) / slope;
            if (Math.abs(missing) <= accuracy || high - low <= accuracy) {
                break;
            }
            next = done + missing;
            if (!(next > low && next < high) || n % HALVE_EVERY == 0) {
                next = low + (high - low) / 2;
            }
        }
        missing = Math.abs(missing) <= accuracy ? missing : 0;
        return done;
    }

    /** Moves from the end of the last piece to the threshold of a cell; returns all cells that have reached theirs there. */
    private List<CutCell> moveToThreshold(CutCell first, double done) {
        for (int variable : variables) {
            double from = partial.exact(state, variable);
            double to = partial.exact(partial.end(), variable);
            partial.set(partial.end(), variable, to + (to - from) * (missing / done));
        }
        double left = left(first);
        List<CutCell> spiked = new ArrayList<>();
        for (CutCell cell : cells) {
            double near = Math.max(left, this.near * done * Math.abs(partial.lastSlope(cell)));
            if (cell.index() == first.index() || (isBefore(cell) && left(cell) <= near)) {
                spiked.add(cell);
            }
        }
        for (CutCell cell : spiked) {
            partial.set(partial.end(), cell.variable(), cell.sign() * thresholds[cell.index()]);
        }
        log(done + missing, spiked);
        move(Math.min(passed + done + missing, step));
        return spiked;
    }

    private double left(CutCell cell) {
        return thresholds[cell.index()] - exact(partial.end(), cell);
    }

    private double exact(double[] of, CutCell cell) {
        return cell.sign() * partial.exact(of, cell.variable());
    }

    private void move(double to) {
        System.arraycopy(partial.end(), 0, state, 0, state.length);
        passed = to;
    }

    /** Makes the changes of spikes; returns whether the cells can go on. */
    private boolean change(List<CutCell> spiked, SpikeChanges changes) {
        extend();
        for (int variable = 0; variable < exact.length; variable++) {
            exact[variable] = partial.exact(state, variable);
            changed[variable] = exact[variable];
        }
        List<Integer> indices = new ArrayList<>();
        List<Integer> reset = new ArrayList<>();
        for (CutCell cell : spiked) {
            indices.add(cell.index());
            if (cell.resets()) {
                reset.add(cell.index());
            }
        }
        boolean isSound = changes.make(changed, start + passed, indices, reset, partial.noise(state));
        for (int variable : variables) {
            if (changed[variable] != exact[variable]) {
                partial.set(state, variable, changed[variable]);
            }
        }
        for (CutCell cell : spiked) {
            heldUntil[cell.index()] = cell.holds() ? passed + changes.hold(cell.index()) : 0;
        }
        extend();
        return isSound;
    }

    private void extend() {
        partial.extend(state, variables);
        for (CutCell cell : cells) {
            partial.extend(state, cell);
        }
    }

    /** Notes the last piece up to {@code length}, at the end of which cells spike. */
    private void log(double length, List<CutCell> spiked) {
        if (listeners.isEmpty()) {
            return;
        }
        double from = start + passed;
        double to = start + Math.min(passed + length, step);
        for (CutCell cell : cells) {
            boolean resets = cell.resets() && spiked.contains(cell);
            Piece piece = new Piece(
                    k,
                    from,
                    to,
                    cell.value(state),
                    partial.slope(cell),
                    cell.value(partial.end()),
                    partial.lastSlope(cell),
                    !spiked.isEmpty(),
                    resets);
            listeners.get(cell.index()).add(lane, piece);
        }
    }
}
