package io.github.spikesweep.sweep.reading.axis;

import java.io.IOException;

/** Reads the files that a sweep file refers to. */
@FunctionalInterface
public interface FileSource {
    /**
     * The content of a file.
     *
     * @param path relative to the directory of the sweep file, with {@code /}, without {@code ..}
     */
    byte[] read(String path) throws IOException;

    /**
     * The name of a file that was read in messages.
     *
     * @param beside its name if it is where the sweep file is
     */
    default String shown(String beside, String path) {
        return beside;
    }
}
