package io.github.spikesweep.kernel;

import java.util.List;

/**
 * Where things are in a kernel's memory: one arena of elements, in which every varying thing is a row of one element per lane.
 *
 * @param lanes how many neurons or circuits side by side
 * @param variables the row of each variable; the rows of the noise come next; rows for the kernel's own use may follow
 * @param quantities of each quantity the place of its values
 * @param lowest of each variable the row of its least value so far, or -1 if it is not recorded
 * @param highest of each variable the row of its largest value so far, or -1
 * @param before the row of each variable before the last step, and of what follows the variables, in lanes in which that has to be cut; -1 if none
 *     ever is
 * @param cells the rows of each cell
 * @param tangent the rows of the tangent vector; empty without one
 * @param tangentLost the rows of what its sums have lost to rounding; empty if that does not count
 * @param elements the length of the arena
 */
public record KernelLayout(
        int lanes,
        List<Integer> variables,
        List<Place> quantities,
        List<Integer> lowest,
        List<Integer> highest,
        int before,
        List<CellRows> cells,
        List<Integer> tangent,
        List<Integer> tangentLost,
        int elements) {

    /** The place of a quantity: a row of the arena, or a single element. */
    public record Place(int element, boolean perLane) {
        /** The element of the arena that holds the value for {@code lane}. */
        public int at(int lane) {
            return perLane ? element + lane : element;
        }
    }

    /**
     * The rows of a cell. The histories are of the last {@link LaneKernel#advance}: one row per step taken. Where spikes point down, they are of the
     * negative spike variable, and so are its extremes, slopes and differences.
     *
     * @param chunkLowest the row of the least value of the spike variable in the last advance, its start included
     * @param chunkHighest the row of its largest value there
     * @param starts the first row of the history of the spike variable at the start of each step; that at the end of the last one follows
     * @param slopes the first row of the history of its slope at the start of each step; -1 in a map
     * @param last the row of the slope at the last stage of the last step; -1 in a cell that no spike concerns
     * @param difference the row of the difference between the trapezoidal rule and the last step, see {@link Resolution}; -1 without a reset
     * @param previous the row of the spike variable at the start of the last step before the last advance; the row after it holds its slope
     *     there
     * @param noise the row of the noise; -1 without noise
     * @param normals the first row of the normal deviates that the steps of the next advance use; -1 without noise
     * @param held the row of the number of steps, counted from now, for which the spike variable is held; -1 in a cell without a hold
     */
    public record CellRows(
            int chunkLowest,
            int chunkHighest,
            int starts,
            int slopes,
            int last,
            int difference,
            int previous,
            int noise,
            int normals,
            int held) {}

    public KernelLayout {
        variables = List.copyOf(variables);
        quantities = List.copyOf(quantities);
        lowest = List.copyOf(lowest);
        highest = List.copyOf(highest);
        cells = List.copyOf(cells);
        tangent = List.copyOf(tangent);
        tangentLost = List.copyOf(tangentLost);
    }

    public boolean isRecorded(int variable) {
        return lowest.get(variable) >= 0;
    }
}
