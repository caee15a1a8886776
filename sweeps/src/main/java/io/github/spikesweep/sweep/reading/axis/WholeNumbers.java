package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.space.Numbers;
import io.github.spikesweep.sweep.neuron.Formula;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Reads how many values an axis has, and the {@code seed} of something random. */
public final class WholeNumbers {
    /** The default seed. */
    static final long USUAL_SEED = 1;
    /** Every whole number up to here is exact as a double, which expressions compute. */
    private static final double LARGEST = 0x1p53;

    private WholeNumbers() {}

    /** A whole number from 1 to 10^15. */
    static long count(Entry entry, String owner) {
        double count = Formula.number(entry, owner);
        if (count != Math.rint(count) || count < 1) {
            throw new InputException(
                    entry.position(), owner + " must be a whole number of at least 1, found " + entry.shown());
        }
        checkCount(entry, owner, count);
        return (long) count;
    }

    /** Refuses more values than an axis may have. */
    static void checkCount(Entry place, String owner, double count) {
        if (count > Numbers.MOST) {
            throw new InputException(
                    place.position(), owner + " has " + Formula.shown(count) + " values; at most 10^15 are accepted");
        }
    }

    /**
     * The {@code seed} among {@code fields}, from 0 to 2^53; {@link #USUAL_SEED} if there is none.
     *
     * @param value of the entry, a finite number
     */
    public static long seed(Fields fields, ToDoubleFunction<Entry> value) {
        Optional<Entry> entry = fields.find("seed");
        if (entry.isEmpty()) {
            return USUAL_SEED;
        }
        double seed = value.applyAsDouble(entry.get());
        if (seed != Math.rint(seed) || seed < 0 || seed > LARGEST) {
            throw new InputException(
                    entry.get().position(),
                    "'seed' must be a whole number from 0 to 2^53, found "
                            + entry.get().shown());
        }
        return (long) seed;
    }
}
