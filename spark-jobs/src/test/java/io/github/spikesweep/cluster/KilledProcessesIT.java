package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** If processes of a run are killed at random moments, it takes longer, but the results are the same. */
@Tag("thorough")
class KilledProcessesIT {
    private static final int DEATHS = 6;

    private final Random random = new Random();

    private Workplace place;
    private int runs;

    @BeforeEach
    void layOut(TestInfo test) throws IOException {
        LongSweep.undisturbed();
        place = Workplace.of(test);
        place.copy(LongSweep.FILE);
    }

    /**
     * The process of a run.
     *
     * @param alternates whether each run goes on with the other engine
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void driver(boolean alternates) throws IOException, InterruptedException {
        RunProcess.Engine engine = RunProcess.Engine.THREADS;
        int most = alternates ? 2 * DEATHS : DEATHS; // as many of each
        int deaths = 0;
        while (deaths < most) {
            Path out = out();
            engine = alternates ? engine.other() : engine;
            try (Jvm run = start("run", engine, out)) {
                // From the start to the last wave.
                while (run.isAlive() && !LongSweep.hasBegun(out) && random.nextInt(200) > 0) {
                    Thread.sleep(50);
                }
                Thread.sleep(random.nextInt(3000));
                if (run.isAlive()) {
                    run.kill();
                    deaths++;
                } else {
                    complete(out);
                }
            }
        }
        finish(out());
    }

    private Jvm start(String name, RunProcess.Engine engine, Path out) throws IOException, InterruptedException {
        return RunProcess.start(
                name, place, RunProcess.BRIEF, engine, 2, LongSweep.FILE, out.toString(), "--wave", "0.3s");
    }

    @Test
    void executors() throws IOException, InterruptedException {
        try (StandaloneCluster cluster = StandaloneCluster.start(place, 2, 1)) {
            int deaths = 0;
            while (deaths < DEATHS) {
                Path out = out();
                try (Jvm run = submit(cluster, out)) {
                    while (run.isAlive() && deaths < DEATHS) {
                        Optional<StandaloneExecutor> busy = cluster.busyExecutor();
                        Thread.sleep(50 + random.nextInt(1000));
                        busy.ifPresent(StandaloneExecutor::kill);
                        deaths += busy.isPresent() ? 1 : 0;
                    }
                    end(run, deaths, out);
                }
            }
            finish(out());
        }
    }

    @Test
    void workers() throws IOException, InterruptedException {
        try (StandaloneCluster cluster = StandaloneCluster.start(place, 2, 1)) {
            int deaths = 0;
            while (deaths < DEATHS) {
                Path out = out();
                try (Jvm run = submit(cluster, out)) {
                    while (run.isAlive() && deaths < DEATHS) {
                        Thread.sleep(50 + random.nextInt(1000));
                        Optional<StandaloneWorker> busy = cluster.busyWorker();
                        if (busy.isPresent()) {
                            busy.get().kill();
                            deaths++;
                            cluster.startWorker();
                        }
                    }
                    end(run, deaths, out);
                }
            }
            finish(out());
        }
    }

    /** A new directory for each run that has completed. */
    private Path out() {
        return place.folder().resolve("out-" + runs);
    }

    private Jvm submit(StandaloneCluster cluster, Path out) throws IOException, InterruptedException {
        return new SparkSubmit(cluster.url())
                .with(SparkSubmit.BRIEF)
                .with(Map.of("spark.deploy.maxExecutorRetries", "100", "spark.task.maxFailures", "100"))
                .start("submit", place, "run", LongSweep.FILE, "--out", out.toString(), "--wave", "0.3s");
    }

    /**
     * After the last kill the driver is killed too, if it is still alive, since the following command is faster on one machine.
     * A stage that has lost its rows too often makes a run fail; then the same command must resume it.
     */
    private void end(Jvm run, int deaths, Path out) throws IOException, InterruptedException {
        if (deaths == DEATHS) {
            run.kill();
            return;
        }
        Jvm.Exit exit = run.await(LongSweep.PATIENCE);
        if (exit.code() == 0) {
            complete(out);
        } else {
            assertEquals(1, exit.code(), exit::err);
            assertTrue(exit.err().contains("failed: "), exit::err);
        }
    }

    /** The same command again, without disturbance. */
    private void finish(Path out) throws IOException, InterruptedException {
        try (Jvm run = start("last", RunProcess.Engine.THREADS, out)) {
            Jvm.Exit exit = run.await(LongSweep.PATIENCE);
            assertEquals(0, exit.code(), exit::err);
        }
        complete(out);
    }

    private void complete(Path out) throws IOException {
        LongSweep.assertComplete(out);
        runs++;
    }
}
