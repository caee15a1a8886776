package io.github.spikesweep.points;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.table.Header;
import io.github.spikesweep.table.PointTable;
import io.github.spikesweep.table.TableBounds;
import io.github.spikesweep.table.TableBuilder;
import io.github.spikesweep.table.TableFormat;
import io.github.spikesweep.table.TableRequest;
import java.util.List;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Parquet: columns of doubles, floats and integers as numbers, of strings as texts, without nulls. A position is the number of a
 * row and that of a column, both from 1.
 */
public final class ParquetFormat implements TableFormat {
    @Override
    public List<String> suffixes() {
        return List.of(".parquet");
    }

    @Override
    public PointTable read(String source, byte[] content, TableRequest request) {
        Footer footer = Footer.read(source, content);
        List<SchemaElement> columns = footer.columns();
        Header header = header(source, columns);
        List<String> wanted = request.wanted(header);
        RowPlaces places = new RowPlaces(wanted.stream().map(header::position).toList());
        TableBounds.checkRows(header.start(), rows(source, footer), wanted.size());

        List<SchemaElement> wantedColumns = wanted.stream()
                .map(name -> columns.get(header.position(name).column() - 1))
                .toList();
        wantedColumns.forEach(column -> ColumnTypes.checkFlat(column, header.position(column.getName())));
        ParquetMetadata metadata = WantedChunks.of(source, footer, wantedColumns);
        checkTypes(metadata.getFileMetaData().getSchema(), request, header);
        new PageScan(source, content, footer.start()).check(metadata);

        TableBuilder table = new TableBuilder(wanted, request.texts(), places);
        ParquetFault.guard(source, () -> new ColumnPages(content, metadata).readInto(table));
        return table.build();
    }

    private static Header header(String source, List<SchemaElement> columns) {
        Header header = new Header(Position.startOf(source));
        if (columns.isEmpty()) {
            throw new InputException(source + ": has no columns");
        }
        for (int column = 0; column < columns.size(); column++) {
            header.add(columns.get(column).getName(), new Position(source, 1, column + 1));
        }
        return header;
    }

    /** How many rows there are; if they are more than a table may have, then at least one more. */
    private static long rows(String source, Footer footer) {
        long rows = 0;
        for (RowGroup group : footer.rowGroups()) {
            if (group.getNum_rows() < 0) {
                throw ParquetFault.broken(source, "a row group has " + group.getNum_rows() + " rows");
            }
            rows += Math.min(group.getNum_rows(), TableBounds.MOST_ROWS + 1L);
        }
        return rows;
    }

    private static void checkTypes(MessageType schema, TableRequest request, Header header) {
        for (int column = 0; column < schema.getFieldCount(); column++) {
            PrimitiveType type = schema.getType(column).asPrimitiveType();
            Position position = header.position(type.getName());
            if (request.texts().contains(type.getName())) {
                ColumnTypes.checkTexts(type, position);
            } else {
                ColumnTypes.checkNumbers(type, position);
            }
        }
    }
}
