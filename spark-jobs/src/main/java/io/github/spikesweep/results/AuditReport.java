package io.github.spikesweep.results;

/**
 * The result of an audit: how far rows differed with finer steps.
 *
 * @param rows how many were simulated again
 * @param unsettledRows those of them whose spike count differed, and changed again with still finer steps
 * @param countDifference the largest difference of two spike counts
 * @param timeDifference the most that a spike moved, in the models' unit of time
 */
public record AuditReport(long rows, long unsettledRows, long countDifference, double timeDifference) {
    public static final AuditReport NONE = new AuditReport(0, 0, 0, 0);

    /** Combines two reports, with the larger of the differences. */
    public AuditReport plus(AuditReport other) {
        return new AuditReport(
                rows + other.rows,
                unsettledRows + other.unsettledRows,
                Math.max(countDifference, other.countDifference),
                Math.max(timeDifference, other.timeDifference));
    }
}
