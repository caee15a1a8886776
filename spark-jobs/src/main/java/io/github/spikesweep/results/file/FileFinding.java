package io.github.spikesweep.results.file;

import io.github.spikesweep.space.IndexRanges;
import java.io.Serializable;

/** What was found in a Parquet file of results. */
public sealed interface FileFinding extends Serializable {
    /** The file's name within the directory. */
    String name();

    /**
     * Intact rows of the sweep.
     *
     * @param rows how many
     * @param covered the candidates that include these rows and no others, as positions
     * @param spikes the sum of their spike counts; 0 without that column
     * @param divergedRows how many of them diverged; 0 without a column that says so
     * @param filledRows how many of them were not simulated
     */
    record Sound(String name, long rows, IndexRanges covered, long spikes, long divergedRows, long filledRows)
            implements FileFinding {}

    /** A damaged file. */
    record Damaged(String name, String reason) implements FileFinding {}

    /** A readable file that does not belong to this sweep. */
    record Foreign(String name, String reason) implements FileFinding {}
}
