package io.github.spikesweep.source;

import io.github.spikesweep.columnar.ColumnFacts;
import io.github.spikesweep.sweep.output.Column;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of a sweep as Spark describes them; label, unit, description, comment and the times of a trace are in a column's metadata. */
final class TableSchema {
    private TableSchema() {}

    static StructType of(List<Column> columns) {
        return new StructType(columns.stream().map(TableSchema::field).toArray(StructField[]::new));
    }

    static DataType type(Column column) {
        return switch (column.type()) {
            case LONG -> DataTypes.LongType;
            case INT -> DataTypes.IntegerType;
            case DOUBLE -> DataTypes.DoubleType;
            case STRING -> DataTypes.StringType;
            case DOUBLE_ARRAY -> DataTypes.createArrayType(DataTypes.DoubleType, false);
        };
    }

    static Metadata metadata(Column column) {
        MetadataBuilder metadata = new MetadataBuilder();
        ColumnFacts.of(column).forEach((name, fact) -> {
            if (fact instanceof Double number) {
                metadata.putDouble(name, number);
            } else {
                metadata.putString(name, (String) fact);
            }
        });
        return metadata.build();
    }

    private static StructField field(Column column) {
        return new StructField(column.name(), type(column), column.nullable(), metadata(column));
    }
}
