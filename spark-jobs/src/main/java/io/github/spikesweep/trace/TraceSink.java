package io.github.spikesweep.trace;

import java.util.List;

/** Takes the content of a trace. */
public interface TraceSink {
    /** Takes the columns, once: the time, then one or more others. */
    void begin(List<TraceColumn> columns);

    /**
     * Takes the values at a time.
     *
     * @param row finite, one for each column, in their order; reused for the next
     */
    void add(double[] row);
}
