package io.github.spikesweep.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * An installation of Spark: a folder with Spark's own jars and none of ours, so that the jar for clusters must contain the
 * rest.
 *
 * @param folder the value of {@code SPARK_HOME}
 * @param archive of the classes in the jars
 */
record SparkHome(Path folder, ClassArchive archive) {
    /** Replaces Spark's script, which starts another JVM to find out how to start this one. */
    private static final String SUBMIT = """
            #!/bin/sh
            exec "$JAVA_HOME/bin/java" -Xmx512m %s %s "@%s" -cp "%s" org.apache.spark.deploy.SparkSubmit "$@"
            """;

    /** Creates one in {@code folder}; existing links to jars are kept. */
    static synchronized SparkHome make(Path folder) throws IOException {
        String jars = Files.readString(Path.of(System.getProperty("spikesweep.spark")));
        SparkHome home = new SparkHome(folder, ClassArchive.of(folder, jars));
        Files.createDirectories(folder.resolve("jars"));
        Files.createDirectories(folder.resolve("bin"));
        for (String jar : jars.strip().split(File.pathSeparator, -1)) {
            link(folder.resolve("jars"), Path.of(jar));
        }
        Path submit = folder.resolve("bin").resolve("spark-submit");
        String archive = String.join(" ", home.archive().options());
        String script = SUBMIT.formatted(
                Jvm.COMPILES_SIMPLY, archive, Path.of("java.options").toAbsolutePath(), home.classPath());
        // Another test may be executing it now.
        if (!Files.exists(submit) || !Files.readString(submit).equals(script)) {
            Files.writeString(submit, script);
            Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return home;
    }

    /** For the option {@code -cp}: all jars. */
    String classPath() {
        return folder.resolve("jars").resolve("*").toString();
    }

    /** The folder of {@code spark-submit}. */
    Path programs() {
        return folder.resolve("bin");
    }

    private static void link(Path jars, Path jar) throws IOException {
        try {
            Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        } catch (FileAlreadyExistsException e) {
            // of an earlier test
        }
    }
}
