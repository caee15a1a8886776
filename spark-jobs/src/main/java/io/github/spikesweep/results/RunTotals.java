package io.github.spikesweep.results;

import io.github.spikesweep.sweep.rows.AuditReport;

/**
 * What tasks have counted.
 *
 * @param rows simulated rows
 * @param neuronSteps integration steps, summed over the rows
 * @param spikes spikes after the transient
 * @param divergedRows rows in which a variable left its range
 * @param writtenRows rows that are in the results
 * @param audit the result of the audit
 */
public record RunTotals(
        long rows, long neuronSteps, long spikes, long divergedRows, long writtenRows, AuditReport audit) {
    public static final RunTotals NONE = new RunTotals(0, 0, 0, 0, 0, AuditReport.NONE);

    /** The same with another number of steps. */
    public RunTotals withNeuronSteps(long other) {
        return new RunTotals(rows, other, spikes, divergedRows, writtenRows, audit);
    }

    /** The same with further rows in the results, which were not simulated. */
    public RunTotals withFilledRows(long filled) {
        return new RunTotals(rows, neuronSteps, spikes, divergedRows, writtenRows + filled, audit);
    }

    /** The sum of both. */
    public RunTotals plus(RunTotals other) {
        return new RunTotals(
                rows + other.rows,
                neuronSteps + other.neuronSteps,
                spikes + other.spikes,
                divergedRows + other.divergedRows,
                writtenRows + other.writtenRows,
                audit.plus(other.audit));
    }
}
