package io.github.spikesweep.plot.trace;

import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.plot.chart.Quantity;
import io.github.spikesweep.plot.rows.ResultColumns;
import io.github.spikesweep.plot.rows.ResultReader;
import io.github.spikesweep.sweep.output.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The traces of a few rows of results, one above the other; of a circuit, those of its cells. */
public record TracePicture(ResultReader reader) {
    /** How the names of such columns begin. */
    public static final String TRACE = "trace_";

    private static final int MOST_PANELS = 6;
    private static final int MOST_ROWS = 5;

    /**
     * The traces of some of the rows that have one, evenly spaced.
     *
     * @param wanted the trace to draw; by default the first that a row has, and those of the same variable of other cells
     */
    public Picture of(Optional<Column> wanted) throws IOException {
        List<Column> traces = wanted.map(List::of)
                .orElseGet(() -> reader.run().table().columns().stream()
                        .filter(column -> column.name().startsWith(TRACE))
                        .toList());
        int together = traces.stream()
                .mapToInt(trace -> (int)
                        traces.stream().filter(other -> areAlike(trace, other)).count())
                .max()
                .orElse(1);
        int rows = together == 1 ? MOST_ROWS : Math.max(1, MOST_PANELS / together);
        FewRows chosen = new FewRows(reader, traces, rows, "trace");
        return chosen.picture(TracePanel.charts(panels(chosen, traces)));
    }

    private List<TracePanel> panels(FewRows chosen, List<Column> traces) throws IOException {
        ResultColumns rows = reader.read(traces, chosen.ids());
        List<TracePanel> panels = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            Column first = null;
            for (int i = 0; i < traces.size(); i++) {
                Column trace = traces.get(i);
                double[] values = rows.series(trace)[row];
                if (values.length > 0 && (first == null || areAlike(first, trace))) {
                    panels.add(panel(first == null ? chosen.title(row) : "", trace, i, values));
                    first = first == null ? trace : first;
                }
            }
        }
        return panels;
    }

    /** Whether two traces are of the same variable of two cells: {@code trace_a_v} and {@code trace_b_v}. */
    private static boolean areAlike(Column first, Column second) {
        return first.equals(second)
                || (first.unit().equals(second.unit())
                        && variable(first).isPresent()
                        && variable(first).equals(variable(second)));
    }

    private static Optional<String> variable(Column trace) {
        int cell = trace.name().lastIndexOf('_');
        return cell < TRACE.length()
                ? Optional.empty()
                : Optional.of(trace.name().substring(cell));
    }

    private static TracePanel panel(String title, Column trace, int colour, double[] values) {
        Column.Sampling times = trace.sampling();
        Envelope curve = new Envelope();
        for (int i = 0; i < values.length; i++) {
            curve.add(times.start() + i * times.every(), values[i]);
        }
        String name = Quantity.label(trace).replaceFirst("^" + TRACE, "");
        return new TracePanel(title, Quantity.withUnit("time", times.unit()), name, scale(trace), colour, curve);
    }

    /** The same variable of all cells has one scale. */
    private static String scale(Column trace) {
        return variable(trace).map(variable -> variable + " " + trace.unit()).orElse(trace.name());
    }
}
