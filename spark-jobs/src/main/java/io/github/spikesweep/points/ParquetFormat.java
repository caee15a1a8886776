package io.github.spikesweep.points;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.table.Header;
import io.github.spikesweep.table.PointTable;
import io.github.spikesweep.table.TableBounds;
import io.github.spikesweep.table.TableBuilder;
import io.github.spikesweep.table.TableFormat;
import io.github.spikesweep.table.TableRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.SchemaElement;

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
        Footer footer = ParquetFault.guard(source, () -> Footer.read(source, content));
        List<SchemaElement> columns = ParquetFault.guard(source, footer::columns);
        Header header = header(source, columns);
        List<String> wanted = request.wanted(header);
        RowPlaces places = new RowPlaces(wanted.stream().map(header::position).toList());
        TableBounds.checkRows(header.start(), ParquetFault.guard(source, footer::rows), wanted.size());

        TableBuilder table = new TableBuilder(
                wanted,
                name -> request.kind(
                        name,
                        text -> PointColumn.holdsTexts(
                                columns.get(header.position(text).column() - 1))),
                places);
        List<PointColumn> found = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Position position = places.header(i);
            found.add(PointColumn.of(columns.get(position.column() - 1), position, table, i, request.hint()));
        }
        List<List<ColumnMetaData>> chunks = ParquetFault.guard(source, () -> footer.chunks(wanted));
        AtomicInteger pages = new AtomicInteger();
        for (int i = 0; i < wanted.size(); i++) {
            for (ColumnMetaData chunk : chunks.get(i)) {
                found.get(i).add(content, chunk, pages);
            }
        }
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
}
