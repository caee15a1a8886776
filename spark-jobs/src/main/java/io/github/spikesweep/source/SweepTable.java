package io.github.spikesweep.source;

import io.github.spikesweep.columnar.ColumnFacts;
import io.github.spikesweep.sweep.rows.SweepRows;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The table that a sweep defines. */
final class SweepTable implements SupportsRead {
    private final SweepRows rows;
    private final SweepOptions options;

    SweepTable(SweepRows rows, SweepOptions options) {
        this.rows = rows;
        this.options = options;
    }

    @Override
    public String name() {
        return SpikeSweepSource.NAME + " " + rows.definition().name();
    }

    @Override
    public Column[] columns() {
        return rows.definition().columns().stream().map(SweepTable::column).toArray(Column[]::new);
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap given) {
        options.fault().ifPresent(fault -> {
            throw fault;
        });
        return new SweepScanBuilder(rows, options);
    }

    private static Column column(io.github.spikesweep.sweep.output.Column column) {
        return Column.create(
                column.name(),
                TableSchema.type(column),
                column.nullable(),
                ColumnFacts.comment(column),
                TableSchema.metadata(column).json());
    }
}
