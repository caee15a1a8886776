package io.github.spikesweep.job;

import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.file.ClassScan;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.sweep.refine.KnownRows;
import java.io.IOException;

/**
 * The rounds of a run. Without refinement there is one, of all rows. With it, what is in the directory decides which rows the next
 * one has.
 */
final class Rounds {
    private final SweptRows rows;
    private final ResultsDirectory results;
    private final IndexRanges covered;
    private int number;

    /** @param covered the candidates whose rows were in the directory when the run began, as positions */
    Rounds(SweptRows rows, ResultsDirectory results, IndexRanges covered) {
        this.rows = rows;
        this.results = results;
        this.covered = covered;
    }

    /** What is left to simulate of the next round, once the last one is in the directory; nothing at the end. */
    Remaining next() throws IOException {
        number++;
        if (rows.isRefined()) {
            return new Remaining(known().next());
        }
        return number == 1 ? rows.without(covered) : new Remaining(IndexRanges.none());
    }

    /** The simulated rows in the directory of a refined sweep. */
    KnownRows known() throws IOException {
        return new ClassScan(rows.sweep().definition(), rows.grid()).read(results.dataFiles());
    }

    /** How many there were so far, the current one included. */
    int number() {
        return number;
    }
}
