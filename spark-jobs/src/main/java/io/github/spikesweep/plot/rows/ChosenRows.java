package io.github.spikesweep.plot.rows;

import java.util.Arrays;

/** The rows of results that satisfy a condition. */
public final class ChosenRows {
    private final String condition;
    private final long[] ids;

    /**
     * Those rows.
     *
     * @param condition as the user has written it
     * @param ids in any order
     */
    public ChosenRows(String condition, long... ids) {
        this.condition = condition;
        this.ids = Arrays.stream(ids).sorted().toArray();
    }

    /** The condition, as the user has written it. */
    public String condition() {
        return condition;
    }

    /** How many there are. */
    public long count() {
        return ids.length;
    }

    boolean contains(long id) {
        return Arrays.binarySearch(ids, id) >= 0;
    }
}
