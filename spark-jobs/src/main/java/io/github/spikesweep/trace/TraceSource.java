package io.github.spikesweep.trace;

import io.github.spikesweep.document.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A local file with a trace, as {@link TraceFile} writes it. It is read once through, in little memory. */
public final class TraceSource {
    private final String name;
    private final Path path;
    private final TraceFormat format;

    private TraceSource(String name, Path path, TraceFormat format) {
        this.name = name;
        this.path = path;
        this.format = format;
    }

    /**
     * The file of that name; empty if the name is not that of a file or of a trace, but perhaps of a directory.
     *
     * @throws InputException if it is that of a trace that does not exist, or of a file of another kind
     */
    public static Optional<TraceSource> at(String name) {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (Files.isDirectory(path)) {
            return Optional.empty();
        }
        Optional<TraceFormat> format = TraceFormat.of(name);
        if (Files.exists(path)) {
            return Optional.of(new TraceSource(
                    name,
                    path,
                    format.orElseThrow(
                            () -> new InputException(name + " is a file, and not a trace, whose name ends in "
                                    + TraceFormat.endings() + "; results are in a directory"))));
        }
        if (format.isPresent() && !name.contains("://")) {
            throw new InputException("there is no file " + name);
        }
        return Optional.empty();
    }

    /** The name that the user gave. */
    public String name() {
        return name;
    }

    /** The name of the file, without its folder and its ending. */
    public String title() {
        String file = path.getFileName().toString();
        return file.substring(0, file.length() - format.ending().length());
    }

    /** The name of a file beside it with another ending. */
    public String beside(String ending) {
        return name.substring(0, name.length() - format.ending().length()) + ending;
    }

    /**
     * Reads it.
     *
     * @throws InputException if it is not a trace
     */
    public void read(TraceSink sink) throws IOException {
        try {
            switch (format) {
                case PARQUET -> ParquetTraceReader.read(name, path, sink);
                case CSV -> CsvTraceReader.read(name, path, sink);
                case ARROW -> ArrowTraceReader.read(name, path, sink);
            }
        } catch (InputException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new InputException("%s cannot be read as %s: %s"
                    .formatted(name, format.ending().substring(1), reason(e)));
        }
    }

    private static String reason(Exception e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return message.lines().findFirst().orElse(e.getClass().getSimpleName());
    }
}
