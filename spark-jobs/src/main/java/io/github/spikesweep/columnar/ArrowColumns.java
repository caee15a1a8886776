package io.github.spikesweep.columnar;

import io.github.spikesweep.sweep.output.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.Types.MinorType;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * The columns of a file as Arrow keeps them there: readers that use Arrow, such as pyarrow, find units and labels in the metadata of
 * its fields.
 */
public final class ArrowColumns {
    /** The key of the text in a file's footer. */
    public static final String KEY = "ARROW:schema";

    /** What Parquet calls an element of a list. */
    private static final String ELEMENT = "element";

    private ArrowColumns() {}

    /**
     * Those of a sweep's table. Types and what may be null are as in Parquet.
     *
     * @param texts other texts of the footer: readers that find this one take them from here
     */
    public static String of(List<Column> columns, Map<String, String> texts) {
        return text(schema(columns, texts));
    }

    /** The same as a schema. */
    static Schema schema(List<Column> columns, Map<String, String> texts) {
        return new Schema(columns.stream().map(ArrowColumns::field).toList(), texts);
    }

    /** Any columns: a message of Arrow's IPC format, in Base64, as Arrow's own writer of Parquet leaves it. */
    public static String text(Schema columns) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try (WriteChannel out = new WriteChannel(Channels.newChannel(message))) {
            MessageSerializer.serialize(out, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Not of an array.
        }
        return Base64.getEncoder().encodeToString(message.toByteArray());
    }

    /** Whether two texts have the same columns: their names, types and whether they may be null. Either may be damaged. */
    public static boolean agree(String one, String other) {
        try {
            return withoutFacts(one).equals(withoutFacts(other));
        } catch (RuntimeException e) {
            return false; // On damaged bytes the library may throw any.
        }
    }

    private static List<Field> withoutFacts(String text) {
        ByteBuffer message = ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
        if (message.getInt() != MessageSerializer.IPC_CONTINUATION_TOKEN || message.getInt() != message.remaining()) {
            throw new IllegalArgumentException("a message of another length"); // for which the library would allocate
        }
        return Schema.deserializeMessage(message.rewind()).getFields().stream()
                .map(field -> new Field(
                        field.getName(), new FieldType(field.isNullable(), field.getType(), null), field.getChildren()))
                .toList();
    }

    private static Field field(Column column) {
        FieldType type = new FieldType(column.nullable(), type(column.type()), null, ColumnFacts.texts(column));
        List<Field> children = column.type() == Column.Type.DOUBLE_ARRAY ? List.of(element()) : List.of();
        return new Field(column.name(), type, children);
    }

    private static ArrowType type(Column.Type type) {
        return switch (type) {
            case LONG -> MinorType.BIGINT.getType();
            case INT -> MinorType.INT.getType();
            case DOUBLE -> MinorType.FLOAT8.getType();
            case STRING -> MinorType.VARCHAR.getType();
            case DOUBLE_ARRAY -> MinorType.LIST.getType();
        };
    }

    private static Field element() {
        return new Field(ELEMENT, FieldType.notNullable(type(Column.Type.DOUBLE)), List.of());
    }
}
