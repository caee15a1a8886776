package io.github.spikesweep.columnar;

import io.github.spikesweep.sweep.output.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Schema;

/** The rows of a sweep's table as a stream of Arrow's IPC format, with the columns that readers of the files find there. */
public final class TableStream implements RowSink {
    private final Schema schema;
    private final WriteChannel out;

    /**
     * Writes the columns.
     *
     * @param out is not closed
     */
    public TableStream(OutputStream out, List<Column> columns) throws IOException {
        this.schema = ArrowColumns.schema(columns, Map.of());
        this.out = new WriteChannel(Channels.newChannel(out));
        MessageSerializer.serialize(this.out, schema);
    }

    @Override
    public void write(RowVectors rows) throws IOException {
        VectorSchemaRoot batch = new VectorSchemaRoot(schema.getFields(), rows.vectors(), rows.rows());
        try (ArrowRecordBatch message = new VectorUnloader(batch).getRecordBatch()) {
            MessageSerializer.serialize(out, message);
        }
    }

    @Override
    public void complete() {
        // There may be rows of other parts.
    }

    /** Writes that no rows follow. */
    public void end() throws IOException {
        ArrowStreamWriter.writeEndOfStream(out, IpcOption.DEFAULT);
    }

    @Override
    public void close() {
        // The rows belong to others.
    }
}
