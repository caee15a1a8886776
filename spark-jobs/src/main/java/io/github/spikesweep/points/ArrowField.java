package io.github.spikesweep.points;

import io.github.spikesweep.table.TableBounds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;

/**
 * A column of an Arrow table.
 *
 * @param number its place among all, from 0
 * @param form how its values are stored
 * @param buffer the place among all buffers of a batch of its first one, which tells where it is null
 */
record ArrowField(String name, int number, Form form, int buffer) {
    /** Bytes of UTF-8. */
    private static final int LONGEST_NAME = 4 * TableBounds.LONGEST_CELL;

    /** How values are stored. */
    enum Form {
        DOUBLE,
        FLOAT,
        INT8,
        INT16,
        INT32,
        INT64,
        UINT8,
        UINT16,
        UINT32,
        UINT64,
        UTF8,
        LARGE_UTF8,
        /** In no form that a table of points can have. */
        OTHER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The columns of a schema. */
    static List<ArrowField> of(Schema schema) {
        ArrowFault.require(schema.endianness() == Endianness.Little, "its numbers are big-endian");
        int count = schema.fieldsLength();
        ArrowFault.require(count > 0, "it has no columns");
        // One more is refused by its header, which says so better.
        ArrowFault.require(count <= TableBounds.MOST_COLUMNS + 1, "it has " + count + " columns");
        List<ArrowField> fields = new ArrayList<>();
        int buffer = 0;
        for (int i = 0; i < count; i++) {
            Field field = schema.fields(i);
            int bytes = field.name() == null ? 0 : field.nameAsByteBuffer().remaining();
            ArrowFault.require(bytes <= LONGEST_NAME, "the name of column " + (i + 1) + " is too long");
            String name = bytes == 0
                    ? ""
                    : StandardCharsets.UTF_8.decode(field.nameAsByteBuffer()).toString();
            fields.add(new ArrowField(name, i, form(field), buffer));
            buffer += buffers(field, name);
        }
        return fields;
    }

    private static Form form(Field field) {
        if (field.dictionary() != null) {
            return Form.OTHER;
        }
        return switch (field.typeType()) {
            case Type.FloatingPoint -> floating((FloatingPoint) field.type(new FloatingPoint()));
            case Type.Int -> whole((Int) field.type(new Int()));
            case Type.Utf8 -> Form.UTF8;
            case Type.LargeUtf8 -> Form.LARGE_UTF8;
            default -> Form.OTHER;
        };
    }

    private static Form floating(FloatingPoint type) {
        return switch (type.precision()) {
            case Precision.DOUBLE -> Form.DOUBLE;
            case Precision.SINGLE -> Form.FLOAT;
            default -> Form.OTHER;
        };
    }

    private static Form whole(Int type) {
        return switch (type.bitWidth()) {
            case 8 -> type.isSigned() ? Form.INT8 : Form.UINT8;
            case 16 -> type.isSigned() ? Form.INT16 : Form.UINT16;
            case 32 -> type.isSigned() ? Form.INT32 : Form.UINT32;
            case 64 -> type.isSigned() ? Form.INT64 : Form.UINT64;
            default -> Form.OTHER;
        };
    }

    /** How many buffers a column has in a batch. */
    private static int buffers(Field field, String name) {
        if (field.dictionary() != null) {
            return 2; // Its indices.
        }
        return switch (field.typeType()) {
            case Type.Null -> 0;
            case Type.Int,
                    Type.FloatingPoint,
                    Type.Bool,
                    Type.Decimal,
                    Type.Date,
                    Type.Time,
                    Type.Timestamp,
                    Type.Interval,
                    Type.Duration,
                    Type.FixedSizeBinary -> 2;
            case Type.Utf8, Type.LargeUtf8, Type.Binary, Type.LargeBinary -> 3;
            default -> {
                ArrowFault.require(false, "column '" + name + "' has values that are lists, views or structures");
                yield 0;
            }
        };
    }

    /** Whether it has texts. */
    boolean isText() {
        return form == Form.UTF8 || form == Form.LARGE_UTF8;
    }
}
