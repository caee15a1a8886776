package io.github.spikesweep.kernel;

import java.util.List;

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
 * @param curves of each variable the rows of the five coefficients, over the fraction θ of the step, of the polynomial that
 *     follows it through the step
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
        int elements) {
    public AdaptiveLayout {
        variables = List.copyOf(variables);
        quantities = List.copyOf(quantities);
        ends = List.copyOf(ends);
        held = List.copyOf(held);
        curves = curves.stream().map(List::copyOf).toList();
    }
}
