package io.github.spikesweep.simulation.cut;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.java.JavaKernels;

/**
 * Steps of any length of one lane of a kernel, from any state, by a kernel of one lane with the same equations. What the last step came to can be read; at first that
 * is the whole step of the lane itself. Spike variables and their slopes point up.
 */
final class PartialStep {
    private final Precision precision;
    private final boolean compensates;
    private final LaneKernel whole;
    private final KernelLayout layout;
    private final LaneKernel single;
    private final KernelLayout ofSingle;
    /** The row of each state, and of each state in the other kernel. */
    private final int[] rows;

    private final int[] singleRows;
    /** The rows of the extremes of each variable; -1 if it is not recorded. */
    private final int[] lowest;

    private final int[] highest;
    private final KernelLayout.CellRows[] cells;
    private final KernelLayout.CellRows[] singleCells;
    private final int variables;
    private final double[] end;
    private final double[] slopes;
    private final double[] last;
    private final double[] differences;
    private double prepared = Double.NaN;
    private int lane = -1;
    private boolean isNew = true;

    PartialStep(KernelSpec spec, LaneKernel whole, KernelLayout layout) {
        this.precision = spec.precision();
        this.compensates = spec.compensates();
        this.whole = whole;
        this.layout = layout;
        var compiled = JavaKernels.fixed().get(spec, 1);
        this.single = compiled.newKernel();
        this.ofSingle = compiled.layout();
        this.rows = layout.variables().stream().mapToInt(Integer::intValue).toArray();
        this.singleRows =
                ofSingle.variables().stream().mapToInt(Integer::intValue).toArray();
        this.lowest = layout.lowest().stream().mapToInt(Integer::intValue).toArray();
        this.highest = layout.highest().stream().mapToInt(Integer::intValue).toArray();
        this.cells = layout.cells().toArray(KernelLayout.CellRows[]::new);
        this.singleCells = ofSingle.cells().toArray(KernelLayout.CellRows[]::new);
        this.variables = spec.model().variables().size();
        this.end = new double[rows.length];
        this.slopes = new double[cells.length];
        this.last = new double[cells.length];
        this.differences = new double[cells.length];
    }

    /** Forgets the quantities. */
    void forget() {
        isNew = true;
        prepared = Double.NaN;
        lane = -1;
    }

    /**
     * Selects a lane, whose last step is that in row {@code k} of the histories.
     *
     * @param quantities its quantities, not rounded: those that all lanes share are only read after {@link #forget}
     */
    void turnTo(int wanted, double[] quantities, int k) {
        if (lane != wanted) {
            lane = wanted;
            for (int q = 0; q < quantities.length; q++) {
                if (isNew || layout.quantities().get(q).perLane()) {
                    single.put(ofSingle.quantities().get(q).at(0), quantities[q]);
                }
            }
            isNew = false;
            prepared = Double.NaN;
        }
        read(whole, rows, cells, lane, k * layout.lanes() + lane);
    }

    /** A state: of the variables, and of what the kernel has besides. */
    double[] newState() {
        return new double[rows.length];
    }

    /** The state of the lane before its step. */
    void readStart(double[] state) {
        for (int s = 0; s < state.length; s++) {
            state[s] = whole.get(layout.before() + s * layout.lanes() + lane);
        }
    }

    /**
     * Takes a step.
     *
     * @param held of each cell whether its spike variable is held
     */
    void take(double[] state, boolean[] held, double time, double length) {
        for (int s = 0; s < state.length; s++) {
            single.put(singleRows[s], state[s]);
        }
        for (int cell = 0; cell < held.length; cell++) {
            if (singleCells[cell].held() >= 0) {
                single.put(singleCells[cell].held(), held[cell] ? 1 : 0);
            }
        }
        if (length != prepared) {
            single.prepare(length);
            prepared = length;
        }
        single.step(time);
        read(single, singleRows, singleCells, 0, 0);
    }

    private void read(LaneKernel kernel, int[] states, KernelLayout.CellRows[] of, int at, int slopeAt) {
        for (int s = 0; s < end.length; s++) {
            end[s] = kernel.get(states[s] + at);
        }
        for (int cell = 0; cell < slopes.length; cell++) {
            slopes[cell] = kernel.get(of[cell].slopes() + slopeAt);
            last[cell] = of[cell].last() < 0 ? 0 : kernel.get(of[cell].last() + at);
            differences[cell] = of[cell].difference() < 0 ? 0 : kernel.get(of[cell].difference() + at);
        }
    }

    /** The state at the end of the last step, of which the variables count, and what they have lost to rounding. */
    double[] end() {
        return end;
    }

    /** The slope of a spike variable at the start of the last step. */
    double slope(CutCell cell) {
        return slopes[cell.index()];
    }

    /** The slope at its last stage. */
    double lastSlope(CutCell cell) {
        return last[cell.index()];
    }

    /** How coarse it is. */
    double difference(CutCell cell) {
        return differences[cell.index()];
    }

    /** The number of steps for which a cell is held, in a state. */
    double held(double[] state, CutCell cell) {
        return cell.holds() ? state[index(cells[cell.index()].held())] : 0;
    }

    /** What is added to the input of each cell, in a state. */
    double[] noise(double[] state) {
        double[] noise = new double[cells.length];
        for (int cell = 0; cell < noise.length; cell++) {
            noise[cell] = cells[cell].noise() < 0 ? 0 : state[index(cells[cell].noise())];
        }
        return noise;
    }

    /** The rows of the states lie one after the other. */
    private int index(int row) {
        return (row - rows[0]) / layout.lanes();
    }

    /** The exact value of a variable in a state: in single precision without what it has lost to rounding. */
    double exact(double[] state, int variable) {
        return compensates ? state[variable] - state[lost(variable)] : state[variable];
    }

    /** Sets a variable of a state to a value that is not rounded yet. */
    void set(double[] state, int variable, double value) {
        state[variable] = precision.nearest(value);
        if (compensates) {
            double lost = precision.nearest(state[variable] - value);
            state[lost(variable)] = Double.isFinite(lost) ? lost : 0;
        }
    }

    private int lost(int variable) {
        return rows.length - variables + variable;
    }

    /** Makes variables of a state those of the lane at the end of its step. */
    void write(double[] state, int[] wanted) {
        for (int variable : wanted) {
            whole.put(rows[variable] + lane, state[variable]);
            if (compensates) {
                int lost = lost(variable);
                whole.put(rows[lost] + lane, state[lost]);
            }
        }
    }

    /** Sets for how many steps a cell of the lane is held from the end of its step on. */
    void writeHeld(CutCell cell, double steps) {
        whole.put(cells[cell.index()].held() + lane, steps);
    }

    /** Extends the extremes of variables of the lane to their values within a step. */
    void extend(double[] state, int[] wanted) {
        for (int variable : wanted) {
            if (lowest[variable] >= 0) {
                extend(lowest[variable], highest[variable], state[variable]);
            }
        }
    }

    /** The same of a spike variable in the last advance. */
    void extend(double[] state, CutCell cell) {
        KernelLayout.CellRows of = cells[cell.index()];
        extend(of.chunkLowest(), of.chunkHighest(), cell.value(state));
    }

    private void extend(int lowest, int highest, double value) {
        whole.put(lowest + lane, Math.min(whole.get(lowest + lane), value));
        whole.put(highest + lane, Math.max(whole.get(highest + lane), value));
    }
}
