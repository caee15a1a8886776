package io.github.spikesweep.results.lock;

import io.github.spikesweep.document.InputException;
import java.io.IOException;

/** The right to write into a directory of results, which only one run has at a time. */
public sealed interface DirectoryLock extends AutoCloseable permits ProcessLock, LeaseLock {
    /**
     * Checks that it is still held.
     *
     * @throws IOException if another run has assumed that this one is dead
     */
    void check() throws IOException;

    /** The message that {@code holder} is writing into the directory. */
    static InputException held(String name, String holder) {
        return new InputException("%s: another run is writing there (%s); wait for it to end, or give another --out"
                .formatted(name, holder));
    }

    /** Releases it. */
    @Override
    void close() throws IOException;
}
