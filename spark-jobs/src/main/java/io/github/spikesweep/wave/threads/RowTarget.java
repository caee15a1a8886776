package io.github.spikesweep.wave.threads;

import io.github.spikesweep.columnar.RowSink;
import java.io.IOException;

/** Where the rows of a wave go: its parts, each of which takes consecutive rows. */
public interface RowTarget extends AutoCloseable {
    /** How many parts there are, at least one. They get about equally many rows. */
    int parts();

    /** Before any row. */
    void begin() throws IOException;

    /** Takes the rows of a part; asked for once, with its first rows, by the thread that has simulated them. */
    RowSink sink(int part) throws IOException;

    /** All rows are there, and their parts complete. */
    void end() throws IOException;

    /** Whether or not it has ended. */
    @Override
    void close() throws IOException;
}
