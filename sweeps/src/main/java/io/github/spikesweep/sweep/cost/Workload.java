package io.github.spikesweep.sweep.cost;

import io.github.spikesweep.sweep.StepCount;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.RowCount;
import io.github.spikesweep.sweep.rows.RowSet;

/**
 * How much there is to simulate.
 *
 * @param rows how many rows
 * @param neuronSteps how many integration steps in all rows together; an estimate if rows differ in their steps, with adaptive
 *     integrators, and with an audit; the most there can be if rows look for a value
 */
public record Workload(long rows, double neuronSteps) {
    /** The work in the given rows, found without listing them. */
    public static Workload of(SweepDefinition definition, RowSet rows) {
        return of(definition, rows, rows.count());
    }

    /** The same where it is known how many rows there are. */
    public static Workload of(SweepDefinition definition, RowSet rows, RowCount count) {
        return new Workload(count.rows(), count.rows() * StepCount.ofRow(definition, rows.candidates()));
    }

    /**
     * The cost of the given rows in fixed steps: an adaptive step costs about as much as {@value StepCount#ADAPTIVE_COST} of
     * these.
     */
    public static double cost(SweepDefinition definition, RowSet rows) {
        return cost(definition, rows, rows.count());
    }

    /** The same where it is known how many rows there are. */
    public static double cost(SweepDefinition definition, RowSet rows, RowCount count) {
        return count.rows() * StepCount.costOfRow(definition, rows.candidates());
    }
}
