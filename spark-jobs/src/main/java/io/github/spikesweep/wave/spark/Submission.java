package io.github.spikesweep.wave.spark;

import java.util.List;

/** Whether spark-submit has started this program. Loads no class of Spark. */
public final class Submission {
    /** Set by spark-submit, and where it starts the driver on a cluster; the last also by a user. */
    private static final List<String> SIGNS = List.of("SPARK_SUBMIT", "spark.submit.deployMode", "spark.master");

    private Submission() {}

    /** Whether it has, or the user has set Spark's master as a system property. */
    public static boolean isPresent() {
        return SIGNS.stream().anyMatch(sign -> System.getProperty(sign) != null);
    }
}
