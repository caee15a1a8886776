package io.github.spikesweep.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The classes of a {@link SparkHome} as the JVM wants them in memory: with them Spark starts in about half the time. It serves
 * JVMs whose class path begins with that of the home; others start as they would without.
 *
 * @param file where it is, if it is made
 */
record ClassArchive(Path file) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Otherwise a JVM that cannot use all of an archive says so among what the program prints: Java 25 calls it an error. */
    private static final String SILENT = "-Xlog:disable";

    /** A JVM that writes one tells what went wrong. */
    private static final String ERRORS = "-Xlog:all=error:stderr";

    /**
     * That of a home; another Java or other jars have another.
     *
     * @param jars of the home, in one text
     */
    static ClassArchive of(Path home, String jars) {
        int key = Objects.hash(jars, System.getProperty("java.home"), System.getProperty("java.vm.version"));
        return new ClassArchive(home.resolve("classes-%08x.jsa".formatted(key)));
    }

    /** The options of a JVM that is to use it. */
    List<String> options() {
        return List.of("-XX:SharedArchiveFile=" + file, SILENT);
    }

    /** Makes it by a short run, unless it is there. A JVM that cannot make one goes without. */
    void make() throws IOException, InterruptedException {
        synchronized (ClassArchive.class) {
            if (!Files.exists(file)) {
                train();
            }
        }
    }

    private void train() throws IOException, InterruptedException {
        Workplace place = Workplace.of("archive");
        place.linkCheckout();
        Path unfinished = place.folder().resolve("classes.jsa");
        List<String> options = List.of("-XX:ArchiveClassesAtExit=" + unfinished, SILENT, ERRORS);
        SparkSubmit submit = new SparkSubmit("local[1]").with(SparkSubmit.BRIEF);
        String[] run = {"run", "sweeps/gna-scan.yaml", "--out", "out"};
        try (Jvm jvm = Jvm.startScript("run", place, Jvm.command(place, options, submit.line(place, run)))) {
            Jvm.Exit exit = jvm.await(PATIENCE);
            if (exit.code() != 0) {
                throw new IOException(exit.err());
            }
        }
        if (Files.exists(unfinished)) {
            Files.move(unfinished, file);
        }
    }
}
