package io.github.spikesweep.source;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.path.UserPath;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.reading.axis.FileSource;
import io.github.spikesweep.sweep.rows.SweepRows;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.function.IOSupplier;

/** Reads sweep files, and the files that they name. Local ones need no class of Hadoop. */
public final class SweepFiles {
    /** The largest file that a sweep may name, other than YAML. */
    private static final int LARGEST_OTHER = 64 << 20;

    private SweepFiles() {}

    /**
     * Reads a local sweep file without Hadoop.
     *
     * @throws InputException if the file cannot be read or is not a valid sweep
     */
    public static SweepRows read(SweepInput input) {
        InMemory memory = input.memory();
        Optional<Path> sweep = memory.text().isEmpty()
                ? Optional.of(new UserPath(input.path()).local())
                : memory.folder().map(folder -> new UserPath(folder + "x").local());
        return read(
                input,
                () -> memory.text().isPresent()
                        ? memory.text().get().getBytes(StandardCharsets.UTF_8)
                        : WholeFile.read(sweep.orElseThrow(), DocumentReader.LARGEST),
                named -> memory.table(named).isPresent()
                        ? memory.table(named).get()
                        : beside(sweep.orElseThrow(InMemory::nowhere), named),
                (folder, named) -> beside(new UserPath(folder).local().resolve("x"), named));
    }

    /**
     * What a local sweep file says.
     *
     * @param overrides texts {@code KEY=VALUE} that replace what the file says
     * @throws InputException if the file cannot be read or is not a valid sweep
     */
    public static SweepDefinition read(String path, List<String> overrides) {
        return read(SweepInput.of(path, overrides)).definition();
    }

    /**
     * Reads a sweep file from anywhere.
     *
     * @param sweep its content
     * @param beside finds files beside it
     * @param in finds files in a folder
     */
    static SweepRows read(SweepInput input, IOSupplier<byte[]> sweep, FileSource beside, NamedFileSource.InFolder in) {
        byte[] text;
        try {
            text = sweep.get();
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(input.path() + ": " + reason(e));
        }
        FileSource files = new NamedFileSource(beside, input.models(), in);
        return SweepReader.readRows(input.path(), text, files, input.overrides(), input.where(), input.ignored());
    }

    static int largest(String named) {
        return named.endsWith(".yaml") || named.endsWith(".yml") ? DocumentReader.LARGEST : LARGEST_OTHER;
    }

    private static byte[] beside(Path sweep, String named) throws IOException {
        return WholeFile.within(sibling(sweep, "."), sibling(sweep, named), largest(named));
    }

    private static Path sibling(Path sweep, String named) throws IOException {
        try {
            Path found = sweep.resolveSibling(named);
            if (found.isAbsolute() != sweep.isAbsolute()) {
                throw NamedFileSource.elsewhere(); // as C:x is on Windows
            }
            return found;
        } catch (InvalidPathException e) {
            throw new IOException(e.getReason(), e);
        }
    }

    static String reason(Exception e) {
        if (e instanceof AccessDeniedException || String.valueOf(e.getMessage()).contains("Permission denied")) {
            return "cannot be read: permission denied";
        }
        if (e instanceof FileNotFoundException || e instanceof NoSuchFileException) {
            return "no such file";
        }
        String message = e instanceof FileSystemException fault && fault.getReason() != null
                ? fault.getReason()
                : e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
