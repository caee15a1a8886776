package io.github.spikesweep.results;

/** What becomes of the results that a directory holds. */
public enum Existing {
    /** They stay, and what they lack is added. */
    RESUME,
    REPLACE
}
