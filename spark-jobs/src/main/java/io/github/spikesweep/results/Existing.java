package io.github.spikesweep.results;

/** What to do with existing results in a directory. */
public enum Existing {
    /** They are kept, and missing rows are added. */
    RESUME,
    REPLACE
}
