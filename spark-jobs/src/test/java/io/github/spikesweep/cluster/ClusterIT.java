package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.spikesweep.Page;
import io.github.spikesweep.kernel.opencl.Device;
import io.github.spikesweep.kernel.opencl.Devices;
import io.github.spikesweep.source.SweepMetrics;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A cluster of real processes gives results that are bit-identical to those of one core of one machine. */
@Tag("thorough")
class ClusterIT {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Of both workers. */
    private static final int CORES = 4;

    /** Both workers are ready before the first task starts. */
    private static final Map<String, String> BOTH_WORKERS = Map.of(
            "spark.cores.max", "2",
            "spark.scheduler.minRegisteredResourcesRatio", "1",
            "spark.scheduler.maxRegisteredResourcesWaitingTime", "60s");

    private static final Map<String, String> CARDS =
            Map.of("spark.executor.resource.gpu.amount", "1", "spark.task.resource.gpu.amount", "1");

    private static StandaloneCluster cluster;
    private static Bits expected;

    private Workplace place;
    private Path log;

    /** Two cores each: a driver takes one in cluster mode. */
    @BeforeAll
    static void startClusterAndComputeOnOneCore(TestInfo test) throws IOException, InterruptedException {
        Workplace place = Workplace.of(test);
        layOut(place);
        try (Jvm run =
                RunProcess.start("run", place, RunProcess.USUAL, RunProcess.Engine.THREADS, 1, "scan.yaml", "out")) {
            cluster = StandaloneCluster.start(place, 2, 2);
            assertEnded(run.await(PATIENCE));
        }
        expected = Bits.of(place.folder().resolve("out"));
        assertEquals(2048, expected.rows().size());
    }

    @AfterAll
    static void stopCluster() {
        cluster.close();
    }

    @BeforeEach
    void layOut(TestInfo test) throws IOException {
        place = Workplace.of(test);
        layOut(place);
        log = Files.createDirectory(place.folder().resolve("events"));
    }

    /** A sweep and the files that it names: a model and a table. */
    private static void layOut(Workplace place) throws IOException {
        for (String file : List.of("scan.yaml", "tiring.yaml", "points.csv")) {
            place.copy(file);
        }
    }

    /** Executors work in their own folders, where the sweep's path does not exist. */
    @Test
    void executorsGetTheContentOfFilesThatTheDriverAloneFinds() throws IOException, InterruptedException {
        Jvm.Exit exit = executeCommandOfThePage(0);
        assertEquals(0, exit.code(), exit::err);
        assertTrue(exit.out().startsWith("rows "), exit.out());
        expected.assertSameAs(Bits.of(place.folder().resolve("results/scan")));
        assertBothWorkersSimulated();
    }

    @Test
    void theDriverRunsOnAWorkerInClusterMode() throws IOException, InterruptedException {
        Jvm.Exit exit = executeCommandOfThePage(1);
        assertEquals(0, exit.code(), exit::err);
        expected.assertSameAs(Bits.of(place.folder().resolve("results/cluster")));
        assertBothWorkersSimulated();
    }

    /**
     * Tasks run twice at the same time, again after an executor was killed, and on executors that are added when there is work.
     */
    @Test
    void tasksThatRunAgainChangeNoBit() throws IOException, InterruptedException {
        SparkSubmit submit = submit().with(Map.of(
                "spark.speculation", "true",
                "spark.speculation.interval", "10ms",
                "spark.speculation.multiplier", "1.01",
                "spark.speculation.quantile", "0.1",
                "spark.task.maxFailures", "4",
                "spark.dynamicAllocation.enabled", "true",
                "spark.dynamicAllocation.shuffleTracking.enabled", "true",
                "spark.dynamicAllocation.minExecutors", "0",
                "spark.dynamicAllocation.executorIdleTimeout", "1s"));
        try (Jvm client = submit.start("submit", place, "run", "scan.yaml", "--out", "out")) {
            cluster.awaitBusyExecutor().kill();
            assertEnded(client.await(PATIENCE));
        }
        expected.assertSameAs(Bits.of(place.folder().resolve("out")));
    }

