package io.github.spikesweep.kernel;

import java.util.List;

/**
 * Where things are in a kernel's memory: one arena of elements, in which every varying thing is a row of one element per lane.
 *
 * @param lanes how many neurons side by side
 * @param variables the row of each variable
 * @param quantities of each quantity the row, or the single element if all lanes share one value
 * @param lowest of each variable the row of its least value so far, or -1 if it is not recorded
 * @param highest of each variable the row of its largest value so far, or -1
 * @param history the first of the rows that hold the spike variable before the last {@link LaneKernel#advance} and after each of its steps
 * @param elements the length of the arena
 */
public record KernelLayout(
        int lanes,
        List<Integer> variables,
        List<Place> quantities,
        List<Integer> lowest,
        List<Integer> highest,
        int history,
        int elements) {

    /** The place of a quantity: a row of the arena, or a single element. */
    public record Place(int element, boolean perLane) {
        /** The element of the arena that holds the value for {@code lane}. */
        public int at(int lane) {
            return perLane ? element + lane : element;
        }
    }

    public KernelLayout {
        variables = List.copyOf(variables);
        quantities = List.copyOf(quantities);
        lowest = List.copyOf(lowest);
        highest = List.copyOf(highest);
    }

    /** The element that holds the spike variable of {@code lane} after {@code step} steps of the last advance. */
    public int history(int step, int lane) {
        return history + step * lanes + lane;
    }

    public boolean isRecorded(int variable) {
        return lowest.get(variable) >= 0;
    }
}
