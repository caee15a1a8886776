package io.github.spikesweep.source;

import io.github.spikesweep.sweep.SweepDefinition;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The table that a sweep defines. */
final class SweepTable implements SupportsRead {
    private final SweepDefinition definition;
    private final SweepOptions options;

    SweepTable(SweepDefinition definition, SweepOptions options) {
        this.definition = definition;
        this.options = options;
    }

    @Override
    public String name() {
        return SpikeSweepSource.NAME + " " + definition.name();
    }

    @Override
    public Column[] columns() {
        return definition.columns().stream().map(SweepTable::column).toArray(Column[]::new);
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap given) {
        return new SweepScanBuilder(definition, options);
    }

    private static Column column(io.github.spikesweep.sweep.Column column) {
        return Column.create(
                column.name(),
                TableSchema.type(column),
                column.nullable(),
                TableSchema.comment(column),
                TableSchema.metadata(column).json());
    }
}
