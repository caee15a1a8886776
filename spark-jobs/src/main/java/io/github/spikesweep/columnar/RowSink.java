package io.github.spikesweep.columnar;

import java.io.IOException;

/** Takes the rows of a table in the order of their ids. */
public interface RowSink extends AutoCloseable {
    /** Takes the next rows. They belong to the caller, who may free them afterwards. */
    void write(RowVectors rows) throws IOException;

    /** There are no more. */
    void complete() throws IOException;

    /** Frees what it holds, also if it is not complete. */
    @Override
    void close();
}
