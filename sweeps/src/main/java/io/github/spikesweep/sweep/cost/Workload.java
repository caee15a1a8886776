package io.github.spikesweep.sweep.cost;

import io.github.spikesweep.sweep.StepCount;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.RowCount;
import io.github.spikesweep.sweep.rows.RowSet;

/**
 * How much there is to simulate.
 *
 * @param rows how many rows
 * @param neuronSteps how many integration steps in all rows together; an estimate where rows differ in their steps, where
 *     integrators choose their own, and where there is an audit
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
     * What the given rows cost, in steps of one length: a step that a neuron chooses for itself costs about {@value StepCount#ADAPTIVE_COST} of
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
