package io.github.spikesweep.source;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.simulation.ComputeDevice;
import io.github.spikesweep.sweep.rows.RowSimulator;
import io.github.spikesweep.sweep.rows.SweepRows;
import io.github.spikesweep.sweep.writing.CanonicalText;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The data source {@code spikesweep}: {@code spark.read().format("spikesweep").load("gna-scan.yaml")} is the table that a
 * sweep file defines, simulated as it is read. The option {@code set} replaces what the file says, as in
 * {@code option("set", "duration=200")}, with a line for each key.
 *
 * <p>What a query does not need is not simulated: columns, rows that a condition on {@code id} or an axis excludes, rows beyond
 * a limit. Spark reads a table twice to sort all of it, and again for every action: cache a table that took long to simulate.
 *
 * <p>The driver reads the sweep file; a mistake in it is an {@link io.github.spikesweep.document.InputException}.
 */
public final class SpikeSweepSource implements TableProvider, DataSourceRegister {
    /** A session setting that replaces the option {@code partitions} while a query is planned. */
    public static final String PARTITIONS = "spark.datasource.spikesweep.partitions";

    /** The name of the format. */
    public static final String NAME = "spikesweep";

    /**
     * The options for a sweep.
     *
     * @param device what takes the steps on executors
     * @param hash the hash of the expected definition, since the file may change before it is read again
     */
    public static Map<String, String> options(SweepInput input, ComputeDevice device, String hash) {
        return SweepOptions.of(input, device, hash);
    }

    @Override
    public String shortName() {
        return NAME;
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return TableSchema.of(
                read(SweepOptions.of(options.asCaseSensitiveMap())).definition().columns());
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        SweepOptions options = SweepOptions.of(properties);
        SweepRows rows = read(options);
        if (!options.device().equals(ComputeDevice.CPU.request())) {
            RowSimulator.check(rows.definition(), ComputeDevice.elsewhere(options.device()));
        }
        return new SweepTable(rows, options);
    }

    private static SweepRows read(SweepOptions options) {
        Configuration hadoop = SparkSession.active().sparkContext().hadoopConfiguration();
        SweepRows rows = HadoopSweepFiles.read(options.input(), hadoop);
        if (options.hash()
                .filter(hash -> !hash.equals(CanonicalText.hash(rows.definition())))
                .isPresent()) {
            throw new InputException(options.input().path() + ": has changed since it was first read; start again");
        }
        return rows;
    }
}
