package io.github.spikesweep.trace;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.output.OutputFile;
import io.github.spikesweep.sweep.rows.RowTrace;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A local file for a trace, checked before anything is simulated. It appears only once it is complete. */
public final class TraceFile {
    /** File formats for traces, each with a column {@code t} and one for each variable. */
    private enum Format {
        PARQUET,
        CSV,
        ARROW;

        /** The end of such a file's name. */
        String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final OutputFile file;
    private final Format format;

    private TraceFile(OutputFile file, Format format) {
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
        Format format = Arrays.stream(Format.values())
                .filter(known -> name.endsWith(known.ending()))
                .findFirst()
                .orElseThrow(() -> new InputException(name + ": the name of a trace must end in one of "
                        + Arrays.stream(Format.values()).map(Format::ending).collect(Collectors.joining(", "))));
        return new TraceFile(OutputFile.at(name, "a trace"), format);
    }

    /**
     * Writes the file.
     *
     * @param origin what the trace belongs to, by key, for formats with metadata
     */
    public void write(RowTrace trace, Map<String, String> origin) throws IOException {
        file.write(unfinished -> {
            switch (format) {
                case PARQUET -> new ParquetTrace(trace, origin).write(unfinished);
                case CSV -> {
                    try (Writer out = Files.newBufferedWriter(unfinished)) {
                        CsvTrace.write(trace, out);
                    }
                }
                case ARROW -> new ArrowTrace(trace, origin).write(unfinished);
            }
        });
    }
}
