package io.github.spikesweep.source;

import io.github.spikesweep.sweep.rows.AuditReport;
import io.github.spikesweep.sweep.rows.RowReader;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/**
 * What the tasks of a scan count. Spark shows the metrics in its UI and passes them to listeners, named by the descriptions
 * below, as values of {@link org.apache.spark.scheduler.AccumulableInfo}.
 */
public final class SweepMetrics {
    /** Rows that a running task has simulated, with fractions for those that are not finished. */
    public static final String ROWS_SO_FAR = "rows so far";
    /** Integration steps of a running task, also of rows that are not finished. */
    public static final String NEURON_STEPS_SO_FAR = "neuron-steps so far";
    /** Rows that were simulated. */
    public static final String ROWS = "simulated rows";
    /** Integration steps, summed over the simulated rows. */
    public static final String NEURON_STEPS = "neuron-steps";
    /** Spikes after the transient. */
    public static final String SPIKES = "spikes";
    /** Rows in which a variable left its range. */
    public static final String DIVERGED_ROWS = "diverged rows";
    /** Rows that were simulated again with finer steps. */
    public static final String AUDITED_ROWS = "audited rows";
    /** Those of them whose spike count, or what they have found, differed, and changed again with still finer steps. */
    public static final String UNSETTLED_ROWS = "audited rows without a settled spike count";
    /** Those of them whose spike count, or what they have found, differed from that of the table. */
    public static final String DIFFERENT_ROWS = "audited rows with another spike count";
    /** The largest difference of the spike counts of a row. */
    public static final String COUNT_DIFFERENCE = "largest audited difference of spike counts";
    /** The row of a task that has it. */
    public static final String COUNT_ROW = "row with that difference of spike counts, by task";
    /** Its count in the table; {@link AuditReport#DIVERGED} if it diverged. */
    public static final String COUNT_OF_TABLE = "its spike count, by task";
    /** Its count with finer steps. */
    public static final String FINER_COUNT = "its spike count with finer steps, by task";
    /** The largest difference of a spike time. */
    public static final String TIME_DIFFERENCE = "largest audited difference of spike times";

    /** The row of a task that has it. */
    public static final String TIME_ROW = "row with that difference of a spike time, by task";
    /** The number of that spike, from 1. */
    public static final String TIME_SPIKE = "number of that spike, by task";
    /** How many spikes that row has. */
    public static final String TIME_SPIKES = "spikes of that row, by task";

    /** The largest difference of a value found, as the bits of the number, whose order is the same. */
    public static final String VALUE_DIFFERENCE = "largest audited difference of values found";
    /** The row of a task that has it. */
    public static final String VALUE_ROW = "row with that difference of a value found, by task";
    /** The bits of its value in the table. */
    public static final String VALUE_OF_TABLE = "its value found, as bits, by task";

    /** Metrics are whole numbers, so differences of times are counted in this fraction of the unit of time. */
    private static final double PART = 1e-12;

    private SweepMetrics() {}

    /** Converts a metric's value to a difference of times in the models' unit of time. */
    private static double time(long value) {
        return value * PART;
    }

    static CustomMetric[] all() {
        return new CustomMetric[] {
            new Sum(ROWS),
            new Sum(NEURON_STEPS),
            new Sum(SPIKES),
            new Sum(DIVERGED_ROWS),
            new Sum(AUDITED_ROWS),
            new Sum(DIFFERENT_ROWS),
            new Sum(UNSETTLED_ROWS),
            new Largest(COUNT_DIFFERENCE),
            new OfEach(COUNT_ROW),
            new OfEach(COUNT_OF_TABLE),
            new OfEach(FINER_COUNT),
            new LargestTime(TIME_DIFFERENCE),
            new OfEach(TIME_ROW),
            new OfEach(TIME_SPIKE),
            new OfEach(TIME_SPIKES),
            new LargestNumber(VALUE_DIFFERENCE),
            new OfEach(VALUE_ROW),
            new OfEach(VALUE_OF_TABLE)
        };
    }

