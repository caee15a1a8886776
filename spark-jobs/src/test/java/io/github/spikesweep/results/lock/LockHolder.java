package io.github.spikesweep.results.lock;

import io.github.spikesweep.document.InputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process that takes a lock, and holds it until it is killed, or takes it again and again. */
final class LockHolder {
    private LockHolder() {}

    /**
     * Takes the lock.
     *
     * @param args {@code hold} or {@code contend}, the file, and how often
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path file = Path.of(args[1]);
        if (args[0].equals("contend")) {
            contend(file, Integer.parseInt(args[2]));
            return;
        }
        try (ProcessLock lock = ProcessLock.take(file, "out")) {
            lock.check();
            System.out.println("held");
            Thread.sleep(60_000);
        } catch (InputException e) {
            System.out.println(e.getMessage());
        }
    }

    /** Fails if another process has the lock at the same time. */
    private static void contend(Path file, int times) throws IOException {
        Path alone = file.resolveSibling("alone");
        int taken = 0;
        while (taken < times) {
            try (ProcessLock lock = ProcessLock.take(file, "out")) {
                lock.check();
                Files.createFile(alone);
                Thread.onSpinWait();
                Files.delete(alone);
                taken++;
            } catch (InputException e) {
                Thread.onSpinWait(); // The other process has it.
            } catch (FileAlreadyExistsException e) {
                System.out.println("two have it");
                return;
            }
        }
        System.out.println("done");
    }

    static Process start(String... args) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName());
        java.command().addAll(List.of(args));
        return java.redirectErrorStream(true).start();
    }
}
