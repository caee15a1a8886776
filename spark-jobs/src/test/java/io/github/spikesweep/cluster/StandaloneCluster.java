package io.github.spikesweep.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Spark's own cluster on this machine: a master and workers, each a JVM that can be killed, on the loopback network. */
final class StandaloneCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern URL = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern READY = Pattern.compile("I have been elected leader");

    private final Workplace place;
    private final Jvm master;
    private final int cores;
    private final List<StandaloneWorker> workers = new ArrayList<>();

    private StandaloneCluster(Workplace place, Jvm master, int cores) {
        this.place = place;
        this.master = master;
        this.cores = cores;
    }

    /**
     * Starts a cluster and waits until its workers are ready.
     *
     * @param place where it logs: {@code master.err}, {@code worker-1.err} and so on; what executors print is in
     *     {@code worker-1/app-…}
     * @param cores the cores of each worker, with 1 GB of memory per core
     */
    static StandaloneCluster start(Workplace place, int workers, int cores) throws IOException, InterruptedException {
        Jvm master = Jvm.start(
                "master",
                place,
                StandaloneWorker.DAEMON,
                List.of(
                        place.home().classPath(),
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0",
                        "--webui-port",
                        "0"));
        StandaloneCluster cluster = new StandaloneCluster(place, master, cores);
        try {
            master.awaitError(READY, PATIENCE);
            for (int i = 0; i < workers; i++) {
                cluster.addWorker();
            }
            for (StandaloneWorker worker : cluster.workers) {
                worker.awaitRegistration(PATIENCE);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    /** For the option {@code --master}. */
    String url() throws IOException, InterruptedException {
        return master.awaitError(URL, PATIENCE).group(1);
    }

    /** All that were ever started. */
    List<StandaloneWorker> workers() {
        return List.copyOf(workers);
    }

    /** Starts another worker and waits until it is ready. */
    StandaloneWorker startWorker() throws IOException, InterruptedException {
        StandaloneWorker worker = addWorker();
        worker.awaitRegistration(PATIENCE);
        return worker;
    }

    private StandaloneWorker addWorker() throws IOException, InterruptedException {
        String name = "worker-" + (workers.size() + 1);
        StandaloneWorker worker = StandaloneWorker.start(name, place, url(), cores);
        workers.add(worker);
        return worker;
    }

    /** All executors that are alive. */
    List<StandaloneExecutor> executors() {
        return workers.stream().flatMap(worker -> worker.executors().stream()).toList();
    }

    /** An executor that has got a task, if there is one. */
    Optional<StandaloneExecutor> busyExecutor() throws IOException {
        for (StandaloneExecutor executor : executors()) {
            if (executor.hasGotTask()) {
                return Optional.of(executor);
            }
        }
        return Optional.empty();
    }

    /** A worker one of whose executors has got a task, if there is one. */
    Optional<StandaloneWorker> busyWorker() throws IOException {
        for (StandaloneWorker worker : workers) {
            for (StandaloneExecutor executor : worker.executors()) {
                if (executor.hasGotTask()) {
                    return Optional.of(worker);
                }
            }
        }
        return Optional.empty();
    }

    /** Waits until an executor has got a task, and returns it. */
    StandaloneExecutor awaitBusyExecutor() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<StandaloneExecutor> busy = busyExecutor();
            if (busy.isPresent()) {
                return busy.get();
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("no executor got a task within " + PATIENCE);
    }

    @Override
    public void close() {
        workers.forEach(StandaloneWorker::close);
        master.close();
    }
}
