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

/** A local file for a trace, checked before anything is simulated. It is there complete or not at all. */
public final class TraceFile {
    /** Each with a column {@code t} and one for each variable. */
    private enum Format {
        PARQUET,
        CSV,
        ARROW;

        /** How the names of such files end. */
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
     * A file that is not there yet.
     *
     * @throws InputException if there is one, or none can be written
     */
    public static TraceFile create(String name) {
        TraceFile file = replace(name);
        if (file.file.exists()) {
            throw new InputException(name + " is there already; --overwrite replaces it");
        }
        return file;
    }

    /**
     * A file that replaces one of the same name, if there is one.
     *
     * @throws InputException if none can be written
     */
    public static TraceFile replace(String name) {
        Format format = Arrays.stream(Format.values())
                .filter(known -> name.endsWith(known.ending()))
                .findFirst()
                .orElseThrow(() -> new InputException(name + ": the format of a trace is told by the end of its name: "
                        + Arrays.stream(Format.values()).map(Format::ending).collect(Collectors.joining(", "))));
        return new TraceFile(OutputFile.at(name, "a trace"), format);
    }

    /**
     * Writes the file.
     *
     * @param origin what the trace is of, by key, for formats that have a place for it
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
