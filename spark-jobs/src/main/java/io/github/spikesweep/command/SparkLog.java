package io.github.spikesweep.command;

import io.github.spikesweep.wave.spark.Submission;
import org.slf4j.helpers.NOP_FallbackServiceProvider;

/** What Spark and its libraries log: nothing, unless the user asks for it or configures Log4j. */
final class SparkLog {
    private static final String CONFIGURATION = "log4j2.configurationFile";

    /** One of Spark's settings; they are read from system properties. */
    private static final String LEVEL_OF_SPARK = "spark.log.level";

    private SparkLog() {}

    /** Must be called before the classes of Spark and Hadoop are loaded: it has no effect once a class has logged. */
    static void configure(boolean verbose) {
        if (Submission.isPresent()) {
            // The cluster has already configured the log; this only sets its level.
            if (!verbose && System.getProperty(LEVEL_OF_SPARK) == null) {
                System.setProperty(LEVEL_OF_SPARK, "ERROR");
            }
        } else if (System.getProperty(CONFIGURATION) == null) {
            quietLaptop(verbose);
        }
    }

    private static void quietLaptop(boolean verbose) {
        System.setProperty(CONFIGURATION, "classpath:io/github/spikesweep/command/log4j2.properties");
        System.setProperty("spikesweep.log.level", verbose ? "info" : "off");
        if (!verbose) {
            // Log4j takes half a second to find out that it has nothing to do.
            System.setProperty("slf4j.provider", NOP_FallbackServiceProvider.class.getName());
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
    }
}
