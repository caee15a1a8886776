package io.github.spikesweep.points;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.table.Shown;
import java.util.Locale;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Which types of Parquet hold numbers, and which texts. */
final class ColumnTypes {
    private ColumnTypes() {}

    /**
     * Refuses a column that does not have one value in each row.
     *
     * @param header where the column is told to be
     */
    static void checkFlat(SchemaElement column, Position header) {
        boolean list = column.getRepetition_type() == FieldRepetitionType.REPEATED;
        if (list || !column.isSetType()) {
            throw new InputException(
                    header,
                    Shown.quoted(column.getName()) + " must hold one value in each row, found "
                            + (list ? "a list" : "a group of columns"));
        }
    }

    /** Refuses a column of another type than double, float, int32 and int64. */
    static void checkNumbers(PrimitiveType type, Position header) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        boolean accepted = switch (type.getPrimitiveTypeName()) {
            case DOUBLE, FLOAT -> meaning == null;
            case INT32, INT64 -> meaning == null || meaning instanceof IntLogicalTypeAnnotation;
            case BINARY, BOOLEAN, FIXED_LEN_BYTE_ARRAY, INT96 -> false;
        };
        if (!accepted) {
            throw new InputException(
                    header,
                    Shown.quoted(type.getName()) + " must hold numbers (double, float, int32 or int64), found "
                            + shown(type));
        }
    }

    /** Refuses a column of another type than string. */
    static void checkTexts(PrimitiveType type, Position header) {
        if (!(type.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation)) {
            throw new InputException(
                    header, Shown.quoted(type.getName()) + " must hold texts (string), found " + shown(type));
        }
    }

    private static String shown(PrimitiveType type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        String name = meaning == null ? type.getPrimitiveTypeName().toString() : meaning.toString();
        return name.toLowerCase(Locale.ROOT);
    }
}
