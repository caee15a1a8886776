package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.simulation.Outcome;
import java.util.OptionalLong;

/** How far the rows of an audit differ with finer steps. */
public final class AuditTotals {
    private long rows;
    private long unsettledRows;
    private long countDifference;
    private OptionalLong countId = OptionalLong.empty();
    private double timeDifference;
    private OptionalLong timeId = OptionalLong.empty();

    /**
     * Adds a row. A diverged row has no spikes; if it diverged in only one of the runs, the difference is at least 1.
     *
     * @param id the row
     * @param table the row of the table, with spike times
     * @param finer the same with finer steps
     */
    void add(long id, Outcome table, Outcome finer) {
        rows++;
        compare(id, table, finer);
    }

    /** Adds a third run of a row, with still finer steps. */
    void addFinest(long id, Outcome table, Outcome finer, Outcome finest) {
        unsettledRows += difference(finer, finest) > 0 ? 1 : 0;
        compare(id, table, finest);
    }

    /** How much the spike counts differ; at least 1 if only one of the two diverged. */
    static long difference(Outcome a, Outcome b) {
        long counts = Math.abs((long) count(a) - count(b));
        return a.diverged() == b.diverged() ? counts : Math.max(1, counts);
    }

    private void compare(long id, Outcome table, Outcome finer) {
        long difference = difference(table, finer);
        if (difference > countDifference) {
            countDifference = difference;
            countId = OptionalLong.of(id);
        }
        if (table.diverged() || finer.diverged()) {
            return;
        }
        double[] times = table.spikes().times();
        double[] finerTimes = finer.spikes().times();
        for (int i = 0; i < Math.min(times.length, finerTimes.length); i++) {
            double moved = Math.abs(times[i] - finerTimes[i]);
            if (moved > timeDifference) {
                timeDifference = moved;
                timeId = OptionalLong.of(id);
            }
        }
    }

    private static int count(Outcome outcome) {
        return outcome.diverged() ? 0 : outcome.spikes().count();
    }

    /** How many rows were simulated again. */
    public long rows() {
        return rows;
    }

    /** How many of them had another spike count than the table, and changed it again with still finer steps. */
    public long unsettledRows() {
        return unsettledRows;
    }

    /** The largest difference of two spike counts; at least 1 if a row diverged in only one of its runs. */
    public long countDifference() {
        return countDifference;
    }

    /** The row that has it; empty without a difference. */
    public OptionalLong countId() {
        return countId;
    }

    /** The largest difference of the times of spikes with the same number in both runs, in the models' unit of time; 0 without any. */
    public double timeDifference() {
        return timeDifference;
    }

    /** The row that has it; empty without a difference. */
    public OptionalLong timeId() {
        return timeId;
    }
}
