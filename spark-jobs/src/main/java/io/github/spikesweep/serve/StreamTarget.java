package io.github.spikesweep.serve;

import io.github.spikesweep.columnar.RowSink;
import io.github.spikesweep.columnar.TableStream;
import io.github.spikesweep.wave.threads.RowTarget;
import java.io.IOException;
import java.io.OutputStream;

/** Sends rows to the one who has asked, as soon as they are there. */
final class StreamTarget implements RowTarget {
    private final OutputStream out;
    private final TableStream table;

    /** @param table writes to {@code out} */
    StreamTarget(OutputStream out, TableStream table) {
        this.out = out;
        this.table = table;
    }

    @Override
    public int parts() {
        return 1;
    }

    @Override
    public void begin() {
        // The columns are written already.
    }

    @Override
    public RowSink sink(int part) {
        return table;
    }

    /** Also if no row was there. */
    @Override
    public void end() throws IOException {
        table.end();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
