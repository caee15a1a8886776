package io.github.spikesweep.sweep;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Reads the {@code seed} of something random. */
final class Seed {
    /** Unless one is given. */
    static final long USUAL = 1;
    /** Every whole number up to here is exact as a double, which expressions compute. */
    private static final double LARGEST = 0x1p53;

    private Seed() {}

    static long read(Fields fields, Scope scope) {
        return read(fields, entry -> scope.constant(entry, "'seed'"));
    }

    /** @param value of the entry, a finite number */
    static long read(Fields fields, ToDoubleFunction<Entry> value) {
        Optional<Entry> entry = fields.find("seed");
        if (entry.isEmpty()) {
            return USUAL;
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
