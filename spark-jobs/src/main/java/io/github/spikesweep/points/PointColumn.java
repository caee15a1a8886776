package io.github.spikesweep.points;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.table.Shown;
import io.github.spikesweep.table.TableBounds;
import io.github.spikesweep.table.TableBuilder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** A column with one number or text in each row; its values go into a table. */
final class PointColumn {
    /** Up to here every whole number is a double. */
    private static final long LARGEST_EXACT = 1L << 53;

    /** Bytes of UTF-8. */
    static final int LONGEST_TEXT = 3 * TableBounds.LONGEST_CELL;

    private final String source;
    private final ColumnDescriptor descriptor;
    private final TableBuilder table;
    private final int place;

    private PointColumn(String source, ColumnDescriptor descriptor, TableBuilder table, int place) {
        this.source = source;
        this.descriptor = descriptor;
        this.table = table;
        this.place = place;
    }

    /**
     * The column of a schema, if its type is accepted.
     *
     * @param header where the column is announced
     * @param place the index of the column in the table
     * @param hint what to add if its type is not accepted
     * @throws InputException if its type is not that of the table's column
     */
    static PointColumn of(SchemaElement column, Position header, TableBuilder table, int place, String hint) {
        boolean list = column.getRepetition_type() == FieldRepetitionType.REPEATED;
        if (list || !column.isSetType()) {
            throw fault(
                    header, column.getName(), "one value in each row", (list ? "a list" : "a group of columns") + hint);
        }
        SchemaElement top = new SchemaElement("table");
        top.setNum_children(1);
        FileMetaData alone = new FileMetaData(1, List.of(top, column), 0, List.of());
        ColumnDescriptor descriptor = ParquetFault.guard(
                        header.source(), () -> new ParquetMetadataConverter().fromParquetMetadata(alone))
                .getFileMetaData()
                .getSchema()
                .getColumns()
                .get(0);
        PrimitiveType type = descriptor.getPrimitiveType();
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        boolean accepted = table.holdsTexts(place)
                ? meaning instanceof StringLogicalTypeAnnotation
                : switch (type.getPrimitiveTypeName()) {
                    case DOUBLE, FLOAT -> meaning == null;
                    case INT32, INT64 -> meaning == null || meaning instanceof IntLogicalTypeAnnotation;
                    case BINARY, BOOLEAN, FIXED_LEN_BYTE_ARRAY, INT96 -> false;
                };
        if (!accepted) {
            String name = meaning == null ? type.getPrimitiveTypeName().toString() : meaning.toString();
            throw fault(
                    header,
                    type.getName(),
                    table.holdsTexts(place) ? "texts (string)" : "numbers (double, float, int32 or int64)",
                    name.toLowerCase(Locale.ROOT) + hint);
        }
        return new PointColumn(header.source(), descriptor, table, place);
    }

    /** Whether a column has texts. */
    static boolean holdsTexts(SchemaElement column) {
        return (column.isSetLogicalType() && column.getLogicalType().isSetSTRING())
                || column.getConverted_type() == ConvertedType.UTF8;
    }

    private static InputException fault(Position header, String name, String accepted, String found) {
        return new InputException(header, Shown.quoted(name) + " must hold " + accepted + ", found " + found);
    }

    /**
     * Copies the values of a row group.
     *
     * @param content the whole file
     * @param chunk where they are in it
     * @param pages how many pages of the file have been read
     * @throws InputException if a value is not accepted, or the chunk is damaged
     */
    void add(byte[] content, ColumnMetaData chunk, AtomicInteger pages) {
        ParquetFault.guard(source, () -> {
            // Of the version of the writer the library wants to know which faults it has; null stands for all of them.
            Pages reader = new Pages(source, content, chunk, descriptor.getMaxDefinitionLevel(), pages);
            ColumnReader values = new ColumnReaderImpl(descriptor, reader, new PrimitiveConverter() {}, null);
            for (long i = 0; i < chunk.getNum_values(); i++) {
                add(values);
                values.consume();
            }
            return table;
        });
    }

    private void add(ColumnReader value) {
        boolean texts = table.holdsTexts(place);
        boolean missing = value.getCurrentDefinitionLevel() < descriptor.getMaxDefinitionLevel();
        if (missing && table.carries(place)) {
            table.addMissing(place);
            return;
        }
        if (missing) {
            throw table.fault(place, "is null; expected " + (texts ? "a text" : "a number"));
        }
        if (texts) {
            table.add(place, text(value.getBinary()));
        } else {
            table.add(place, number(value));
        }
    }

    private double number(ColumnReader value) {
        PrimitiveType type = descriptor.getPrimitiveType();
        boolean unsigned =
                type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation integer && !integer.isSigned();
        return switch (type.getPrimitiveTypeName()) {
            case DOUBLE -> value.getDouble();
            case FLOAT -> value.getFloat();
            case INT32 -> unsigned ? Integer.toUnsignedLong(value.getInteger()) : value.getInteger();
            case INT64 -> {
                long whole = value.getLong();
                // As an unsigned number, a negative one is larger than accepted.
                if (whole > LARGEST_EXACT || whole < (unsigned ? 0 : -LARGEST_EXACT)) {
                    throw table.fault(
                            place,
                            "must be at most 2^53 in size to be exact, found "
                                    + (unsigned ? Long.toUnsignedString(whole) : Long.toString(whole)));
                }
                yield whole;
            }
            case BINARY, BOOLEAN, FIXED_LEN_BYTE_ARRAY, INT96 ->
                throw new IllegalStateException("not accepted: " + type);
        };
    }

    private String text(Binary value) {
        // Before any room is taken for them.
        if (value.length() > LONGEST_TEXT) {
            throw table.fault(place, "has more characters than accepted (" + TableBounds.LONGEST_CELL + ")");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(value.toByteBuffer())
                    .toString();
        } catch (CharacterCodingException e) {
            throw table.fault(place, "is not text in UTF-8");
        }
    }
}
