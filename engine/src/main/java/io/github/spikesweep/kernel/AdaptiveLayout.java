package io.github.spikesweep.kernel;

import java.util.List;
import java.util.Optional;

/**
 * Where things are in the memory of an {@link AdaptiveKernel}: rows of one element per lane.
 *
 * @param lanes how many neurons or circuits side by side
 * @param variables the row of each variable
 * @param quantities of each quantity the place of its values
 * @param time the row of the time of each lane
 * @param step the row of the length of the step to try
 * @param ends the row of each variable at the end of the tried step
 * @param error the row of the largest estimated error of a variable, over 1 + its absolute value before the step
 * @param held of each cell the row in which 1 holds the spike variable during the step to try, and 0 does not; -1 in a cell without a hold
 * @param curves of each variable the rows of the coefficients, over the fraction θ of the step, of the polynomial that
 *     follows it through the step
 * @param chosen what a kernel has that chooses the length of a step itself
 * @param control what decides how the lanes go on
 * @param lowest of each recorded variable the row of its least value so far; -1 of others
 * @param highest the same of the largest
 * @param elements the length of the memory
 */
public record AdaptiveLayout(
        int lanes,
        List<Integer> variables,
        List<KernelLayout.Place> quantities,
        int time,
        int step,
        List<Integer> ends,
        int error,
        List<Integer> held,
        List<List<Integer>> curves,
        Optional<ChosenLength> chosen,
        Control control,
        List<Integer> lowest,
        List<Integer> highest,
        int elements) {

    /**
     * Of a kernel that chooses the length of a step itself: no longer than what is in its step. The polynomials are over the time since its start then.
     *
     * @param length the row of the length that was chosen
     * @param slopes the row of the slope of each variable at the end of the step
     */
    public record ChosenLength(int length, List<Integer> slopes) {
        public ChosenLength {
            slopes = List.copyOf(slopes);
        }
    }

    /**
     * The rows by which lanes go on. The caller writes what a lane starts with. After a step in a lane with an alarm it writes what follows from it, the variables at its end included.
     *
     * @param tolerance the error that a step may have
     * @param longest how long a step may be
     * @param stop the time at which a step has to end
     * @param limit steps that end after it raise an alarm
     * @param steady 1 in the steady state, 0 before
     * @param alarm after a step, positive or no number where the caller has to look at it
     * @param reached the time after the step
     * @param next the length of the next step
     * @param proposed what the error alone would have it be
     * @param cells those of each cell
     */
    public record Control(
            int tolerance,
            int longest,
            int stop,
            int limit,
            int steady,
            int alarm,
            int reached,
            int next,
            Proposal proposed,
            List<CellControl> cells) {
        public Control {
            cells = List.copyOf(cells);
        }
    }

    /**
     * How long the error alone would have a step be. In a kernel that chooses the length itself, both rows are one.
     *
     * @param now the row of that of the step to try
     * @param next that of the next one
     */
    public record Proposal(int now, int next) {}

    /**
     * The rows of a cell, for its spike variable pointing up.
     *
     * @param threshold where it is passed, an alarm is raised
     * @param floor the same where the variable is lower
     * @param steepest the same where its slope is larger
     * @param integral over the steady state so far
     * @param nextIntegral the same after the step
     */
    public record CellControl(int threshold, int floor, int steepest, int integral, int nextIntegral) {}

    public AdaptiveLayout {
        lowest = List.copyOf(lowest);
        highest = List.copyOf(highest);
        variables = List.copyOf(variables);
        quantities = List.copyOf(quantities);
        ends = List.copyOf(ends);
        held = List.copyOf(held);
        curves = curves.stream().map(List::copyOf).toList();
    }
}
