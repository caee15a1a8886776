package io.github.spikesweep.trace;

import io.github.spikesweep.sweep.rows.RowTrace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.ArrowWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** Writes a trace in Arrow's IPC format, uncompressed: as a file, which readers can map into memory, or as a stream. */
public final class ArrowTrace {
    private static final int BATCH = 1 << 16;

    private final RowTrace trace;
    private final Schema schema;

    /** @param origin what the trace belongs to, by key */
    public ArrowTrace(RowTrace trace, Map<String, String> origin) {
        this.trace = trace;
        this.schema = schema(TraceColumn.of(trace), origin);
    }

    /** The columns, with their units. */
    static Schema schema(List<TraceColumn> columns, Map<String, String> origin) {
        return new Schema(columns.stream().map(ArrowTrace::field).toList(), origin);
    }

    private static Field field(TraceColumn column) {
        ArrowType number = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
        return new Field(column.name(), new FieldType(false, number, null, column.metadata()), List.of());
    }

    void write(Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(batch -> new ArrowFileWriter(batch, null, out));
        }
    }

    /** Writes it as a stream. */
    public void write(OutputStream out) throws IOException {
        write(batch -> new ArrowStreamWriter(batch, null, out));
    }

    private void write(Function<VectorSchemaRoot, ArrowWriter> opening) throws IOException {
        try (BufferAllocator allocator = new RootAllocator();
                VectorSchemaRoot batch = VectorSchemaRoot.create(schema, allocator);
                ArrowWriter writer = opening.apply(batch)) {
            writer.start();
            for (int from = 0; from < trace.size(); from += BATCH) {
                fill(batch, from, Math.min(BATCH, trace.size() - from));
                writer.writeBatch();
            }
            writer.end();
        }
    }

    private void fill(VectorSchemaRoot batch, int from, int rows) {
        for (int column = 0; column < schema.getFields().size(); column++) {
            Float8Vector vector = (Float8Vector) batch.getVector(column);
            vector.allocateNew(rows);
            for (int row = 0; row < rows; row++) {
                vector.set(row, column == 0 ? trace.time(from + row) : trace.value(column - 1, from + row));
            }
        }
        batch.setRowCount(rows);
    }
}
