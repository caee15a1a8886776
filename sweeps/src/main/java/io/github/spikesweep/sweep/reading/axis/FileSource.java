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
}
