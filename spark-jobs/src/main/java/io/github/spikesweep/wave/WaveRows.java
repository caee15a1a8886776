package io.github.spikesweep.wave;

import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.sweep.rows.SweepRows;

/**
 * The rows of a wave.
 *
 * @param sweep the sweep, and the rows of the run
 * @param positions which of the candidates among these
 */
public record WaveRows(SweepRows sweep, IndexRanges positions) {
    /** Whether they are all rows of the run. */
    public boolean areAll() {
        return positions.count() == sweep.wanted().candidates().size();
    }
}
