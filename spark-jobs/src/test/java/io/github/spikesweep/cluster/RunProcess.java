package io.github.spikesweep.cluster;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The command line on this machine alone, in a JVM of its own, of the packaged jar. */
final class RunProcess {
    private static final String MAIN = "io.github.spikesweep.command.SpikeSweep";

    private RunProcess() {}

    /**
     * Starts {@code spikesweep run SWEEP --out OUT --master local[CORES]} in {@code place}.
     *
     * @param name of its files
     * @param heap the most memory for objects, such as {@code 512m}
     * @param more further options of the command
     */
    static Jvm start(String name, Workplace place, String heap, int cores, String sweep, String out, String... more)
            throws IOException, InterruptedException {
        return start(name, place, List.of("-Xmx" + heap), cores, sweep, out, more);
    }

    /** The same with other options of the JVM. */
    static Jvm start(
            String name, Workplace place, List<String> options, int cores, String sweep, String out, String... more)
            throws IOException, InterruptedException {
        // In this order Spark's classes can come from the archive.
        String classPath = place.home().classPath() + File.pathSeparator + Workplace.jar();
        List<String> run = List.of(classPath, MAIN, "run", sweep, "--out", out, "--master", "local[" + cores + "]");
        return Jvm.start(
                name,
                place,
                options,
                Stream.concat(run.stream(), Stream.of(more)).toList());
    }
}
