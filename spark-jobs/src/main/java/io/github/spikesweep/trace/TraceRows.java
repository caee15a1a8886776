package io.github.spikesweep.trace;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Model;
import java.util.List;

/** Passes the content of a file on, as far as it is a trace. */
final class TraceRows {
    private final String file;
    private final TraceSink sink;
    private double last = Double.NEGATIVE_INFINITY;

    /**
     * Checks the columns and passes them on.
     *
     * @param file its name
     */
    TraceRows(String file, List<TraceColumn> columns, TraceSink sink) {
        this.file = file;
        this.sink = sink;
        String first = columns.isEmpty() ? "" : columns.get(0).name();
        if (!first.equals(Model.TIME)) {
            throw notATrace("its first column is '%s', not the time '%s'".formatted(first, Model.TIME));
        }
        if (columns.size() < 2) {
            throw notATrace("it has no column but the time");
        }
        sink.begin(columns);
    }

    /** A fault of the file as a whole. */
    InputException notATrace(String why) {
        return new InputException(
                "%s is not a trace as 'spikesweep trace' writes it: %s; results are drawn from their directory"
                        .formatted(file, why));
    }

    /**
     * Passes a row on.
     *
     * @param place where it stands in the file
     */
    void add(String place, double[] row) {
        for (double value : row) {
            if (!Double.isFinite(value)) {
                throw new InputException("%s: %s: found %s instead of a finite number".formatted(file, place, value));
            }
        }
        if (row[0] <= last) {
            throw new InputException("%s: %s: the time %s does not come after %s".formatted(file, place, row[0], last));
        }
        last = row[0];
        sink.add(row);
    }
}
