package io.github.spikesweep.simulation.cut;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Cell;

/**
 * A cell as {@link CutStep} sees it, its spike variable pointing up.
 *
 * @param index the number of the cell
 * @param variable its spike variable
 * @param sign of the spike variable
 * @param fires whether its spikes change something
 * @param resets whether it is reset
 * @param holds whether it may be held after that
 */
record CutCell(int index, int variable, double sign, boolean fires, boolean resets, boolean holds) {

    static CutCell of(KernelSpec spec, int index) {
        Cell cell = spec.model().cells().get(index);
        return new CutCell(
                index,
                spec.spikeVariable(index),
                spec.direction(index).sign(),
                spec.model().fires(index),
                cell.resets(),
                cell.holds());
    }

    /** The spike variable in a state. */
    double value(double[] state) {
        return sign * state[variable];
    }
}
