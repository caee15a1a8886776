package io.github.spikesweep.source;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.FileSource;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.SweepReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads sweep files, and the files they name, from any file system that Hadoop knows. */
public final class SweepFiles {
    private static final int MOST_BYTES = 64 << 20;

    private SweepFiles() {}

    /**
     * Reads a sweep file.
     *
     * @param path a local path or a URI such as {@code s3a://bucket/scan.yaml}; without a scheme, a path of Hadoop's default
     *     file system, which is the local one unless configured
     * @param overrides texts {@code KEY=VALUE} that replace what the file says
     * @throws InputException if the file cannot be read or is not a valid sweep
     */
    public static SweepDefinition read(String path, List<String> overrides, Configuration hadoop) {
        return read(
                path,
                overrides,
                () -> bytes(new Path(path), hadoop),
                named -> bytes(sibling(new Path(path), named), hadoop));
    }

    /**
     * Reads a sweep file of this machine, without Hadoop.
     *
     * @throws InputException if the file cannot be read or is not a valid sweep
     */
    public static SweepDefinition read(String path, List<String> overrides) {
        return read(
                path,
                overrides,
                () -> bytes(java.nio.file.Path.of(path)),
                named -> bytes(java.nio.file.Path.of(path).resolveSibling(named)));
    }

    private static SweepDefinition read(String path, List<String> overrides, Content sweep, FileSource beside) {
        byte[] text;
        try {
            text = sweep.read();
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(path + ": " + reason(e));
        }
        return SweepReader.read(path, text, named -> beside.read(within(named)), overrides);
    }

    /** The content of a file. */
    @FunctionalInterface
    private interface Content {
        byte[] read() throws IOException;
    }

    /** A file that a sweep names: only from the sweep's folder and those in it, whoever wrote the sweep. */
    private static String within(String named) throws IOException {
        boolean climbs = Arrays.asList(named.split("/", -1)).contains("..");
        if (climbs || named.startsWith("/") || named.contains(":") || named.contains("\\")) {
            throw new IOException("must be a path within the folder of the sweep file");
        }
        return named;
    }

    private static Path sibling(Path sweep, String named) {
        Path folder = sweep.getParent();
        return folder == null ? new Path(named) : new Path(folder, named);
    }

    private static byte[] bytes(java.nio.file.Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw directory();
        }
        checkSize(Files.size(file));
        return Files.readAllBytes(file);
    }

    private static byte[] bytes(Path file, Configuration hadoop) throws IOException {
        FileSystem files = file.getFileSystem(hadoop);
        FileStatus status = files.getFileStatus(file);
        if (status.isDirectory()) {
            throw directory();
        }
        checkSize(status.getLen());
        try (InputStream in = files.open(file)) {
            return in.readNBytes(MOST_BYTES);
        }
    }

    /** What is read whole has to fit into memory. */
    private static void checkSize(long bytes) throws IOException {
        if (bytes > MOST_BYTES) {
            throw new IOException("larger than " + (MOST_BYTES >> 20) + " MB");
        }
    }

    private static IOException directory() {
        return new IOException("is a directory");
    }

    private static String reason(Exception e) {
        if (e instanceof AccessDeniedException || String.valueOf(e.getMessage()).contains("Permission denied")) {
            return "cannot be read: permission denied";
        }
        if (e instanceof FileNotFoundException || e instanceof NoSuchFileException) {
            return "no such file";
        }
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("");
    }
}
