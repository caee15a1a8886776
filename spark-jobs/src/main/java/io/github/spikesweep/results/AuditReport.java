package io.github.spikesweep.results;

/**
 * What an audit has found: how far rows came out differently in finer steps.
 *
 * @param rows how many were simulated again
 * @param countDifference the largest difference of two spike counts
 * @param timeDifference the most that a spike moved, in the models' unit of time
 */
public record AuditReport(long rows, long countDifference, double timeDifference) {
    public static final AuditReport NONE = new AuditReport(0, 0, 0);

    /** What both have found: of the differences the larger. */
    public AuditReport plus(AuditReport other) {
        return new AuditReport(
                rows + other.rows,
                Math.max(countDifference, other.countDifference),
                Math.max(timeDifference, other.timeDifference));
    }
}
