package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An interrupted run leaves complete files, and damage to these is detected. */
class InterruptedRunIT {
    private static final Duration SOON = Duration.ofMinutes(1);

    private Workplace place;
    private Path out;
    private RunProcess.Engine engine;

    @BeforeEach
    void layOut(TestInfo test) throws IOException {
        LongSweep.undisturbed();
        place = Workplace.of(test);
        place.copy(LongSweep.FILE);
        out = place.folder().resolve("out");
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource
    void onceKeepsTheFinishedRows(RunProcess.Engine which) throws IOException, InterruptedException {
        engine = which;
        try (Jvm run = start("run", "--wave", "0.3s")) {
            awaitFiles(run, 1);
            run.interrupt();
            Jvm.Exit exit = run.await(LongSweep.PATIENCE);
            assertEquals(130, exit.code(), exit::err);
            // On a slow machine progress has been told before.
            assertTrue(exit.err().lines().anyMatch(line -> line.startsWith("stopping; ")), exit::err);
            assertTrue(exit.err().endsWith("stopped; run the same command again to resume\n"), exit::err);
            assertTrue(exit.out().matches("(?s)rows +[\\d,]+ of 12,000\n.*"), exit::out);
        }
        assertEquals("stopped", LongSweep.record(out).get("state").asText());
        assertClean();
        finish();
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource
    void twiceEndsAtOnce(RunProcess.Engine which) throws IOException, InterruptedException {
        engine = which;
        try (Jvm run = start("run", "--wave", "10m", "--set", "duration=20000")) {
            awaitRecord(run);
            awaitWave(run);
            run.interrupt();
            run.awaitError(Pattern.compile("stopping; no row"), SOON);
            if (run.isAlive()) {
                run.interrupt();
            }
            Jvm.Exit exit = run.await(SOON);
            assertEquals(130, exit.code(), exit::err);
        }
        assertEquals("stopped", LongSweep.record(out).get("state").asText());
        assertClean();
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource
    void anotherRunIntoTheDirectoryIsRefused(RunProcess.Engine which) throws IOException, InterruptedException {
        engine = which;
        // On one core, so that it lasts until the second has started.
        try (Jvm run = start(1, "run", "--wave", "0.3s")) {
            awaitRecord(run);
            try (Jvm second = start("second")) {
                Jvm.Exit exit = second.await(LongSweep.PATIENCE);
                assertEquals(2, exit.code(), exit::err);
                assertEquals(
                        "%s: another run is writing there (process %d, since TIME); wait for it to end, or give another --out\n"
                                .formatted(out, run.handle().pid()),
                        exit.err().replaceFirst("since [-0-9T:]+Z", "since TIME"));
            }
            assertEquals(0, run.await(LongSweep.PATIENCE).code());
        }
        LongSweep.assertComplete(out);
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource
    void damagedFilesAreMovedAsideAndComputedAgain(RunProcess.Engine which) throws IOException, InterruptedException {
        engine = which;
        try (Jvm run = start("run", "--wave", "0.3s")) {
            awaitFiles(run, 3);
            run.kill();
        }
        List<Path> files = files();
        try (RandomAccessFile truncated = new RandomAccessFile(files.get(0).toFile(), "rw")) {
            truncated.setLength(truncated.length() * 2 / 3);
        }
        corrupt(files.get(1));
        Jvm.Exit exit = finish();
        for (Path damaged : files.subList(0, 2)) {
            String name = damaged.getFileName().toString();
            assertTrue(
                    exit.err()
                            .lines()
                            .anyMatch(line -> line.startsWith("warning: " + name + " is damaged (")
                                    && line.endsWith("/_damaged, and its rows are simulated again")),
                    exit::err);
            assertTrue(Files.exists(out.resolve("_damaged").resolve(name)));
        }
    }

    /** Overwrites some bytes in the middle of a Parquet file's data. A file of few rows may have more footer than data, where a byte of a text tells nobody. */
    private static void corrupt(Path file) throws IOException {
        try (RandomAccessFile corrupted = new RandomAccessFile(file.toFile(), "rw")) {
            long end = corrupted.length() - 8; // the length of the footer, and PAR1
            corrupted.seek(end);
            long data = end - Integer.reverseBytes(corrupted.readInt());
            corrupted.seek(data / 2);
            corrupted.write(new byte[] {1, 2, 3, 4, 5, 6, 7});
        }
    }

    private Jvm start(String name, String... options) throws IOException, InterruptedException {
        return start(2, name, options);
    }

    private Jvm start(int cores, String name, String... options) throws IOException, InterruptedException {
        return RunProcess.start(name, place, RunProcess.BRIEF, engine, cores, LongSweep.FILE, out.toString(), options);
    }

    private Jvm.Exit finish() throws IOException, InterruptedException {
        engine = engine.other();
        try (Jvm last = start("last")) {
            Jvm.Exit exit = last.await(LongSweep.PATIENCE);
            assertEquals(0, exit.code(), exit::err);
            assertTrue(exit.err().matches("(?s).* already has [\\d,]+ of 12,000 rows\n.*"), exit::err);
            LongSweep.assertComplete(out);
            return exit;
        }
    }

    private void assertClean() throws IOException {
        try (Stream<Path> entries = Files.list(out)) {
            List<String> others = entries.map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith(".parquet"))
                    .toList();
            assertEquals(List.of("_spikesweep.json"), others);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(out)) {
            return entries.filter(path -> path.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    private void awaitFiles(Jvm run, int count) throws IOException, InterruptedException {
        while (files().size() < count) {
            pause(run);
        }
    }

    private void awaitRecord(Jvm run) throws InterruptedException {
        while (!LongSweep.hasBegun(out)) {
            pause(run);
        }
    }

    private void awaitWave(Jvm run) throws InterruptedException {
        while (!Files.exists(out.resolve("_temporary"))) {
            pause(run);
        }
    }

    private static void pause(Jvm run) throws InterruptedException {
        assertTrue(run.isAlive(), "the run ended too soon");
        Thread.sleep(20);
    }
}
