package io.github.spikesweep.job;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.folder.HadoopFolder;
import io.github.spikesweep.folder.LocalFolder;
import io.github.spikesweep.path.UserPath;
import io.github.spikesweep.source.HadoopSweepFiles;
import io.github.spikesweep.source.SweepFiles;
import io.github.spikesweep.source.SweepInput;
import io.github.spikesweep.sweep.rows.SweepRows;
import io.github.spikesweep.wave.spark.Session;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds out which paths are certainly local files. Hadoop could tell for all paths, but takes a second to start. */
public final class LocalPaths {
    /** Spark's settings that put paths without a scheme on another file system. */
    private static final List<String> ELSEWHERE =
            List.of("SPARK_SUBMIT", "spark.hadoop.fs.defaultFS", "spark.hadoop.fs.default.name");

    private LocalPaths() {}

    /**
     * Reads a sweep file, without Hadoop if it is certainly a local file.
     *
     * @param master Spark's master, if the user gave one
     */
    static SweepRows read(SweepInput sweep, Optional<String> master) {
        return contain(sweep.path()) && sweep.models().stream().allMatch(LocalPaths::contain)
                ? SweepFiles.read(sweep)
                : HadoopSweepFiles.read(sweep, Session.fileSystems(Session.settings(master)));
    }

    /**
     * A folder that a user named, without Hadoop if it is certainly a local one.
     *
     * @param master Spark's master, if the user gave one
     */
    public static Folder folder(String name, Optional<String> master) {
        try {
            return contain(name)
                    ? new LocalFolder(new UserPath(name).local())
                    : HadoopFolder.at(name, Session.fileSystems(Session.settings(master)));
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(name + ": " + e.getMessage());
        }
    }

    private static boolean contain(String path) {
        boolean configured = ELSEWHERE.stream().anyMatch(setting -> System.getProperty(setting) != null)
                || LocalPaths.class.getClassLoader().getResource("core-site.xml") != null;
        return !configured && !new UserPath(path).isUri();
    }
}
