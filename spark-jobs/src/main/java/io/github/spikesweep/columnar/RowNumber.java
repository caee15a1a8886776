package io.github.spikesweep.columnar;

import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.PrimitiveType;

/** Numbers in rows that a {@link TableReader} has read. */
public final class RowNumber {
    private RowNumber() {}

    /** The number in a column; NaN for null. */
    public static double of(Group row, String column) {
        if (row.getFieldRepetitionCount(column) == 0) {
            return Double.NaN;
        }
        PrimitiveType type = row.getType().getType(column).asPrimitiveType();
        return switch (type.getPrimitiveTypeName()) {
            case DOUBLE -> row.getDouble(column, 0);
            case INT64 -> row.getLong(column, 0);
            case INT32 -> row.getInteger(column, 0);
            case BINARY, BOOLEAN, FIXED_LEN_BYTE_ARRAY, FLOAT, INT96 ->
                throw new IllegalArgumentException(column + " is " + type);
        };
    }
}
