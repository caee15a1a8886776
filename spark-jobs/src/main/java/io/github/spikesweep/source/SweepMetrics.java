package io.github.spikesweep.source;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/**
 * What the tasks of a scan count. Spark shows it in its UI, and hands it to listeners under the descriptions below as the
 * values of {@link org.apache.spark.scheduler.AccumulableInfo}.
 */
public final class SweepMetrics {
    public static final String ROWS = "simulated rows";
    public static final String NEURON_STEPS = "neuron-steps";
    public static final String SPIKES = "spikes";
    public static final String DIVERGED_ROWS = "diverged rows";

    private SweepMetrics() {}

    static CustomMetric[] all() {
        CustomMetric[] counts = {new Rows(), new NeuronSteps(), new Spikes(), new DivergedRows()};
        return Stream.of(counts, AuditMetrics.all()).flatMap(Arrays::stream).toArray(CustomMetric[]::new);
    }

    /** A count of one task so far. */
    record Count(String name, long value) implements CustomTaskMetric {}

    /** The sum over the tasks. Spark makes its own instances of the subclasses, by name. */
    abstract static class Sum extends CustomSumMetric {
        private final String name;

        Sum(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String description() {
            return name;
        }
    }

    /** Rows that were simulated. */
    public static final class Rows extends Sum {
        public Rows() {
            super(ROWS);
        }
    }

    /** Integration steps, summed over the simulated rows. */
    public static final class NeuronSteps extends Sum {
        public NeuronSteps() {
            super(NEURON_STEPS);
        }
    }

    /** Spikes after the transient. */
    public static final class Spikes extends Sum {
        public Spikes() {
            super(SPIKES);
        }
    }

    /** Rows in which a variable left its range. */
    public static final class DivergedRows extends Sum {
        public DivergedRows() {
            super(DIVERGED_ROWS);
        }
    }
}
