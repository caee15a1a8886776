package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.simulation.Progress;

/**
 * The progress of a block of rows: each counts as one row, however often an audit simulates it again. Not thread-safe.
 */
final class BlockProgress implements Progress {
    private final Progress whole;
    private final double share;
    private final int rows;
    private double reported;

    /**
     * @param whole what is told
     * @param rows how many rows the block has
     * @param work how much work they are with an audit, expected, where 1 is that without one
     */
    BlockProgress(Progress whole, int rows, double work) {
        this.whole = whole;
        this.rows = rows;
        this.share = 1 / work;
    }

    @Override
    public void advanced(double advance, long neuronSteps) {
        double counted = Math.max(0, Math.min(advance * share, rows - reported));
        reported += counted;
        whole.advanced(counted, neuronSteps);
    }

    @Override
    public boolean isStopped() {
        return whole.isStopped();
    }

    /** The block is finished. */
    void end() {
        whole.advanced(rows - reported, 0);
        reported = rows;
    }
}
