package io.github.spikesweep.wave.threads;

import io.github.spikesweep.columnar.RowSink;
import io.github.spikesweep.columnar.RowVectors;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.sweep.rows.RowSet;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.function.IOSupplier;

/**
 * A part of a wave: where rows go, and the candidates whose rows these are. Chunks are given out in order and written in order; those that are
 * finished before their turn wait, so few are given out ahead of what is written.
 */
final class Part implements AutoCloseable {
    private final IndexRanges positions;
    private final int mostAhead;
    private final RowSet wanted;
    private final IOSupplier<RowSink> opening;
    private final Map<Long, Optional<RowVectors>> waiting = new HashMap<>();

    private long given;
    private long chunks;
    private long written;
    private boolean writing;
    private long rows;
    private Optional<RowSink> sink = Optional.empty();

    /**
     * @param positions of the candidates, in order
     * @param mostAhead how many chunks may be given out that are not written
     * @param wanted whose candidates these are
     * @param opening takes them, from the first rows on
     */
    Part(IndexRanges positions, int mostAhead, RowSet wanted, IOSupplier<RowSink> opening) {
        this.positions = positions;
        this.mostAhead = mostAhead;
        this.wanted = wanted;
        this.opening = opening;
    }

    /** How many candidates are not given out yet. */
    synchronized long left() {
        return positions.count() - given;
    }

    /** The next chunk of about that many candidates, which cuts no chain; none if all are given out, or too many for now. */
    synchronized Optional<Chunk> next(long most) {
        if (left() == 0 || chunks - written >= mostAhead) {
            return Optional.empty();
        }
        long end = wanted.uncut(positions, given + Math.min(most, left()));
        IndexRanges next = positions.slice(given, end);
        given = end;
        return Optional.of(new Chunk(this, chunks++, next));
    }

    /**
     * Takes the rows of a chunk, none if it has none or was given up, and writes what is next in order. While one thread writes,
     * others only leave theirs.
     *
     * @return how many rows were written
     */
    long finished(Chunk chunk, Optional<RowVectors> result) throws IOException {
        synchronized (this) {
            waiting.put(chunk.number(), result);
            if (writing) {
                return 0;
            }
            writing = true;
        }
        long before = rows;
        for (Optional<Optional<RowVectors>> next = take(); next.isPresent(); next = take()) {
            if (next.get().isPresent()) {
                try (RowVectors vectors = next.get().get()) {
                    if (sink.isEmpty()) {
                        sink = Optional.of(opening.get());
                    }
                    sink.get().write(vectors);
                    rows += vectors.rows();
                }
            }
        }
        return rows - before;
    }

    /** The next chunk in order; if it is not there yet, the writing ends. */
    private synchronized Optional<Optional<RowVectors>> take() {
        Optional<RowVectors> next = waiting.remove(written);
        if (next == null) {
            writing = false;
            return Optional.empty();
        }
        written++;
        return Optional.of(next);
    }

    /** All its rows were written. */
    void complete() throws IOException {
        if (sink.isPresent()) {
            sink.get().complete();
        }
    }

    /** Frees what was not written, and closes the rest as it is. */
    @Override
    public synchronized void close() {
        sink.ifPresent(RowSink::close);
        waiting.values().forEach(result -> result.ifPresent(RowVectors::close));
        waiting.clear();
    }
}