    /**
     * The current counts of one task.
     *
     * @param simulated how many of the rows were simulated
     */
    static CustomTaskMetric[] of(RowReader rows, long simulated) {
        // Rounded up, so that a difference never becomes 0.
        AuditReport audit = rows.audited();
        long parts = (long) Math.ceil(audit.time().difference() / PART);
        return new CustomTaskMetric[] {
            new Count(ROWS, simulated),
            new Count(NEURON_STEPS, rows.neuronSteps()),
            new Count(SPIKES, rows.spikes()),
            new Count(DIVERGED_ROWS, rows.divergedRows()),
            new Count(AUDITED_ROWS, audit.rows()),
            new Count(DIFFERENT_ROWS, audit.differentRows()),
            new Count(UNSETTLED_ROWS, audit.unsettledRows()),
            new Count(COUNT_DIFFERENCE, audit.count().difference()),
            new Count(COUNT_ROW, audit.count().id()),
            new Count(COUNT_OF_TABLE, audit.count().table()),
            new Count(FINER_COUNT, audit.count().finer()),
            new Count(TIME_DIFFERENCE, parts),
            new Count(TIME_ROW, audit.time().id()),
            new Count(TIME_SPIKE, audit.time().spike()),
            new Count(TIME_SPIKES, audit.time().spikes()),
            new Count(VALUE_DIFFERENCE, Double.doubleToRawLongBits(audit.value().difference())),
            new Count(VALUE_ROW, audit.value().id()),
            new Count(VALUE_OF_TABLE, Double.doubleToRawLongBits(audit.value().table()))
        };
    }

    /** The audit of a task, from the values of its metrics. */
    public static AuditReport audit(ToLongFunction<String> metric) {
        return new AuditReport(
                metric.applyAsLong(AUDITED_ROWS),
                metric.applyAsLong(DIFFERENT_ROWS),
                metric.applyAsLong(UNSETTLED_ROWS),
                new AuditReport.Count(
                        metric.applyAsLong(COUNT_ROW),
                        metric.applyAsLong(COUNT_OF_TABLE),
                        metric.applyAsLong(FINER_COUNT)),
                new AuditReport.Time(
                        time(metric.applyAsLong(TIME_DIFFERENCE)),
                        metric.applyAsLong(TIME_ROW),
                        metric.applyAsLong(TIME_SPIKE),
                        metric.applyAsLong(TIME_SPIKES)),
                new AuditReport.Value(
                        Double.longBitsToDouble(metric.applyAsLong(VALUE_DIFFERENCE)),
                        metric.applyAsLong(VALUE_ROW),
                        Double.longBitsToDouble(metric.applyAsLong(VALUE_OF_TABLE))));
    }

    private record Count(String name, long value) implements CustomTaskMetric {}

    /** A metric of a scan. Spark creates its own instances from the class, without a name, to combine the tasks' values. */
    private abstract static class Metric implements CustomMetric {
        private final String name;
        private final Function<LongStream, String> together;

        Metric(String name, Function<LongStream, String> together) {
            this.name = name;
            this.together = together;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String description() {
            return name;
        }

        @Override
        public String aggregateTaskMetrics(long[] values) {
            return together.apply(LongStream.of(values));
        }
    }

    /** The sum over the tasks. */
    public static final class Sum extends Metric {
        public Sum() {
            this("");
        }

        Sum(String name) {
            super(name, values -> Long.toString(values.sum()));
        }
    }

    /** The largest of the tasks' values. */
    public static final class Largest extends Metric {
        public Largest() {
            this("");
        }

        Largest(String name) {
            super(name, values -> Long.toString(values.max().orElse(0)));
        }
    }

    /** The values of the tasks, one after the other. */
    public static final class OfEach extends Metric {
        private static final int MOST_SHOWN = 10;

        public OfEach() {
            this("");
        }

        OfEach(String name) {
            super(name, OfEach::listed);
        }

        private static String listed(LongStream values) {
            long[] all = values.toArray();
            String shown = LongStream.of(all)
                    .limit(MOST_SHOWN)
                    .mapToObj(Long::toString)
                    .collect(Collectors.joining(", "));
            return all.length > MOST_SHOWN ? shown + ", …" : shown;
        }
    }

    /** The largest of the tasks' numbers, none of which is negative, given by their bits. */
    public static final class LargestNumber extends Metric {
        public LargestNumber() {
            this("");
        }

        LargestNumber(String name) {
            super(
                    name,
                    values ->
                            Double.toString(Double.longBitsToDouble(values.max().orElse(0))));
        }
    }

    /** The largest difference of times among the tasks. */
    public static final class LargestTime extends Metric {
        public LargestTime() {
            this("");
        }

        LargestTime(String name) {
            super(name, values -> Double.toString(time(values.max().orElse(0))));
        }
    }
}
