package io.github.spikesweep.results;

import io.github.spikesweep.document.InputException;
import java.io.IOException;

/** The right to write into a directory of results, which one run has at a time. */
public sealed interface DirectoryLock extends AutoCloseable permits ProcessLock, LeaseLock {
    /**
     * Checks that it is still held.
     *
     * @throws IOException if another run has taken it for dead
     */
    void check() throws IOException;

    /** The fault of a directory into which {@code holder} writes. */
    static InputException held(String name, String holder) {
        return new InputException(
                "%s: another run writes there (%s); wait for it to end, or give another --out".formatted(name, holder));
    }

    /** Gives it up. */
    @Override
    void close() throws IOException;
}
