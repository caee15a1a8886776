package io.github.spikesweep.trace;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.output.OutputFile;
import io.github.spikesweep.sweep.rows.RowTrace;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Supplier;

/** A local file for a trace, checked before anything is simulated. It appears only once it is complete. */
public final class TraceFile {
    private final OutputFile file;
    private final TraceFormat format;

    private TraceFile(OutputFile file, TraceFormat format) {
        this.file = file;
        this.format = format;
    }

    /**
     * A file that does not exist yet.
     *
     * @throws InputException if it exists, or cannot be written
     */
    public static TraceFile create(String name) {
        TraceFile file = replace(name);
        if (file.file.exists()) {
            throw new InputException(name + " already exists; --overwrite replaces it");
        }
        return file;
    }

    /**
     * A file that replaces one of the same name, if there is one.
     *
     * @throws InputException if it cannot be written
     */
    public static TraceFile replace(String name) {
        TraceFormat format = TraceFormat.of(name)
                .orElseThrow(() ->
                        new InputException(name + ": the name of a trace must end in one of " + TraceFormat.endings()));
        return new TraceFile(OutputFile.at(name, "a trace"), format);
    }

    /**
     * Writes the file.
     *
     * @param origin what the trace belongs to, by key; asked for by formats with metadata
     */
    public void write(RowTrace trace, Supplier<Map<String, String>> origin) throws IOException {
        file.write(unfinished -> {
            switch (format) {
                case PARQUET -> new ParquetTrace(trace, origin.get()).write(unfinished);
                case CSV -> {
                    try (Writer out = Files.newBufferedWriter(unfinished)) {
                        CsvTrace.write(trace, out);
                    }
                }
                case ARROW -> new ArrowTrace(trace, origin.get()).write(unfinished);
            }
        });
    }
}
