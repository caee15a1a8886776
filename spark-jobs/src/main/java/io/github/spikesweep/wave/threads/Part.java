package io.github.spikesweep.wave.threads;

import io.github.spikesweep.columnar.RowVectors;
import io.github.spikesweep.columnar.TableFile;
import io.github.spikesweep.space.IndexRanges;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.function.IOSupplier;

/**
 * A file of a wave and the candidates whose rows go there. Chunks are given out in order and written in order; those that are
 * finished before their turn wait, so few are given out ahead of what is written.
 */
final class Part implements AutoCloseable {
    private final IndexRanges positions;
    private final String name;
    private final int mostAhead;
    private final IOSupplier<TableFile> opening;
    private final Map<Long, Optional<RowVectors>> waiting = new HashMap<>();

    private long given;
    private long chunks;
    private long written;
    private boolean writing;
    private long rows;
    private Optional<TableFile> file = Optional.empty();

    /**
     * @param positions of the candidates, in order
     * @param name of the file
     * @param mostAhead how many chunks may be given out that are not written
     * @param opening creates the file, for the first rows
     */
    Part(IndexRanges positions, String name, int mostAhead, IOSupplier<TableFile> opening) {
        this.positions = positions;
        this.name = name;
        this.mostAhead = mostAhead;
        this.opening = opening;
    }

    /** The name of its file. */
    String name() {
        return name;
    }

    /** How many candidates are not given out yet. */
    synchronized long left() {
        return positions.count() - given;
    }

    /** The next chunk of at most that many candidates; none if all are given out, or too many for now. */
    synchronized Optional<Chunk> next(long most) {
        if (left() == 0 || chunks - written >= mostAhead) {
            return Optional.empty();
        }
        long from = positions.at(given);
        long to = Math.min(from + Math.min(most, left()), endOfRange(from));
        given += to - from;
        return Optional.of(new Chunk(this, chunks++, from, to));
    }

    /** The end of the range that a position is in. */
    private long endOfRange(long position) {
        int low = 0;
        int high = positions.rangeCount() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (positions.rangeTo(middle) <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return positions.rangeTo(low);
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
                    if (file.isEmpty()) {
                        file = Optional.of(opening.get());
                    }
                    file.get().write(vectors);
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

    /** Whether it has a file; it has none without rows. */
    boolean hasFile() {
        return file.isPresent();
    }

    /** Completes the file. */
    void complete() throws IOException {
        if (file.isPresent()) {
            file.get().complete();
        }
    }

    /** Frees what was not written, and closes the file as it is. */
    @Override
    public synchronized void close() {
        file.ifPresent(TableFile::close);
        waiting.values().forEach(result -> result.ifPresent(RowVectors::close));
        waiting.clear();
    }
}
