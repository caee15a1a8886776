package io.github.spikesweep.wave.spark;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsWrite;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriteBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Spark's way to {@link TaskFiles}: what it writes to is a table, which a provider finds. Public since Spark makes it by name. */
public final class WaveSink implements TableProvider {
    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        throw new UnsupportedOperationException("the files of a wave are only written");
    }

    /** The columns are those of the query. */
    @Override
    public boolean supportsExternalMetadata() {
        return true;
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return new Files(schema, TaskFiles.of(properties.get(TaskFiles.OPTION)));
    }

    private record Files(StructType columnsOfQuery, TaskFiles files) implements SupportsWrite {
        @Override
        public String name() {
            return files.folder().path();
        }

        @Override
        @SuppressWarnings("deprecation") // columns() would have to take types apart that are here already
        public StructType schema() {
            return columnsOfQuery;
        }

        @Override
        public Set<TableCapability> capabilities() {
            return Set.of(TableCapability.BATCH_WRITE, TableCapability.ACCEPT_ANY_SCHEMA);
        }

        @Override
        public WriteBuilder newWriteBuilder(LogicalWriteInfo info) {
            return new WriteBuilder() {
                @Override
                public Write build() {
                    return new WaveWrite(files);
                }
            };
        }
    }
}
