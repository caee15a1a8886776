package io.github.spikesweep.simulation.pair;

/**
 * How the spike variables of two cells go together, after the transient.
 *
 * @param correlation Pearson's coefficient; NaN where one does not move
 * @param meanDifference the mean of the size of their difference
 */
public record PairOutcome(double correlation, double meanDifference) {
    /** From the sums in a lane. */
    public static PairOutcome of(PairSums sums, int lane) {
        return new PairOutcome(sums.correlation(lane), sums.meanDifference(lane));
    }
}
