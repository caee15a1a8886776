package io.github.spikesweep.trace;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.RowTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A local file for a trace, checked before anything is simulated. It is there complete or not at all. */
public final class TraceFile {
    private final Path path;
    private final TraceFormat format;

    private TraceFile(Path path, TraceFormat format) {
        this.path = path;
        this.format = format;
    }

    /**
     * A file that is not there yet.
     *
     * @throws InputException if there is one, or none can be written
     */
    public static TraceFile create(String name) {
        TraceFile file = replace(name);
        if (Files.exists(file.path)) {
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
        Path path;
        try {
            path = Path.of(name).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new InputException(name + ": " + e.getReason());
        }
        TraceFormat format = Arrays.stream(TraceFormat.values())
                .filter(known -> name.endsWith(known.ending()))
                .findFirst()
                .orElseThrow(() -> new InputException(name + ": the format of a trace is told by the end of its name: "
                        + Arrays.stream(TraceFormat.values())
                                .map(TraceFormat::ending)
                                .collect(Collectors.joining(", "))));
        if (Files.isDirectory(path)) {
            throw new InputException(name + " is a directory; a trace is one file");
        }
        Path folder = path.getParent();
        if (!Files.isDirectory(folder)) {
            throw new InputException(name + ": there is no directory " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new InputException(name + " cannot be written: no permission to write to " + folder);
        }
        return new TraceFile(path, format);
    }

    /**
     * Writes the file.
     *
     * @param origin what the trace is of, by key, for formats that have a place for it
     */
    public void write(RowTrace trace, Map<String, String> origin) throws IOException {
        Path unfinished = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID());
        try {
            format.write(trace, origin, unfinished);
            Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
