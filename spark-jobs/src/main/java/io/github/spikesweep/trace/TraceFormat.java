package io.github.spikesweep.trace;

import io.github.spikesweep.sweep.rows.RowTrace;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A format of files for traces: a column {@code t} and one for each variable. */
enum TraceFormat {
    PARQUET(".parquet") {
        @Override
        void write(RowTrace trace, Map<String, String> origin, Path file) throws IOException {
            new ParquetTrace(trace, origin).write(file);
        }
    },
    CSV(".csv") {
        @Override
        void write(RowTrace trace, Map<String, String> origin, Path file) throws IOException {
            try (Writer out = Files.newBufferedWriter(file)) {
                CsvTrace.write(trace, out);
            }
        }
    },
    ARROW(".arrow") {
        @Override
        void write(RowTrace trace, Map<String, String> origin, Path file) throws IOException {
            new ArrowTrace(trace, origin).write(file);
        }
    };

    private final String ending;

    TraceFormat(String ending) {
        this.ending = ending;
    }

    /** How the names of such files end. */
    String ending() {
        return ending;
    }

    /** Writes a new file. */
    abstract void write(RowTrace trace, Map<String, String> origin, Path file) throws IOException;
}
