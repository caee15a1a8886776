package io.github.spikesweep.simulation.cut;

/**
 * A piece of a step, as one cell takes it; its spike variable points up.
 *
 * @param step the number of the step in the advance
 * @param from the time at the start
 * @param to the time at the end
 * @param start the spike variable at the start
 * @param slope its slope there
 * @param end the spike variable at the end, before what spikes change there
 * @param endSlope its slope there, as nearly as the method tells
 * @param changes whether spikes change something at the end
 * @param resets whether the cell is reset there
 */
public record Piece(
        int step,
        double from,
        double to,
        double start,
        double slope,
        double end,
        double endSlope,
        boolean changes,
        boolean resets) {}
