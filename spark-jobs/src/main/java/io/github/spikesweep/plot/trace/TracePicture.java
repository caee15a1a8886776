package io.github.spikesweep.plot.trace;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.plot.chart.Quantity;
import io.github.spikesweep.plot.rows.PlottedRows;
import io.github.spikesweep.plot.rows.ResultColumns;
import io.github.spikesweep.plot.rows.ResultReader;
import io.github.spikesweep.plot.rows.RowGroups;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sweep.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The traces of a few rows of results, one above the other. */
public record TracePicture(ResultReader reader) {
    /** How the names of such columns begin. */
    public static final String TRACE = "trace_";

    private static final int MOST_ROWS = 5;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 230;
    private static final int LONE_HEIGHT = 480;

    /**
     * The traces of some of the rows that have one, evenly spaced.
     *
     * @param wanted the trace to draw; by default the first that a row has
     */
    public Picture of(Optional<Column> wanted) throws IOException {
        List<Column> traces = wanted.map(List::of)
                .orElseGet(() -> reader.run().table().columns().stream()
                        .filter(column -> column.name().startsWith(TRACE))
                        .toList());
        PlottedRows all = PlottedRows.read(reader, List.of());
        Set<Long> traced = reader.having(traces);
        RowGroups each = new RowGroups(IntStream.range(0, all.columns().rows())
                .filter(row -> traced.contains(all.columns().id(row)))
                .mapToObj(row -> new RowGroups.Group(label(all, row), row))
                .toList());
        PlottedRows told = told(all, each, traces);
        if (each.count() == 0) {
            throw new InputException(told.table().name() + ": nothing to draw: "
                    + (all.columns().rows() == 0
                            ? "there are no rows yet"
                            : "no row has a trace; " + String.join("; ", told.remarks())));
        }
        RowGroups chosen = each.atMost(MOST_ROWS);
        PlottedRows drawn = chosen.count() == each.count()
                ? told
                : told.with("%d of %s traces".formatted(chosen.count(), Figures.count(each.count())));
        List<TracePanel> panels = panels(chosen, all, traces);
        String title = told.table().description().isEmpty()
                ? told.table().name()
                : told.table().description();
        return new Picture(
                title,
                drawn.notes("over time", List.of()),
                TracePanel.charts(panels),
                1,
                WIDTH,
                panels.size() == 1 ? LONE_HEIGHT : HEIGHT);
    }

    private List<TracePanel> panels(RowGroups chosen, PlottedRows all, List<Column> traces) throws IOException {
        Set<Long> ids = new LinkedHashSet<>();
        chosen.groups().forEach(group -> ids.add(all.columns().id(group.rows()[0])));
        ResultColumns rows = reader.read(traces, ids);
        List<TracePanel> panels = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            String title = all.columns().rows() > 1 ? chosen.groups().get(row).label() : "";
            int at = row;
            IntStream.range(0, traces.size())
                    .filter(i -> rows.series(traces.get(i))[at].length > 0)
                    .limit(1)
                    .mapToObj(i -> panel(title, traces.get(i), i, rows.series(traces.get(i))[at]))
                    .forEach(panels::add);
        }
        return panels;
    }

    private static TracePanel panel(String title, Column trace, int colour, double[] values) {
        Column.Sampling times = trace.sampling();
        Envelope curve = new Envelope();
        for (int i = 0; i < values.length; i++) {
            curve.add(times.start() + i * times.every(), values[i]);
        }
        String name = Quantity.label(trace).replaceFirst("^" + TRACE, "");
        return new TracePanel(title, Quantity.withUnit("time", times.unit()), name, trace.name(), colour, curve);
    }

    /** What is said about the rows without a trace. */
    private static PlottedRows told(PlottedRows all, RowGroups traced, List<Column> traces) {
        int diverged = all.diverged().cardinality();
        long others = Math.min(all.columns().rows(), all.tally().wanted()) - traced.count() - diverged;
        PlottedRows told = diverged == 0 ? all : all.with(Figures.counted(diverged, "row") + " diverged");
        String what = traces.size() == 1 ? traces.get(0).name() : "a trace";
        return others <= 0 ? told : told.with(Figures.counted(others, "row") + " without " + what);
    }

    private static String label(PlottedRows rows, int row) {
        String values = RowGroups.label(rows.varying(), rows.columns(), row);
        return values.isEmpty() ? "row " + rows.columns().id(row) : values;
    }
}
