package io.github.spikesweep.plot.trace;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.plot.rows.PlottedRows;
import io.github.spikesweep.plot.rows.ResultReader;
import io.github.spikesweep.plot.rows.RowGroups;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sweep.output.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;

/** Some of the rows that have a series of values, evenly spaced, for panels one above the other. */
final class FewRows {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 230;
    private static final int LONE_HEIGHT = 480;

    private final PlottedRows all;
    private final PlottedRows drawn;
    private final RowGroups chosen;

    /**
     * Chooses rows.
     *
     * @param series the columns of which they have one
     * @param most how many rows at most
     * @param what such a column has, for messages: {@code trace}
     */
    FewRows(ResultReader reader, List<Column> series, int most, String what) throws IOException {
        this.all = PlottedRows.read(reader, List.of());
        Set<Long> having = reader.having(series);
        RowGroups each = new RowGroups(IntStream.range(0, all.columns().rows())
                .filter(row -> having.contains(all.columns().id(row)))
                .mapToObj(row -> new RowGroups.Group(label(all, row), row))
                .toList());
        PlottedRows told = told(all, each, series, what);
        if (each.count() == 0) {
            throw new InputException(told.table().name() + ": nothing to draw: "
                    + (all.columns().rows() == 0
                            ? "there are no rows yet"
                            : "no row has a " + what + "; " + String.join("; ", told.remarks())));
        }
        this.chosen = each.atMost(most);
        this.drawn = chosen.count() == each.count()
                ? told
                : told.with("%d of %s %ss".formatted(chosen.count(), Figures.count(each.count()), what));
    }

    /** The ids of the chosen rows. */
    Set<Long> ids() {
        Set<Long> ids = new LinkedHashSet<>();
        chosen.groups().forEach(group -> ids.add(all.columns().id(group.rows()[0])));
        return ids;
    }

    /** What tells a chosen row from the others; empty if there is one row alone. */
    String title(int row) {
        return all.columns().rows() > 1 ? chosen.groups().get(row).label() : "";
    }

    /** The picture of some panels. */
    Picture picture(List<JFreeChart> panels) {
        String title = drawn.table().description().isEmpty()
                ? drawn.table().name()
                : drawn.table().description();
        return new Picture(
                title,
                drawn.notes("over time", new ArrayList<>()),
                panels,
                1,
                WIDTH,
                panels.size() == 1 ? LONE_HEIGHT : HEIGHT);
    }

    /** What is said about the rows without a series. */
    private static PlottedRows told(PlottedRows all, RowGroups having, List<Column> series, String what) {
        int diverged = all.diverged().cardinality();
        long others = Math.min(all.columns().rows(), all.tally().wanted()) - having.count() - diverged;
        PlottedRows told = diverged == 0 ? all : all.with(Figures.counted(diverged, "row") + " diverged");
        String lacking = series.size() == 1 ? series.get(0).name() : "a " + what;
        return others <= 0 ? told : told.with(Figures.counted(others, "row") + " without " + lacking);
    }

    private static String label(PlottedRows rows, int row) {
        String values = RowGroups.label(rows.varying(), rows.columns(), row);
        return values.isEmpty() ? "row " + rows.columns().id(row) : values;
    }
}
