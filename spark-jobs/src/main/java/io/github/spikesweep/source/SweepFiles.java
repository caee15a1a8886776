package io.github.spikesweep.source;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.path.HadoopPath;
import io.github.spikesweep.path.UserPath;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.reading.axis.FileSource;
import io.github.spikesweep.sweep.rows.SweepRows;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.function.IOSupplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Reads sweep files, and the files that they name, from any of Hadoop's file systems. */
public final class SweepFiles {
    /** The largest file that a sweep may name, other than YAML. */
    private static final int LARGEST_OTHER = 64 << 20;

    private SweepFiles() {}

    /**
     * Reads a sweep file.
     *
     * @param path a local path or a URI such as {@code s3a://bucket/scan.yaml}; without a scheme, a path of Hadoop's default
     *     file system, which is the local one unless configured
     * @param overrides texts {@code KEY=VALUE} that replace what the file says
     * @param where a condition that chooses among its rows
     * @throws InputException if the file cannot be read or is not a valid sweep
     */
    public static SweepRows read(String path, List<String> overrides, Optional<String> where, Configuration hadoop) {
        return read(
                path,
                overrides,
                where,
                () -> WholeFile.read(HadoopPath.of(path), DocumentReader.LARGEST, hadoop),
                named -> WholeFile.read(sibling(HadoopPath.of(path), named), largest(named), hadoop));
    }

    /**
     * Reads a local sweep file without Hadoop.
     *
     * @throws InputException if the file cannot be read or is not a valid sweep
     */
    public static SweepDefinition read(String path, List<String> overrides) {
        return read(path, overrides, Optional.empty()).definition();
    }

    /**
     * Reads a local sweep file without Hadoop, and which of its rows a condition chooses.
     *
     * @throws InputException if the file cannot be read or is not a valid sweep
     */
    public static SweepRows read(String path, List<String> overrides, Optional<String> where) {
        java.nio.file.Path sweep = new UserPath(path).local();
        return read(
                path,
                overrides,
                where,
                () -> WholeFile.read(sweep, DocumentReader.LARGEST),
                named -> WholeFile.read(sibling(sweep, named), largest(named)));
    }

    private static SweepRows read(
            String path, List<String> overrides, Optional<String> where, IOSupplier<byte[]> sweep, FileSource beside) {
        byte[] text;
        try {
            text = sweep.get();
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(path + ": " + reason(e));
        }
        return SweepReader.readRows(path, text, named -> content(named, beside), overrides, where);
    }

    /** A file that a sweep names. It must be in the sweep's folder or below, since sweep files are untrusted. */
    private static byte[] content(String named, FileSource beside) throws IOException {
        boolean climbs = Arrays.asList(named.split("/", -1)).contains("..");
        if (climbs || named.startsWith("/") || named.contains("\\") || new UserPath(named).isUri()) {
            throw elsewhere();
        }
        try {
            return beside.read(named);
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            throw new IOException(reason(e), e); // without the path, which may be very long
        }
    }

    private static IOException elsewhere() {
        return new IOException("must be a path within the folder of the sweep file");
    }

    private static int largest(String named) {
        return named.endsWith(".yaml") || named.endsWith(".yml") ? DocumentReader.LARGEST : LARGEST_OTHER;
    }

    private static Path sibling(Path sweep, String named) {
        Path folder = sweep.getParent();
        return folder == null ? HadoopPath.of(named) : HadoopPath.in(folder, named);
    }

    private static java.nio.file.Path sibling(java.nio.file.Path sweep, String named) throws IOException {
        try {
            java.nio.file.Path found = sweep.resolveSibling(named);
            if (found.isAbsolute() != sweep.isAbsolute()) {
                throw elsewhere(); // as C:x is on Windows
            }
            return found;
        } catch (InvalidPathException e) {
            throw new IOException(e.getReason(), e);
        }
    }

    private static String reason(Exception e) {
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
