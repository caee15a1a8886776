package io.github.spikesweep.trace;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.output.OutputFile;
import io.github.spikesweep.sweep.rows.RowTrace;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A local file for a trace, checked before anything is simulated. It is there complete or not at all. */
public final class TraceFile {
    private final OutputFile file;
    private final TraceFormat format;

    private TraceFile(OutputFile file, TraceFormat format) {
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
        TraceFormat format = Arrays.stream(TraceFormat.values())
                .filter(known -> name.endsWith(known.ending()))
                .findFirst()
                .orElseThrow(() -> new InputException(name + ": the format of a trace is told by the end of its name: "
                        + Arrays.stream(TraceFormat.values())
                                .map(TraceFormat::ending)
                                .collect(Collectors.joining(", "))));
        return new TraceFile(OutputFile.at(name, "a trace"), format);
    }

    /**
     * Writes the file.
     *
     * @param origin what the trace is of, by key, for formats that have a place for it
     */
    public void write(RowTrace trace, Map<String, String> origin) throws IOException {
        file.write(unfinished -> format.write(trace, origin, unfinished));
    }
}
