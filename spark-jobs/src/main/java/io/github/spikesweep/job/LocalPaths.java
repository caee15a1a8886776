package io.github.spikesweep.job;

import java.util.List;

/** Which paths are certainly files of this machine. Hadoop would tell of all paths, but takes a second to start. */
final class LocalPaths {
    /** The settings of Spark that make paths without a scheme those of another file system. */
    private static final List<String> ELSEWHERE =
            List.of("SPARK_SUBMIT", "spark.hadoop.fs.defaultFS", "spark.hadoop.fs.default.name");

    private LocalPaths() {}

    static boolean contain(String path) {
        boolean configured = ELSEWHERE.stream().anyMatch(setting -> System.getProperty(setting) != null)
                || LocalPaths.class.getClassLoader().getResource("core-site.xml") != null;
        return !configured && !path.contains(":");
    }
}
