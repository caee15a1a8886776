package io.github.spikesweep.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A worker of a {@link StandaloneCluster}: the JVM that starts executors, and drivers in cluster mode. Spark takes it to have a graphics card. */
final class StandaloneWorker implements AutoCloseable {
    /** The options of JVMs that only start others: small and quick to start. */
    static final List<String> DAEMON = List.of("-Xmx256m", Jvm.COMPILES_SIMPLY, "-XX:+UseSerialGC");

    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");
    /** The command line with its kind, its number and its application. */
    private static final Pattern EXECUTOR =
            Pattern.compile("CoarseGrainedExecutorBackend .*--executor-id (\\S+) .*--app-id (\\S+)");

    private final Jvm jvm;
    private final Path work;

    private StandaloneWorker(Jvm jvm, Path work) {
        this.jvm = jvm;
        this.work = work;
    }

    static StandaloneWorker start(String name, Workplace place, String master, int cores)
            throws IOException, InterruptedException {
        Path work = place.folder().resolve(name);
        List<String> options = new ArrayList<>(DAEMON);
        options.add("-Dspark.worker.resource.gpu.amount=1");
        options.add("-Dspark.worker.resource.gpu.discoveryScript=" + cards(place));
        Jvm jvm = Jvm.start(
                name,
                place,
                options,
                List.of(
                        place.home().classPath(),
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        "127.0.0.1",
                        "--webui-port",
                        "0",
                        "--cores",
                        Integer.toString(cores),
                        "--memory",
                        cores + "g",
                        "--work-dir",
                        work.toString(),
                        master));
        return new StandaloneWorker(jvm, work);
    }

    /** A script that tells Spark of one card, as those for real ones do. */
    private static Path cards(Workplace place) throws IOException {
        Path script = place.folder().resolve("cards.sh");
        Files.writeString(script, "#!/bin/sh\necho '{\"name\": \"gpu\", \"addresses\": [\"1\"]}'\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    /** Waits until the master knows it. */
    void awaitRegistration(Duration patience) throws IOException, InterruptedException {
        jvm.awaitError(REGISTERED, patience);
    }

    /** Its living executors. */
    List<StandaloneExecutor> executors() {
        return jvm.handle()
                .descendants()
                .flatMap(process -> executor(process).stream())
                .toList();
    }

    private Optional<StandaloneExecutor> executor(ProcessHandle process) {
        Matcher found = EXECUTOR.matcher(process.info().commandLine().orElse(""));
        if (!found.find()) {
            return Optional.empty();
        }
        String name = found.group(2) + "/" + found.group(1);
        return Optional.of(
                new StandaloneExecutor(name, process, work.resolve(name).resolve("stderr")));
    }

    /** The names of all executors that it ever had. */
    Set<String> executorsEver() throws IOException {
        try (Stream<Path> folders = Files.find(work, 2, (folder, status) -> isExecutor(folder))) {
            return folders.map(folder -> work.relativize(folder).toString()).collect(Collectors.toSet());
        }
    }

    /** In a folder of the application; those of drivers are beside it. */
    private boolean isExecutor(Path folder) {
        return folder.getParent().getParent().equals(work)
                && folder.getParent().getFileName().toString().startsWith("app-");
    }

    /** Kills the worker and its executors, like a power failure of the machine. */
    void kill() {
        jvm.close();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
