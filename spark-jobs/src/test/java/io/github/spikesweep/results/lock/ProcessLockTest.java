package io.github.spikesweep.results.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProcessLockTest {
    private static final String HELD_BY_PROCESS =
            "out: another run is writing there \\(process %d, since [0-9TZ:-]+\\);"
                    + " wait for it to end, or give another --out";

    @TempDir
    private Path folder;

    @Test
    void isHeldOnceInAProgramAndOnceOnAMachine() throws IOException {
        Path file = folder.resolve("lock");
        try (ProcessLock lock = ProcessLock.take(file, "out")) {
            for (int i = 0; i < 2; i++) {
                assertEquals(
                        "out: another run is writing there (this program); wait for it to end, or give another --out",
                        assertThrows(InputException.class, () -> ProcessLock.take(file, "out"))
                                .getMessage());
            }
            String refusal = firstLine(LockHolder.start("hold", file.toString()));
            assertTrue(
                    refusal.matches(
                            HELD_BY_PROCESS.formatted(ProcessHandle.current().pid())),
                    refusal);
            lock.check();
        }
        assertFalse(Files.exists(file));
        ProcessLock.take(file, "out").close();
    }

    @Test
    void isFreeWhenItsHolderWasKilled() throws IOException, InterruptedException {
        Path file = folder.resolve("lock");
        Process holder = LockHolder.start("hold", file.toString());
        try {
            assertEquals("held", firstLine(holder));
            String refusal = assertThrows(InputException.class, () -> ProcessLock.take(file, "out"))
                    .getMessage();
            assertTrue(refusal.matches(HELD_BY_PROCESS.formatted(holder.pid())), refusal);
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertTrue(Files.exists(file));
        ProcessLock.take(file, "out").close();
        assertFalse(Files.exists(file));
    }

    @Test
    void isNeverHeldByTwoWhoComeAndGo() throws IOException, InterruptedException {
        Path file = folder.resolve("lock");
        List<Process> processes = List.of(
                LockHolder.start("contend", file.toString(), "2000"),
                LockHolder.start("contend", file.toString(), "2000"));
        for (Process process : processes) {
            assertEquals("done", firstLine(process));
            process.waitFor();
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void isTakenWhereAFileOfAnEndedRunLies() throws IOException {
        Path file = Files.writeString(folder.resolve("lock"), "process 1, since some longer time ago\n".repeat(20));
        try (ProcessLock lock = ProcessLock.take(file, "out")) {
            lock.check();
        }
        assertFalse(Files.exists(file));
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader lines = process.inputReader();
        return String.valueOf(lines.readLine());
    }
}
