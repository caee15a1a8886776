package io.github.spikesweep.source;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.cost.Workload;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.rows.RowSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/** A scan of a sweep's table: the rows and columns that are left after pruning. */
final class SweepScan implements SupportsReportStatistics, Batch {
    private final SweepDefinition definition;
    private final RowSet rows;
    private final List<Column> wanted;
    private final List<Predicate> pushed;
    private final SweepOptions options;

    SweepScan(
            SweepDefinition definition,
            RowSet rows,
            List<Column> wanted,
            List<Predicate> pushed,
            SweepOptions options) {
        this.definition = definition;
        this.rows = rows;
        this.wanted = List.copyOf(wanted);
        this.pushed = List.copyOf(pushed);
        this.options = options;
    }

    @Override
    public StructType readSchema() {
        return TableSchema.of(wanted);
    }

    @Override
    public String description() {
        String conditions = pushed.stream().map(String::valueOf).collect(Collectors.joining(" AND "));
        return "%s: %s%d of %d rows%s%s"
                .formatted(
                        definition.name(),
                        rows.isFiltered() ? "at most " : "",
                        rows.candidates().size(),
                        definition.space().size(),
                        conditions.isEmpty() ? "" : " where " + conditions,
                        simulates() ? "" : ", without simulation");
    }

    @Override
    public Statistics estimateStatistics() {
        long most = rows.candidates().size();
        long rowBytes = Math.max(1, readSchema().defaultSize());
        boolean countable = most <= Long.MAX_VALUE / rowBytes;
        return new Statistics() {
            @Override
            public OptionalLong sizeInBytes() {
                return OptionalLong.of(countable ? most * rowBytes : Long.MAX_VALUE);
            }

            @Override
            public OptionalLong numRows() {
                return OptionalLong.of(most);
            }
        };
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        Slicing slicing = slicing(SparkSession.active());
        return slicing.slices().stream()
                .map(slice ->
                        new Slicing.Slice(position(slice.from(), slicing.rows()), position(slice.to(), slicing.rows())))
                .filter(slice -> slice.from() < slice.to())
                .toArray(InputPartition[]::new);
    }

    /** Where so many of all units of work end: rows, or chains of them. */
    private long position(long units, long of) {
        long candidates = rows.candidates().size();
        return of == candidates ? units : rows.uncut(candidates / of * units + Math.min(units, candidates % of));
    }

    private Slicing slicing(SparkSession session) {
        long units = units();
        Option<String> setting = session.conf().getOption(SpikeSweepSource.PARTITIONS);
        if (simulates() && setting.isDefined()) {
            return Slicing.into(SweepOptions.atLeastOne(setting.get()), units);
        }
        if (options.partitions().isPresent()) {
            return Slicing.into(options.partitions().getAsInt(), units);
        }
        double neuronSteps = simulates() ? Workload.cost(definition, rows) : 0;
        return Slicing.of(units, neuronSteps, session.sparkContext().defaultParallelism());
    }

    /** How many candidates there are, or chains of them if these have to be simulated. */
    private long units() {
        long chain = simulates() ? rows.perChain() : 1;
        return (rows.candidates().size() + chain - 1) / chain;
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        SparkContext spark = SparkSession.active().sparkContext();
        return new SweepReaderFactory(
                definition,
                rows,
                wanted.stream().map(Column::name).toList(),
                options.device(),
                spark.doubleAccumulator(SweepMetrics.ROWS_SO_FAR),
                spark.longAccumulator(SweepMetrics.NEURON_STEPS_SO_FAR));
    }

    @Override
    public ColumnarSupportMode columnarSupportMode() {
        return ColumnarSupportMode.SUPPORTED;
    }

    @Override
    public CustomMetric[] supportedCustomMetrics() {
        return SweepMetrics.all();
    }

    private boolean simulates() {
        return wanted.stream().anyMatch(Column::needsSimulation);
    }
}
