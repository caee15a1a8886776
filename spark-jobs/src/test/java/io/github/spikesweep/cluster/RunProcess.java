package io.github.spikesweep.cluster;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The command line of the packaged jar on this machine, in a separate JVM. */
final class RunProcess {
    private static final String MAIN = "io.github.spikesweep.command.SpikeSweep";

    /** For runs of few steps: a JVM that starts quickly. */
    static final List<String> BRIEF = List.of("-Xmx512m", Jvm.COMPILES_SIMPLY);

    /** A JVM with the usual compilers. */
    static final List<String> USUAL = List.of("-Xmx512m");

    private RunProcess() {}

    /** What computes. */
    enum Engine {
        THREADS,
        SPARK;

        private List<String> options(int cores) {
            return this == THREADS
                    ? List.of("--threads", Integer.toString(cores))
                    : List.of("--master", "local[" + cores + "]");
        }

        Engine other() {
            return this == THREADS ? SPARK : THREADS;
        }
    }

    /**
     * Starts {@code spikesweep run SWEEP --out OUT} in {@code place}, on some cores of an engine.
     *
     * @param name of its files
     * @param options of the JVM
     * @param more further options of the command
     */
    static Jvm start(
            String name,
            Workplace place,
            List<String> options,
            Engine engine,
            int cores,
            String sweep,
            String out,
            String... more)
            throws IOException, InterruptedException {
        // In this order Spark's classes can be loaded from the archive.
        String classPath = place.home().classPath() + File.pathSeparator + Workplace.jar();
        List<String> line = new ArrayList<>(List.of(classPath, MAIN, "run", sweep, "--out", out));
        line.addAll(engine.options(cores));
        line.addAll(List.of(more));
        return Jvm.start(name, place, options, line);
    }
}
