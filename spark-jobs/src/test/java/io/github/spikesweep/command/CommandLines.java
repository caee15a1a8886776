package io.github.spikesweep.command;

import io.github.spikesweep.wave.spark.Session;
import io.github.spikesweep.wave.spark.Submission;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * A program that executes several command lines, one after the other, until one fails. To start a JVM and Spark takes longer than
 * to run a small sweep.
 */
public final class CommandLines {
    /** Separates arguments. */
    public static final String SEPARATOR = "\t";

    private CommandLines() {}

    /**
     * Executes them; on Spark, if spark-submit has started it, or a system property names a master.
     *
     * @param args a file with a command line in each line
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        if (!Submission.isPresent()) {
            execute(file);
            return;
        }
        SparkSession spark = SparkSession.builder()
                .config(Session.settings(Optional.empty()))
                .getOrCreate();
        try {
            execute(file);
        } finally {
            spark.stop();
        }
    }

    private static void execute(Path file) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        for (String line : Files.readAllLines(file)) {
            int code = SpikeSweep.execute(out, err, line.split(SEPARATOR, -1));
            if (code != 0) {
                throw new IllegalStateException("exit code " + code + " of " + line);
            }
        }
    }
}
