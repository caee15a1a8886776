package io.github.spikesweep.points;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.table.TableBounds;
import io.github.spikesweep.table.TableBuilder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Takes the values of a column over into a table. */
final class ColumnValues {
    /** Up to here every whole number is a double. */
    private static final long LARGEST_EXACT = 1L << 53;

    private static final int MOST_BYTES_OF_CHARACTER = 3;

    private final PrimitiveType type;
    private final TableBuilder table;
    private final int column;

    /** @param type one that {@link ColumnTypes} accepts for the column */
    ColumnValues(PrimitiveType type, TableBuilder table, int column) {
        this.type = type;
        this.table = table;
        this.column = column;
    }

    /**
     * Takes the next values over.
     *
     * @param count how many
     * @throws InputException if one is not accepted
     */
    void add(ColumnReader values, long count) {
        int defined = values.getDescriptor().getMaxDefinitionLevel();
        boolean texts = table.holdsTexts(column);
        for (long i = 0; i < count; i++) {
            if (values.getCurrentDefinitionLevel() < defined) {
                throw table.fault(column, "is null; expected " + (texts ? "a text" : "a number"));
            }
            if (texts) {
                table.add(column, text(values.getBinary()));
            } else {
                table.add(column, number(values));
            }
            values.consume();
        }
    }

    private double number(ColumnReader value) {
        return switch (type.getPrimitiveTypeName()) {
            case DOUBLE -> value.getDouble();
            case FLOAT -> value.getFloat();
            case INT32 -> isUnsigned() ? Integer.toUnsignedLong(value.getInteger()) : value.getInteger();
            case INT64 -> exact(value.getLong());
            case BINARY, BOOLEAN, FIXED_LEN_BYTE_ARRAY, INT96 ->
                throw new IllegalStateException("not accepted: " + type);
        };
    }

    private double exact(long value) {
        boolean tooLarge = isUnsigned()
                ? Long.compareUnsigned(value, LARGEST_EXACT) > 0
                : value < -LARGEST_EXACT || value > LARGEST_EXACT;
        if (tooLarge) {
            throw table.fault(
                    column,
                    "must be at most 2^53 in size to be exact, found "
                            + (isUnsigned() ? Long.toUnsignedString(value) : Long.toString(value)));
        }
        return value;
    }

    private boolean isUnsigned() {
        return type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation integer && !integer.isSigned();
    }

    private String text(Binary value) {
        // Before any room is taken for them.
        if (value.length() > MOST_BYTES_OF_CHARACTER * TableBounds.LONGEST_CELL) {
            throw table.fault(column, "has more characters than accepted (" + TableBounds.LONGEST_CELL + ")");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(value.toByteBuffer())
                    .toString();
        } catch (CharacterCodingException e) {
            throw table.fault(column, "is not text in UTF-8");
        }
    }
}
