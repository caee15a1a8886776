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
 * @param chosen what a kernel needs that chooses the length of a step itself
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
        int elements) {

    /**
     * Of a kernel that chooses the length of a step itself: no longer than what is in its step. The polynomials are over the time since its start then.
     *
     * @param tolerance the row of the error that a step may have
     * @param length the row of the length that was chosen
     * @param slopes the row of the slope of each variable at the end of the step
     */
    public record ChosenLength(int tolerance, int length, List<Integer> slopes) {
        public ChosenLength {
            slopes = List.copyOf(slopes);
        }
    }

    public AdaptiveLayout {
        variables = List.copyOf(variables);
        quantities = List.copyOf(quantities);
        ends = List.copyOf(ends);
        held = List.copyOf(held);
        curves = curves.stream().map(List::copyOf).toList();
    }
}
