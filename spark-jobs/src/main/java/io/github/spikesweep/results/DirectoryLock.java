package io.github.spikesweep.results;

import java.io.IOException;

/** The right to write into a directory of results, which one run has at a time. */
public sealed interface DirectoryLock extends AutoCloseable permits ProcessLock, LeaseLock {
    /**
     * Checks that it is still held.
     *
     * @throws IOException if another run has taken it for dead
     */
    void check() throws IOException;

    /** Gives it up. */
    @Override
    void close() throws IOException;
}
