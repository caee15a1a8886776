package io.github.spikesweep.plot;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.results.RecordedTable;
import io.github.spikesweep.sweep.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;

/** Traces of a few rows, one above the other. */
record TracePicture(RecordedTable table, ResultReader reader) {
    private static final String TRACE = "trace_";
    private static final int MOST_ROWS = 5;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 230;
    private static final int LONE_HEIGHT = 480;

    /**
     * The traces of some rows, evenly spaced.
     *
     * @param wanted the trace to draw; by default the first that a row has
     */
    Picture of(Optional<Column> wanted) throws IOException {
        List<Column> traces = wanted.map(List::of)
                .orElseGet(() -> table.columns().stream()
                        .filter(column -> column.name().startsWith(TRACE))
                        .toList());
        PlottedRows all = PlottedRows.read(table, reader, List.of());
        RowGroups each = new RowGroups(IntStream.range(0, all.columns().rows())
                .mapToObj(row -> new RowGroups.Group(label(all, row), row))
                .toList());
        RowGroups chosen = each.atMost(MOST_ROWS);
        Set<Long> ids = new HashSet<>();
        chosen.groups().forEach(group -> ids.add(all.columns().id(group.rows()[0])));
        ResultColumns rows = reader.read(traces, ids);
        List<JFreeChart> panels = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            String label = chosen.count() > 1 ? chosen.groups().get(row).label() : "";
            for (int i = 0; i < traces.size(); i++) {
                double[] values = rows.series(traces.get(i))[row];
                if (values.length > 0) {
                    panels.add(SeriesPanels.trace(label, traces.get(i), i, values));
                    break;
                }
            }
        }
        if (panels.isEmpty()) {
            throw new InputException(table.name() + ": nothing to draw: no row has a trace");
        }
        String rowsShown = chosen.count() < each.count()
                ? "%d of %s rows".formatted(chosen.count(), Figures.count(each.count()))
                : Figures.counted(each.count(), "row");
        String title = table.description().isEmpty() ? table.name() : table.description();
        return new Picture(
                title,
                List.of(table.name() + "  ·  over time  ·  " + rowsShown),
                panels,
                1,
                WIDTH,
                panels.size() == 1 ? LONE_HEIGHT : HEIGHT);
    }

    private static String label(PlottedRows rows, int row) {
        String values = RowGroups.label(rows.varying(), rows.columns(), row);
        return values.isEmpty() ? "row " + rows.columns().id(row) : values;
    }
}
