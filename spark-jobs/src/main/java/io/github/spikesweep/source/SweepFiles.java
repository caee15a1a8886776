package io.github.spikesweep.source;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.SweepReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
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
        byte[] text;
        Path file;
        try {
            file = new Path(path);
            text = bytes(file, hadoop);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(path + ": " + reason(e));
        }
        return SweepReader.read(path, text, named -> named(file, named, hadoop), overrides);
    }

    /** A file that a sweep names: only from the sweep's folder and those in it, whoever wrote the sweep. */
    private static byte[] named(Path sweep, String named, Configuration hadoop) throws IOException {
        boolean climbs = Arrays.asList(named.split("/", -1)).contains("..");
        if (climbs || named.startsWith("/") || named.contains(":") || named.contains("\\")) {
            throw new IOException("must be a path within the folder of the sweep file");
        }
        Path folder = sweep.getParent();
        return bytes(folder == null ? new Path(named) : new Path(folder, named), hadoop);
    }

    private static byte[] bytes(Path file, Configuration hadoop) throws IOException {
        FileSystem files = file.getFileSystem(hadoop);
        FileStatus status = files.getFileStatus(file);
        if (status.isDirectory()) {
            throw new IOException("is a directory");
        }
        if (status.getLen() > MOST_BYTES) {
            throw new IOException("larger than " + (MOST_BYTES >> 20) + " MB");
        }
        try (InputStream in = files.open(file)) {
            return in.readNBytes(MOST_BYTES);
        }
    }

    private static String reason(Exception e) {
        if (e instanceof FileNotFoundException) {
            boolean denied = String.valueOf(e.getMessage()).contains("Permission denied");
            return denied ? "cannot be read: permission denied" : "no such file";
        }
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("");
    }
}
