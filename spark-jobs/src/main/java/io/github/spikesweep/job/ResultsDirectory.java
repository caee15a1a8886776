package io.github.spikesweep.job;

import io.github.spikesweep.document.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A directory of results: Parquet files, and the {@linkplain RunRecord record} of the run that wrote them. Nothing else in it
 * is ever deleted.
 */
final class ResultsDirectory {
    /** The file that makes a directory one of results. */
    static final String RECORD = "_spikesweep.json";

    private static final String UNFINISHED = "_temporary";
    private static final List<String> OURS = List.of(RECORD, UNFINISHED, "_SUCCESS");

    private final String name;
    private final Path path;
    private final FileSystem files;

    private ResultsDirectory(String name, Path path, FileSystem files) {
        this.name = name;
        this.path = path;
        this.files = files;
    }

    /** @param name a local path or a URI */
    static ResultsDirectory at(String name, Configuration hadoop) {
        try {
            Path path = new Path(name);
            FileSystem files = path.getFileSystem(hadoop);
            if (files instanceof LocalFileSystem) {
                // Otherwise a hidden .crc file stands beside every file.
                files.setWriteChecksum(false);
            }
            return new ResultsDirectory(name, files.makeQualified(path), files);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(name + ": " + e.getMessage());
        }
    }

    /** As the user calls it. */
    String name() {
        return name;
    }

    Path path() {
        return path;
    }

    /** Checks, writing nothing, that results can go here. */
    void check(RunRequest.Existing existing) {
        try {
            if (!files.exists(path)) {
                checkParent();
                return;
            }
            if (!files.getFileStatus(path).isDirectory()) {
                throw new InputException(name + " is a file; results need a directory");
            }
            checkWritable(path);
            checkEntries(existing);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void checkEntries(RunRequest.Existing existing) throws IOException {
        FileStatus[] entries = files.listStatus(path);
        List<String> names =
                Arrays.stream(entries).map(entry -> entry.getPath().getName()).toList();
        Optional<String> foreign = Arrays.stream(entries)
                .filter(entry -> !isOurs(entry))
                .map(entry -> entry.getPath().getName())
                .findFirst();
        if (foreign.isPresent() && !names.contains(RECORD)) {
            throw new InputException(name + " holds other files, such as " + foreign.get()
                    + "; results need a new directory or one of earlier results");
        }
        if (!names.isEmpty() && existing == RunRequest.Existing.REFUSE) {
            boolean ended = names.stream().anyMatch(file -> file.endsWith(".parquet"));
            throw new InputException(name
                    + (ended
                            ? " holds results already; --overwrite replaces them"
                            : " holds a run that has not ended; --overwrite replaces it"));
        }
    }

    /** The nearest folder that is there must be one, and writable where this can be told without writing. */
    private void checkParent() throws IOException {
        Path parent = path.getParent();
        while (parent != null && !files.exists(parent)) {
            parent = parent.getParent();
        }
        if (parent != null && !files.getFileStatus(parent).isDirectory()) {
            throw new InputException(name + ": " + shown(parent) + " is a file, not a directory");
        }
        if (parent != null) {
            checkWritable(parent);
        }
    }

    private void checkWritable(Path directory) {
        if (files instanceof LocalFileSystem local
                && !Files.isWritable(local.pathToFile(directory).toPath())) {
            throw new InputException(name + " cannot be written: no permission to write to " + shown(directory));
        }
    }

    private static String shown(Path directory) {
        return directory.toUri().getPath();
    }

    /**
     * Deletes earlier results and writes the record of a run that has begun.
     *
     * @param record its text
     */
    void begin(byte[] record) {
        try {
            files.mkdirs(path);
            deleteResults();
            write(record);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Replaces the record. */
    void write(byte[] record) throws IOException {
        try (OutputStream out = files.create(new Path(path, RECORD), true)) {
            out.write(record);
        }
    }

    /** Takes back what has been written since {@link #begin}, after a run that failed. */
    void abandon() throws IOException {
        deleteResults();
        if (files.listStatus(path).length == 0) {
            files.delete(path, false);
        }
    }

    private void deleteResults() throws IOException {
        for (FileStatus entry : files.listStatus(path)) {
            if (isOurs(entry)) {
                files.delete(entry.getPath(), entry.isDirectory());
            }
        }
    }

    private static boolean isOurs(FileStatus entry) {
        String file = entry.getPath().getName();
        boolean checksum = file.startsWith(".") && file.endsWith(".crc");
        String of = checksum ? file.substring(1, file.length() - ".crc".length()) : file;
        return OURS.contains(of) || (entry.isFile() && of.endsWith(".parquet"));
    }

    private InputException unwritable(IOException e) {
        String reason = e.getMessage() == null ? e.toString() : e.getMessage();
        return new InputException(
                name + " cannot be written: " + reason.lines().findFirst().orElse(""));
    }
}
