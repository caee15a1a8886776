package io.github.spikesweep.points;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.table.Shown;
import java.util.function.Supplier;

/** What reading the bytes of a stranger as Arrow's format ends in, as a fault of the user. */
final class ArrowFault {
    private ArrowFault() {}

    /**
     * Reads. In bytes that are broken, offsets lead anywhere, so anything may be thrown; only what reads them is to run here.
     *
     * @param source what the file is called in messages
     */
    static <T> T guard(String source, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            String reason = e instanceof Broken ? Shown.reason(e.getMessage()) : "a part of it is missing";
            throw new InputException(source + ": is not an Arrow table, or a broken one: " + reason);
        }
    }

    /** Refuses what is invalid, within {@link #guard}. */
    static void require(boolean holds, String problem) {
        if (!holds) {
            throw new Broken(problem);
        }
    }

    private static final class Broken extends RuntimeException {
        Broken(String problem) {
            super(problem);
        }
    }
}
