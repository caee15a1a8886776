package io.github.spikesweep.trace;

import io.github.spikesweep.sweep.rows.RowTrace;
import java.io.IOException;
import java.io.Writer;

/** Writes traces as comma-separated values with all digits, so that reading gives the same numbers. */
public final class CsvTrace {
    private CsvTrace() {}

    /** Writes a line of names, then one for each time. */
    public static void write(RowTrace trace, Writer out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (TraceColumn column : TraceColumn.of(trace)) {
            line.append(line.isEmpty() ? "" : ",").append(column.name());
        }
        int variables = trace.model().variables().size();
        out.append(line).append('\n');
        for (int sample = 0; sample < trace.size(); sample++) {
            line.setLength(0);
            line.append(trace.time(sample));
            for (int variable = 0; variable < variables; variable++) {
                line.append(',').append(trace.value(variable, sample));
            }
            out.append(line).append('\n');
        }
        out.flush();
    }
}
