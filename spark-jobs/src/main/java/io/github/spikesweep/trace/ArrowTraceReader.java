package io.github.spikesweep.trace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.types.pojo.Field;

/** Reads traces from Arrow IPC files. */
final class ArrowTraceReader {
    private ArrowTraceReader() {}

    static void read(String name, Path file, TraceSink sink) throws IOException {
        try (RootAllocator allocator = new RootAllocator();
                FileChannel in = FileChannel.open(file);
                ArrowFileReader reader = new ArrowFileReader(in, allocator)) {
            VectorSchemaRoot batch = reader.getVectorSchemaRoot();
            TraceRows rows = new TraceRows(name, columns(batch), sink);
            List<Float8Vector> vectors = vectors(batch, rows);
            double[] row = new double[vectors.size()];
            long at = 0;
            while (reader.loadNextBatch()) {
                for (int k = 0; k < batch.getRowCount(); k++) {
                    for (int column = 0; column < row.length; column++) {
                        Float8Vector vector = vectors.get(column);
                        row[column] = vector.isNull(k) ? Double.NaN : vector.get(k);
                    }
                    at++;
                    rows.add("row " + at, row);
                }
            }
        }
    }

    private static List<TraceColumn> columns(VectorSchemaRoot batch) {
        return batch.getSchema().getFields().stream()
                .map(field -> new TraceColumn(
                        field.getName(),
                        Optional.ofNullable(field.getMetadata()).orElse(Map.of())))
                .toList();
    }

    private static List<Float8Vector> vectors(VectorSchemaRoot batch, TraceRows rows) {
        List<Float8Vector> vectors = new ArrayList<>();
        for (Field field : batch.getSchema().getFields()) {
            if (!(batch.getVector(field) instanceof Float8Vector numbers)) {
                throw rows.notATrace("its column '" + field.getName() + "' does not have numbers of type double");
            }
            vectors.add(numbers);
        }
        return vectors;
    }
}
