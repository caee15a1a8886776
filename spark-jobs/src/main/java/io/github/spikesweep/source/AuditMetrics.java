package io.github.spikesweep.source;

import io.github.spikesweep.sweep.rows.RowReader;
import java.util.Arrays;
import java.util.function.LongFunction;
import org.apache.spark.sql.connector.metric.CustomMetric;

/** What the tasks of a scan find in an audit. Of the differences the largest counts. */
public final class AuditMetrics {
    public static final String ROWS = "audited rows";
    public static final String COUNT_DIFFERENCE = "largest audited difference of spike counts";
    public static final String TIME_DIFFERENCE = "largest audited difference of spike times";

    /** Metrics are whole numbers: differences of times count in such parts of the unit of time. */
    private static final double PART = 1e-12;

    private AuditMetrics() {}

    /** The difference of times that a metric of that value stands for, in the models' unit of time. */
    public static double time(long value) {
        return value * PART;
    }

    static CustomMetric[] all() {
        return new CustomMetric[] {new Rows(), new CountDifference(), new TimeDifference()};
    }

    static SweepMetrics.Count[] of(RowReader rows) {
        // Up: a difference that is there never becomes none.
        long parts = (long) Math.ceil(rows.auditedTimeDifference() / PART);
        return new SweepMetrics.Count[] {
            new SweepMetrics.Count(ROWS, rows.auditedRows()),
            new SweepMetrics.Count(COUNT_DIFFERENCE, rows.auditedCountDifference()),
            new SweepMetrics.Count(TIME_DIFFERENCE, parts)
        };
    }

    /** The largest of the tasks' values. Spark makes its own instances of the subclasses, by name. */
    abstract static class Largest implements CustomMetric {
        private final String name;
        private final LongFunction<String> text;

        Largest(String name, LongFunction<String> text) {
            this.name = name;
            this.text = text;
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
            return text.apply(Arrays.stream(values).max().orElse(0));
        }
    }

    /** Rows that were simulated again in finer steps. */
    public static final class Rows extends SweepMetrics.Sum {
        public Rows() {
            super(ROWS);
        }
    }

    /** How much the spike counts of a row differed at the most. */
    public static final class CountDifference extends Largest {
        public CountDifference() {
            super(COUNT_DIFFERENCE, Long::toString);
        }
    }

    /** How much a spike moved at the most. */
    public static final class TimeDifference extends Largest {
        public TimeDifference() {
            super(TIME_DIFFERENCE, value -> Double.toString(time(value)));
        }
    }
}
