package io.github.spikesweep.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * An executor of a {@link StandaloneCluster} that is alive, or was.
 *
 * @param name {@code APPLICATION/EXECUTOR}
 * @param log what it has printed on standard error
 */
record StandaloneExecutor(String name, ProcessHandle process, Path log) {
    /** Whether a task was ever begun on it. */
    boolean hasGotTask() throws IOException {
        try {
            return Files.readString(log).contains("Got assigned task");
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Kills it with kill -9. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
