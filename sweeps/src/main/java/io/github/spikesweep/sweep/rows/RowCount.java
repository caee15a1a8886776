package io.github.spikesweep.sweep.rows;

/**
 * How many rows there are.
 *
 * @param exact whether they were counted; otherwise it is an estimate
 */
public record RowCount(long rows, boolean exact) {}