    /** Spark gives each executor a card, and the driver needs none; PoCL's device stands for it. */
    @Test
    void tasksComputeOnTheCardsOfTheirExecutors() throws IOException, InterruptedException {
        String name = Devices.here().all().stream()
                .filter(device -> device.type().equals("cpu"))
                .map(Device::name)
                .findFirst()
                .orElse("");
        assumeFalse(name.isEmpty(), "there is no PoCL here; on Debian: apt install pocl-opencl-icd ocl-icd-opencl-dev");
        Jvm.Exit exit = executeCommandOfThePage(2, "DEVICE=" + name);
        assertEquals(0, exit.code(), exit::err);
        expected.assertSameAs(Bits.of(place.folder().resolve("results/cards")));
        assertBothWorkersSimulated();
    }

    @Test
    void aCardThatExecutorsLackIsAMistake() throws IOException, InterruptedException {
        SparkSubmit submit = submit().with(CARDS);
        try (Jvm client = submit.start("submit", place, "run", "scan.yaml", "--out", "out", "--device", "abacus")) {
            Jvm.Exit exit = client.await(PATIENCE);
            assertEquals(2, exit.code(), exit::err);
            assertTrue(exit.err().contains("--device abacus: no device has that name"), exit.err());
        }
    }

    /** The first Ctrl-C would let the wave go on to its end. */
    @Test
    void theRowsOfFinishedTasksOutliveASecondInterrupt() throws IOException, InterruptedException {
        Path out = place.folder().resolve("out");
        SparkSubmit submit = new SparkSubmit(cluster.url());
        try (Jvm client = submit.start(
                "submit", place, "run", "scan.yaml", "--out", "out", "--wave", "10m", "--set", "duration=10000")) {
            // More than there are cores, so Spark has long accepted the first of them.
            while (completeFiles(out.resolve("_temporary")) <= CORES) {
                assertTrue(client.isAlive(), client.err());
                Thread.sleep(50);
            }
            client.interrupt();
            client.awaitError(Pattern.compile("stopping after this wave, about [^;]*; press Ctrl-C again"), PATIENCE);
            client.interrupt();
            client.awaitError(Pattern.compile("stopping at once; rows of finished tasks are kept"), PATIENCE);
            assertEquals(130, client.await(PATIENCE).code());
        }
        long rows = Bits.of(out).rows().size();
        assertTrue(rows > 0 && rows < 2048, rows + " rows");
        assertEquals("stopped", LongSweep.record(out).get("state").asText());
        assertEquals(rows, LongSweep.record(out).at("/totals/rows").asLong());
    }

    /** How many files below a folder have an end. */
    private static long completeFiles(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(ClusterIT::isComplete).count();
        }
    }

    private static boolean isComplete(Path file) {
        try {
            byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            return bytes.length > 8 && new String(bytes, bytes.length - 4, 4, StandardCharsets.US_ASCII).equals("PAR1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Their code is compiled by another of the JVM's compilers than on one core. */
    private static SparkSubmit submit() throws IOException, InterruptedException {
        return new SparkSubmit(cluster.url()).with(SparkSubmit.BRIEF);
    }

    private void assertBothWorkersSimulated() throws IOException {
        Set<String> executors = EventLog.read(log).executorsThatCounted(SweepMetrics.ROWS);
        for (StandaloneWorker worker : cluster.workers()) {
            assertTrue(
                    worker.executorsEver().stream().anyMatch(executors::contains),
                    () -> "of executors " + executors + " none ran on a worker");
        }
    }

    /** As on the page, except for settings from another file. */
    private Jvm.Exit executeCommandOfThePage(int number, String... environment)
            throws IOException, InterruptedException {
        String command = Page.examples("On a cluster").get(number);
        Map<String, String> settings =
                new TreeMap<>(submit().with(place.home().archive()).settings());
        settings.putAll(BOTH_WORKERS);
        settings.putAll(EventLog.settings(log));
        place.writeSettings(settings);
        place.linkCheckout();
        String path = "PATH=" + place.home().programs() + File.pathSeparator + System.getenv("PATH");
        List<String> line = new ArrayList<>(List.of("env", path, "MASTER=" + cluster.url()));
        line.addAll(List.of(environment));
        line.addAll(List.of("sh", "-c", command));
        try (Jvm client = Jvm.startScript("submit", place, line)) {
            return client.await(PATIENCE);
        }
    }

    private static void assertEnded(Jvm.Exit exit) {
        assertEquals(0, exit.code(), exit::err);
    }
}
