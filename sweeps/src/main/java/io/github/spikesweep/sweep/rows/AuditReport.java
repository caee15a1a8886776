package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.sweep.Find;
import java.util.stream.IntStream;

/**
 * The result of an audit: how far rows differ with finer steps. Of rows that look for a value, it says how far that moves instead of their spikes.
 *
 * @param rows how many were simulated again
 * @param differentRows those of them that had another spike count, or {@code find_status}, than in the table
 * @param unsettledRows those of them in which that changed again with still finer steps
 * @param count the largest difference of two spike counts
 * @param time the most that a spike moved
 * @param value the most that a value found moved; of those found within others, that of the outermost
 */
public record AuditReport(long rows, long differentRows, long unsettledRows, Count count, Time time, Value value) {
    /** The report of rows that look for nothing. */
    public AuditReport(long rows, long differentRows, long unsettledRows, Count count, Time time) {
        this(rows, differentRows, unsettledRows, count, time, Value.NONE);
    }

    /** The count of a row that diverged. */
    public static final long DIVERGED = -1;

    public static final AuditReport NONE = new AuditReport(0, 0, 0, Count.NONE, Time.NONE, Value.NONE);

    /**
     * Two counts of the spikes of a row, in a circuit of one of its cells; {@link #DIVERGED} stands for a run that diverged.
     *
     * @param id the row
     * @param table that of the table
     * @param finer that with finer steps
     */
    public record Count(long id, long table, long finer) {
        public static final Count NONE = new Count(0, 0, 0);

        /** How much they differ; at least 1 if only one of the two diverged. */
        public long difference() {
            return table == finer ? 0 : Math.max(1, Math.abs(Math.max(0, table) - Math.max(0, finer)));
        }

        Count or(Count other) {
            return isFirst(Long.compare(difference(), other.difference()), id, other.id) ? this : other;
        }
    }

    /**
     * How much a spike moved.
     *
     * @param difference the difference of its times, in the models' unit of time
     * @param id its row
     * @param spike its number, from 1; 0 if none moved
     * @param spikes how many spikes the row has in the table
     */
    public record Time(double difference, long id, long spike, long spikes) {
        public static final Time NONE = new Time(0, 0, 0, 0);

        Time or(Time other) {
            return isFirst(Double.compare(difference, other.difference), id, other.id) ? this : other;
        }
    }

    /**
     * How much a value found moved.
     *
     * @param difference of the two values
     * @param id its row
     * @param table the value of the table
     */
    public record Value(double difference, long id, double table) {
        public static final Value NONE = new Value(0, 0, 0);

        Value or(Value other) {
            return isFirst(Double.compare(difference, other.difference), id, other.id) ? this : other;
        }
    }

    /** Whether the first of two differences is the larger; of equal ones that of the first row, so that the order does not matter. */
    private static boolean isFirst(int comparison, long id, long other) {
        return comparison > 0 || (comparison == 0 && id <= other);
    }

    /**
     * What a second run of a row tells, and a third if that differs much.
     *
     * @param find what it looks for
     * @param table the row of the table; with spike times if it looks for nothing
     * @param finer the same with finer steps
     * @param finest the same with still finer steps; {@code finer} without a third run
     */
    static AuditReport of(Find find, Row table, Row finer, Row finest) {
        if (!find.isPresent()) {
            return of(table.point().id(), outcome(table), outcome(finer), outcome(finest));
        }
        boolean differs = differ(find, table, finer);
        return new AuditReport(
                1,
                differs ? 1 : 0,
                differs && differ(find, finer, finest) ? 1 : 0,
                Count.NONE,
                Time.NONE,
                value(find, table, finer).or(value(find, table, finest)));
    }

    /** The same of a row that looks for nothing. */
    static AuditReport of(long id, Outcome table, Outcome finer, Outcome finest) {
        boolean differs = differ(table, finer);
        return new AuditReport(
                1,
                differs ? 1 : 0,
                differs && differ(finer, finest) ? 1 : 0,
                count(id, table, finer).or(count(id, table, finest)),
                time(id, table, finer).or(time(id, table, finest)));
    }

    private static Outcome outcome(Row row) {
        return row.outcome().orElseThrow();
    }

    /** Whether only one of two runs of a row has found a value, or a cell has another spike count in one of them, or only one diverged. */
    static boolean differ(Find find, Row a, Row b) {
        return find.isPresent() ? !a.found().equals(b.found()) : differ(outcome(a), outcome(b));
    }

    /** Whether a cell has another spike count in one of two runs of a row, or only one of them diverged. */
    static boolean differ(Outcome a, Outcome b) {
        return IntStream.range(0, a.cells()).anyMatch(cell -> spikes(a, cell) != spikes(b, cell));
    }

    /** The most that a spike moved. */
    static double moved(Row table, Row finer) {
        return time(0, outcome(table), outcome(finer)).difference();
    }

    /** How far the values are apart that two runs of a row have found; 0 if one has not. */
    static double foundApart(Find find, Row table, Row finer) {
        return value(find, table, finer).difference();
    }

    private static Value value(Find find, Row table, Row finer) {
        double value = table.valueFound(find.name(), 0);
        double moved = Math.abs(value - finer.valueFound(find.name(), 0));
        return moved > 0 ? new Value(moved, table.point().id(), value) : Value.NONE;
    }

    /** Of the cell whose counts differ most. */
    private static Count count(long id, Outcome table, Outcome finer) {
        Count most = new Count(id, spikes(table, 0), spikes(finer, 0));
        for (int cell = 1; cell < table.cells(); cell++) {
            most = most.or(new Count(id, spikes(table, cell), spikes(finer, cell)));
        }
        return most;
    }

    private static Time time(long id, Outcome table, Outcome finer) {
        Time most = Time.NONE;
        if (table.diverged() || finer.diverged()) {
            return most;
        }
        for (int cell = 0; cell < table.cells(); cell++) {
            double[] times = table.cell(cell).spikes().times();
            double[] others = finer.cell(cell).spikes().times();
            for (int i = 0; i < Math.min(times.length, others.length); i++) {
                double moved = Math.abs(times[i] - others[i]);
                if (moved > most.difference()) {
                    most = new Time(moved, id, i + 1L, times.length);
                }
            }
        }
        return most;
    }

    private static long spikes(Outcome outcome, int cell) {
        return outcome.diverged() ? DIVERGED : outcome.cell(cell).spikes().count();
    }

    /** Combines two reports, with the larger of the differences. */
    public AuditReport plus(AuditReport other) {
        return new AuditReport(
                rows + other.rows,
                differentRows + other.differentRows,
                unsettledRows + other.unsettledRows,
                count.or(other.count),
                time.or(other.time),
                value.or(other.value));
    }
}
