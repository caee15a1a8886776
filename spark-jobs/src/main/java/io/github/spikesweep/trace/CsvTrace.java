package io.github.spikesweep.trace;

import io.github.spikesweep.sweep.rows.RowTrace;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;

/** Writes traces as comma-separated values with all digits, so that reading gives the same numbers. */
public final class CsvTrace {
    private static final int CHUNK = 1 << 13;

    private CsvTrace() {}

    /** Writes a line of names, then one for each time. */
    public static void write(RowTrace trace, Writer out) throws IOException {
        out.append(TraceColumn.of(trace).stream().map(TraceColumn::name).collect(Collectors.joining(",")))
                .append('\n');
        int variables = trace.model().variables().size();
        char[] text = new char[CHUNK];
        int end = 0;
        for (int sample = 0; sample < trace.size(); sample++) {
            for (int column = 0; column <= variables; column++) {
                if (end > CHUNK - CsvNumber.LONGEST - 1) {
                    out.write(text, 0, end);
                    end = 0;
                }
                double value = column == 0 ? trace.time(sample) : trace.value(column - 1, sample);
                end = CsvNumber.put(value, text, end);
                text[end++] = column < variables ? ',' : '\n';
            }
        }
        out.write(text, 0, end);
        out.flush();
    }
}
