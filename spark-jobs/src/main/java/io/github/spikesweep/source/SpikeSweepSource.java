package io.github.spikesweep.source;

import io.github.spikesweep.sweep.SweepDefinition;
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
 * sweep file defines, simulated as it is read. See {@link SweepOptions} for its options.
 *
 * <p>The driver reads the sweep file; a fault in it is an {@link io.github.spikesweep.document.InputException}.
 */
public final class SpikeSweepSource implements TableProvider, DataSourceRegister {
    /** The name of the format. */
    public static final String NAME = "spikesweep";

    /** The name of the option that replaces what the sweep file says under {@code key}, such as {@code parameters.gk}. */
    public static String overrideOption(String key) {
        return SweepOptions.OVERRIDE_PREFIX + key;
    }

    @Override
    public String shortName() {
        return NAME;
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return TableSchema.of(definition(SweepOptions.of(options.asCaseSensitiveMap())).columns());
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        SweepOptions options = SweepOptions.of(properties);
        return new SweepTable(definition(options), options);
    }

    private static SweepDefinition definition(SweepOptions options) {
        Configuration hadoop = SparkSession.active().sparkContext().hadoopConfiguration();
        return SweepFiles.read(options.path(), options.overrides(), hadoop);
    }
}
