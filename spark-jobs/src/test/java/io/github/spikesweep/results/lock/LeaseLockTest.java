package io.github.spikesweep.results.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.folder.HadoopFolder;
import io.github.spikesweep.results.LabFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LeaseLockTest {
    private static final LeaseLock.Pace FAST = new LeaseLock.Pace(Duration.ofMillis(40), Duration.ofMillis(400));
    /** For many at the same time on a busy machine. */
    private static final LeaseLock.Pace CALM = new LeaseLock.Pace(Duration.ofMillis(400), Duration.ofSeconds(6));

    /** Whose holder counts as dead only after a stall that no busy machine has. */
    private static final LeaseLock.Pace PATIENT = new LeaseLock.Pace(Duration.ofMillis(40), Duration.ofSeconds(30));

    private static final int TIMES = 20;

    @TempDir
    private Path folder;

    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

    private Path file;

    @BeforeEach
    void openFileSystem() throws IOException {
        file = folder.resolve("lock");
    }

    @Test
    void livingHolderIsLeftAlone() throws IOException, InterruptedException {
        try (LeaseLock lock = take(PATIENT)) {
            for (int i = 0; i < TIMES; i++) {
                String refusal =
                        assertThrows(InputException.class, () -> take(PATIENT)).getMessage();
                assertTrue(
                        refusal.matches("out: another run is writing there \\(host [^,]+, since [0-9TZ:-]+\\);"
                                + " wait for it to end, or give another --out"),
                        refusal);
                lock.check();
            }
        }
        assertFalse(Files.exists(file));
        take(PATIENT).close();
        assertFalse(Files.exists(file));
    }

    @Test
    void deadHolderIsFollowedAfterAWhile() throws IOException, InterruptedException {
        for (String dead : List.of("host a, since 2026-01-01T00:00:00Z, 0 7", "", "\0")) {
            Files.writeString(file, dead);
            long start = System.nanoTime();
            try (LeaseLock lock = take(FAST)) {
                assertTrue(System.nanoTime() - start >= FAST.patience().toNanos());
                lock.check();
            }
            assertFalse(Files.exists(file));
        }
        assertEquals(3, notes.size());
        assertEquals(
                "out: another run started to write there (host a, since 2026-01-01T00:00:00Z);"
                        + " checking for 0 s whether it is still running",
                notes.get(0));
        assertTrue(notes.get(1).contains("(just started)"), notes::toString);
    }

    @Test
    void lockThatWasGivenUpIsTakenSoon() throws IOException, InterruptedException, ExecutionException {
        LeaseLock.Pace patient = new LeaseLock.Pace(Duration.ofMillis(200), Duration.ofMinutes(10));
        Files.writeString(file, "host a, since 2026-01-01T00:00:00Z, 0 7");
        Future<LeaseLock> next = Executors.newSingleThreadExecutor().submit(() -> take(patient));
        Thread.sleep(100);
        Files.delete(file);
        next.get().close();
    }

    @Test
    void oneOfTwoThatComeAtTheSameTimeGetsIt() throws IOException, InterruptedException, ExecutionException {
        assertEquals(TIMES, winners(false));
    }

    @Tag("thorough")
    @Test
    void oneOfTwoFollowsADeadHolder() throws IOException, InterruptedException, ExecutionException {
        assertEquals(TIMES, winners(true));
    }

    private int winners(boolean dead) throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2 * TIMES);
        List<Future<Optional<LeaseLock>>> attempts = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Path contended = folder.resolve("lock" + i);
            if (dead) {
                Files.writeString(contended, "host a, since 2026-01-01T00:00:00Z, 0 7");
            }
            for (int attempt = 0; attempt < 2; attempt++) {
                attempts.add(threads.submit(() -> attempt(contended)));
            }
        }
        threads.shutdown();
        int winners = 0;
        for (int i = 0; i < TIMES; i++) {
            List<LeaseLock> taken = new ArrayList<>();
            attempts.get(2 * i).get().ifPresent(taken::add);
            attempts.get(2 * i + 1).get().ifPresent(taken::add);
            assertEquals(1, taken.size());
            winners += taken.size();
            taken.get(0).check();
            taken.get(0).close();
        }
        return winners;
    }

    private static Folder within(Path file) throws IOException {
        return HadoopFolder.at(LabFileSystem.path(file.getParent()).toString(), LabFileSystem.configuration());
    }

    private Optional<LeaseLock> attempt(Path contended) throws IOException, InterruptedException {
        try {
            return Optional.of(
                    LeaseLock.take(within(contended), contended.getFileName().toString(), "out", notes::add, CALM));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    @Test
    void holderThatLostItFindsOutAndLeavesItToTheOther() throws IOException, InterruptedException {
        for (boolean soon : new boolean[] {true, false}) {
            LeaseLock lock = take(FAST);
            Files.writeString(file, "host a, since 2026-01-01T00:00:00Z, 0 1");
            if (!soon) {
                Thread.sleep(3 * FAST.beat().toMillis());
            }
            IOException lost = assertThrows(IOException.class, lock::check);
            assertEquals("another run has taken over " + LabFileSystem.path(folder), lost.getMessage());
            lock.close();
            assertTrue(Files.readString(file).startsWith("host a,"));
            Files.delete(file);
        }
    }

    @Test
    void lockThatIsClosedStaysAway() throws IOException, InterruptedException {
        LeaseLock.Pace hasty = new LeaseLock.Pace(Duration.ofMillis(1), Duration.ofMillis(50));
        for (int i = 0; i < TIMES; i++) {
            take(hasty).close();
            Thread.sleep(20);
            assertFalse(Files.exists(file));
        }
    }

    private LeaseLock take(LeaseLock.Pace pace) throws IOException, InterruptedException {
        return LeaseLock.take(within(file), file.getFileName().toString(), "out", notes::add, pace);
    }
}
