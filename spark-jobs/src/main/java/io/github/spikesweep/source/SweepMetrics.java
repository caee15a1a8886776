package io.github.spikesweep.source;

import io.github.spikesweep.sweep.rows.RowReader;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/**
 * What the tasks of a scan count. Spark shows the metrics in its UI and passes them to listeners, named by the descriptions
 * below, as values of {@link org.apache.spark.scheduler.AccumulableInfo}.
 */
public final class SweepMetrics {
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
    /** Those of them whose spike count differed, and changed again with still finer steps. */
    public static final String UNSETTLED_ROWS = "audited rows without a settled spike count";
    /** The largest difference of the spike counts of a row. */
    public static final String COUNT_DIFFERENCE = "largest audited difference of spike counts";
    /** The largest difference of a spike time. */
    public static final String TIME_DIFFERENCE = "largest audited difference of spike times";

    /** Metrics are whole numbers, so differences of times are counted in this fraction of the unit of time. */
    private static final double PART = 1e-12;

    private SweepMetrics() {}

    /** Converts a metric's value to a difference of times in the models' unit of time. */
    public static double time(long value) {
        return value * PART;
    }

    static CustomMetric[] all() {
        return new CustomMetric[] {
            new Sum(ROWS),
            new Sum(NEURON_STEPS),
            new Sum(SPIKES),
            new Sum(DIVERGED_ROWS),
            new Sum(AUDITED_ROWS),
            new Sum(UNSETTLED_ROWS),
            new Largest(COUNT_DIFFERENCE),
            new LargestTime(TIME_DIFFERENCE)
        };
    }

    /**
     * The current counts of one task.
     *
     * @param simulated how many of the rows were simulated
     */
    static CustomTaskMetric[] of(RowReader rows, long simulated) {
        // Rounded up, so that a difference never becomes 0.
        long parts = (long) Math.ceil(rows.audited().timeDifference() / PART);
        return new CustomTaskMetric[] {
            new Count(ROWS, simulated),
            new Count(NEURON_STEPS, rows.neuronSteps()),
            new Count(SPIKES, rows.spikes()),
            new Count(DIVERGED_ROWS, rows.divergedRows()),
            new Count(AUDITED_ROWS, rows.audited().rows()),
            new Count(UNSETTLED_ROWS, rows.audited().unsettledRows()),
            new Count(COUNT_DIFFERENCE, rows.audited().countDifference()),
            new Count(TIME_DIFFERENCE, parts)
        };
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
