package io.github.spikesweep.source;

import io.github.spikesweep.sweep.Column;
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

    /** What the column is, with its unit in parentheses: {@code maximum sodium conductance (mS)}. */
    static String comment(Column column) {
        String unit = column.unit().isEmpty() ? "" : "(" + column.unit() + ")";
        return (column.description() + " " + unit).strip();
    }

    static Metadata metadata(Column column) {
        MetadataBuilder metadata = new MetadataBuilder();
        if (!column.label().isEmpty()) {
            metadata.putString("label", column.label());
        }
        if (!column.unit().isEmpty()) {
            metadata.putString("unit", column.unit());
        }
        if (!column.description().isEmpty()) {
            metadata.putString("description", column.description());
        }
        if (column.sampling().isPresent()) {
            metadata.putDouble("start", column.sampling().start());
            metadata.putDouble("every", column.sampling().every());
            metadata.putString("time_unit", column.sampling().unit());
        }
        return metadata.build();
    }

    private static StructField field(Column column) {
        StructField field = new StructField(column.name(), type(column), column.nullable(), metadata(column));
        return comment(column).isEmpty() ? field : field.withComment(comment(column));
    }
}
