package io.github.spikesweep.points;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.table.Header;
import io.github.spikesweep.table.PointTable;
import io.github.spikesweep.table.TableBuilder;
import io.github.spikesweep.table.TableFormat;
import io.github.spikesweep.table.TableRequest;
import java.util.List;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;

/**
 * Arrow's IPC format, as a file or as a stream: columns of floats and integers as numbers, of strings as texts, without nulls. A
 * position is the number of a row and that of a column, both from 1.
 */
public final class ArrowFormat implements TableFormat {
    @Override
    public List<String> suffixes() {
        return List.of(".arrow");
    }

    @Override
    public PointTable read(String source, byte[] content, TableRequest request) {
        return ArrowFault.guard(source, () -> table(source, new ArrowMessages(content), request));
    }

    private static PointTable table(String source, ArrowMessages messages, TableRequest request) {
        ArrowFault.require(
                messages.next() && messages.type() == MessageHeader.Schema, "it does not begin with a schema");
        List<ArrowField> fields = ArrowField.of(messages.schema());
        Header header = new Header(Position.startOf(source));
        for (ArrowField field : fields) {
            header.add(field.name(), new Position(source, 1, field.number() + 1));
        }
        List<String> wanted = request.wanted(header);
        RowPlaces places = new RowPlaces(wanted.stream().map(header::position).toList());
        TableBuilder table = new TableBuilder(
                wanted,
                name -> request.kind(
                        name, text -> field(fields, header.position(text)).isText()),
                places);
        List<ArrowPoints> columns = wanted.stream()
                .map(name -> ArrowPoints.of(
                        field(fields, header.position(name)),
                        header.position(name),
                        table,
                        wanted.indexOf(name),
                        request.hint()))
                .toList();
        while (messages.next()) {
            if (messages.type() == MessageHeader.RecordBatch) {
                RecordBatch batch = messages.batch();
                if (batch.compression() != null) {
                    throw new InputException(source + ": is compressed; write it without compression");
                }
                columns.forEach(column -> column.add(batch, messages.body()));
            }
        }
        return table.build();
    }

    private static ArrowField field(List<ArrowField> fields, Position header) {
        return fields.get(header.column() - 1);
    }
}
