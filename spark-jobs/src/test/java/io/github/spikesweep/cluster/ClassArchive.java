package io.github.spikesweep.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A class data archive of a {@link SparkHome}, with which Spark starts in about half the time. It is used by JVMs whose class
 * path begins with that of the home; others start without it.
 *
 * @param file its file, if it was created
 */
record ClassArchive(Path file) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Otherwise a JVM that cannot use all of an archive says so in the program's output; Java 25 calls it an error. */
    private static final String SILENT = "-Xlog:disable";

    /** A JVM that writes an archive reports what went wrong. */
    private static final String ERRORS = "-Xlog:all=error:stderr";

    /**
     * The archive of a home; another Java or other jars have a different one.
     *
     * @param jars the jars of the home as one text
     */
    static ClassArchive of(Path home, String jars) {
        int key = Objects.hash(jars, System.getProperty("java.home"), System.getProperty("java.vm.version"));
        return new ClassArchive(home.resolve("classes-%08x.jsa".formatted(key)));
    }

    /** The options for a JVM to use it. */
    List<String> options() {
        return List.of("-XX:SharedArchiveFile=" + file, SILENT);
    }

    /** Creates it with a short run if necessary. A JVM that cannot create one runs without. */
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
