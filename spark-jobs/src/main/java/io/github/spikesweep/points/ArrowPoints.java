package io.github.spikesweep.points;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.table.Shown;
import io.github.spikesweep.table.TableBounds;
import io.github.spikesweep.table.TableBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.RecordBatch;

/**
 * A column with one number or text in each row; its values go into a table.
 *
 * @param place the index of the column in the table
 */
record ArrowPoints(ArrowField field, TableBuilder table, int place) {
    /** Up to here every whole number is a double. */
    private static final long LARGEST_EXACT = 1L << 53;

    /**
     * The column, if its type is accepted.
     *
     * @param header where it is announced
     * @param hint what to add if its type is not accepted
     * @throws InputException if its type is not that of the table's column
     */
    static ArrowPoints of(ArrowField field, Position header, TableBuilder table, int place, String hint) {
        boolean texts = table.holdsTexts(place);
        if (texts ? !field.isText() : field.isText() || field.form() == ArrowField.Form.OTHER) {
            throw new InputException(
                    header,
                    Shown.quoted(field.name()) + " must hold "
                            + (texts ? "texts (utf8)" : "numbers (double, float or integers)") + ", found "
                            + (field.form() == ArrowField.Form.OTHER ? "another type" : field.form()) + hint);
        }
        return new ArrowPoints(field, table, place);
    }

    /**
     * Copies the values of a batch.
     *
     * @param body the bytes that belong to it
     * @throws InputException if a value is not accepted
     */
    void add(RecordBatch batch, ByteBuffer body) {
        long rows = batch.nodes(field.number()).length();
        boolean anyNull = batch.nodes(field.number()).nullCount() != 0;
        ArrowFault.require(rows == batch.length(), "its columns have different lengths");
        ByteBuffer validity = buffer(batch, body, 0);
        ByteBuffer values = buffer(batch, body, 1);
        ByteBuffer texts = field.isText() ? buffer(batch, body, 2) : values;
        for (long row = 0; row < rows; row++) {
            int at = (int) row;
            if (anyNull && (validity.get(at >> 3) >> (at & 7) & 1) == 0) {
                addNull();
            } else if (field.isText()) {
                table.add(place, text(values, texts, at));
            } else {
                table.add(place, number(values, at));
            }
        }
    }

    private ByteBuffer buffer(RecordBatch batch, ByteBuffer body, int which) {
        Buffer buffer = batch.buffers(field.buffer() + which);
        ArrowFault.require(
                buffer.offset() >= 0 && buffer.length() >= 0 && buffer.offset() <= body.limit() - buffer.length(),
                "a column is outside of its batch");
        return body.slice((int) buffer.offset(), (int) buffer.length()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void addNull() {
        if (!table.carries(place)) {
            throw table.fault(place, "is null; expected " + (table.holdsTexts(place) ? "a text" : "a number"));
        }
        table.addMissing(place);
    }

    private double number(ByteBuffer values, int row) {
        return switch (field.form()) {
            case DOUBLE -> values.getDouble(row * Double.BYTES);
            case FLOAT -> values.getFloat(row * Float.BYTES);
            case INT8 -> values.get(row);
            case UINT8 -> Byte.toUnsignedInt(values.get(row));
            case INT16 -> values.getShort(row * Short.BYTES);
            case UINT16 -> Short.toUnsignedInt(values.getShort(row * Short.BYTES));
            case INT32 -> values.getInt(row * Integer.BYTES);
            case UINT32 -> Integer.toUnsignedLong(values.getInt(row * Integer.BYTES));
            case INT64 -> whole(values.getLong(row * Long.BYTES), -LARGEST_EXACT);
            case UINT64 -> whole(values.getLong(row * Long.BYTES), 0);
            case UTF8, LARGE_UTF8, OTHER -> throw new IllegalStateException("not accepted: " + field);
        };
    }

    /** As an unsigned number, a negative one is larger than accepted. */
    private double whole(long value, long least) {
        if (value > LARGEST_EXACT || value < least) {
            throw table.fault(
                    place,
                    "must be at most 2^53 in size to be exact, found "
                            + (least == 0 ? Long.toUnsignedString(value) : Long.toString(value)));
        }
        return value;
    }

    private String text(ByteBuffer offsets, ByteBuffer texts, int row) {
        boolean large = field.form() == ArrowField.Form.LARGE_UTF8;
        long from = large ? offsets.getLong(row * Long.BYTES) : offsets.getInt(row * Integer.BYTES);
        long to = large ? offsets.getLong((row + 1) * Long.BYTES) : offsets.getInt((row + 1) * Integer.BYTES);
        ArrowFault.require(from >= 0 && from <= to && to <= texts.limit(), "a text is outside of its column");
        // Before any room is taken for it.
        if (to - from > PointColumn.LONGEST_TEXT) {
            throw table.fault(place, "has more characters than accepted (" + TableBounds.LONGEST_CELL + ")");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(texts.slice((int) from, (int) (to - from)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw table.fault(place, "is not text in UTF-8");
        }
    }
}
