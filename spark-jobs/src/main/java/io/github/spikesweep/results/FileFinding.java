package io.github.spikesweep.results;

import io.github.spikesweep.space.IndexRanges;
import java.io.Serializable;

/** What was found in a Parquet file of results. */
public sealed interface FileFinding extends Serializable {
    /** The file's name within the directory. */
    String name();

    /**
     * Rows of the sweep, all of whose bytes are as they were written.
     *
     * @param rows how many
     * @param covered the candidates among which there is no other row than these, as positions
     * @param spikes the sum of their spike counts; 0 without that column
     * @param divergedRows how many of them diverged; 0 without a column that tells
     */
    record Sound(String name, long rows, IndexRanges covered, long spikes, long divergedRows) implements FileFinding {}

    /** A file that cannot be read as it was written. */
    record Damaged(String name, String reason) implements FileFinding {}

    /** A file that can be read and is not of this sweep. */
    record Foreign(String name, String reason) implements FileFinding {}
}
