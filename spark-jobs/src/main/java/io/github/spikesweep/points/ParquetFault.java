package io.github.spikesweep.points;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.table.Shown;
import java.io.EOFException;
import java.util.concurrent.Callable;
import org.apache.parquet.io.ParquetDecodingException;
import shaded.parquet.org.apache.thrift.transport.TTransportException;

/** What the Parquet library makes of the bytes of a stranger, as a fault of the user. */
final class ParquetFault {
    private ParquetFault() {}

    /**
     * Runs the library. On a file that is broken it throws what comes to hand, checked or not; all of that is the file's fault,
     * so nothing of ours is to run here but what throws {@link InputException}.
     *
     * @param source what the file is called in messages
     */
    static <T> T guard(String source, Callable<T> step) {
        try {
            return step.call();
        } catch (InputException e) {
            throw e;
        } catch (StackOverflowError e) {
            // It follows what is nested, wherever that leads.
            throw broken(source, "metadata is nested too deep");
        } catch (Exception e) {
            throw broken(source, reason(e));
        }
    }

    /** Refuses what is invalid, within {@link #guard}. */
    static void require(boolean holds, String problem) {
        if (!holds) {
            throw new ParquetDecodingException(problem);
        }
    }

    private static InputException broken(String source, String reason) {
        return new InputException(source + ": is not a Parquet file, or a broken one: " + reason);
    }

    /** The message of the first cause, which tells most. */
    private static String reason(Exception e) {
        Throwable first = e;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        if (first instanceof NullPointerException
                || first instanceof EOFException
                || first instanceof TTransportException) {
            return "a part of it is missing";
        }
        return first.getMessage() == null ? first.getClass().getSimpleName() : Shown.reason(first.getMessage());
    }
}
