package io.github.spikesweep.source;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.path.HadoopPath;
import io.github.spikesweep.sweep.rows.SweepRows;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Reads sweep files, and the files that they name, from any of Hadoop's file systems. */
public final class HadoopSweepFiles {
    private HadoopSweepFiles() {}

    /**
     * Reads a sweep file. A path without a scheme is one of the default file system, which is the local one unless configured.
     *
     * @throws InputException if the file cannot be read or is not a valid sweep
     */
    public static SweepRows read(SweepInput input, Configuration hadoop) {
        return SweepFiles.read(
                input,
                () -> read(HadoopPath.of(input.path()), DocumentReader.LARGEST, hadoop),
                named -> beside(HadoopPath.of(input.path()), named, hadoop),
                (folder, named) -> within(HadoopPath.of(folder), named, hadoop));
    }

    private static byte[] beside(Path sweep, String named, Configuration hadoop) throws IOException {
        Path folder = sweep.getParent();
        return within(folder == null ? HadoopPath.of(".") : folder, named, hadoop);
    }

    private static byte[] within(Path folder, String named, Configuration hadoop) throws IOException {
        Path file = HadoopPath.in(folder, named);
        int most = SweepFiles.largest(named);
        return file.getFileSystem(hadoop) instanceof LocalFileSystem local
                ? WholeFile.within(
                        local.pathToFile(folder).toPath(),
                        local.pathToFile(file).toPath(),
                        most)
                : read(file, most, hadoop);
    }

    private static byte[] read(Path file, int most, Configuration hadoop) throws IOException {
        FileSystem files = file.getFileSystem(hadoop);
        if (files instanceof LocalFileSystem local) {
            return WholeFile.read(local.pathToFile(file).toPath(), most);
        }
        FileStatus status = files.getFileStatus(file);
        if (status.isDirectory()) {
            throw WholeFile.directory();
        }
        return WholeFile.read(() -> files.open(file), status.getLen(), most);
    }
}
