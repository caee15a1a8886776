package io.github.spikesweep.sweep;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.space.Numbers;

/** Reads how many values an axis has. */
final class Counts {
    private Counts() {}

    /** A whole number from 1 to 10^15. */
    static long read(Entry entry, String owner) {
        double count = Formula.number(entry, owner);
        if (count != Math.rint(count) || count < 1) {
            throw new InputException(
                    entry.position(), owner + " must be a whole number from 1 on, found " + entry.shown());
        }
        check(entry, owner, count);
        return (long) count;
    }

    static void check(Entry place, String owner, double count) {
        if (count > Numbers.MOST) {
            throw new InputException(
                    place.position(), owner + " has " + Formula.shown(count) + " values; at most 10^15 are accepted");
        }
    }
}
