package io.github.spikesweep.plot;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.plot.chart.Quantity;
import io.github.spikesweep.plot.rows.PlottedRows;
import io.github.spikesweep.plot.rows.RowGroups;
import io.github.spikesweep.plot.rows.SweptAxis;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sweep.output.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Pictures of spike times.
 *
 * @param title makes a title of what is shown
 */
record SpikePicture(PlottedRows rows, Column times, UnaryOperator<String> title) {
    /** The intervals between spikes over an axis. */
    Picture intervals(SweptAxis along) {
        RowGroups groups = groups();
        if (IntervalPanel.count(rows.columns().series(times)) == 0) {
            throw new InputException(
                    rows.table().name() + ": nothing to draw: no row has two spikes, so there are no intervals");
        }
        return Picture.of(
                title.apply("Inter-spike intervals"),
                rows.missing(times, "", "").notes("inter-spike intervals", over(List.of(along), rows.texts())),
                IntervalPanel.of(along, times, rows.columns(), groups));
    }

    /** The spikes of each row over time, if there is no axis to draw them against. */
    Picture raster() {
        RowGroups groups = groups();
        List<Integer> order = groups.groups().stream()
                .flatMap(group -> IntStream.of(group.rows()).boxed())
                .toList();
        if (order.stream().allMatch(row -> rows.columns().series(times)[row].length == 0)) {
            throw new InputException(rows.table().name() + ": nothing to draw: no row has a spike");
        }
        int apart = (order.size() - 1) / RasterPanel.MOST_ROWS + 1;
        // Replicates have their own numbers, and other rows those of their place from the bottom up.
        boolean numbered = rows.texts().isEmpty() && !rows.replicates().isEmpty() && apart == 1;
        double[] places = new double[order.size()];
        List<RowGroups.Group> drawn = new ArrayList<>();
        int place = 0;
        for (RowGroups.Group group : groups.groups()) {
            List<Integer> kept = new ArrayList<>();
            for (int i = 0; i < group.rows().length; i += apart) {
                int row = group.rows()[i];
                kept.add(row);
                places[row] = numbered
                        ? rows.columns().numbers(rows.replicates().get(0).column())[row]
                        : place;
                place++;
            }
            drawn.add(new RowGroups.Group(
                    group.label(), kept.stream().mapToInt(row -> row).toArray()));
        }
        PlottedRows told = apart == 1 ? rows : rows.with("every %dth row".formatted(apart));
        String label = numbered ? Quantity.name(rows.replicates().get(0).column()) : "rows";
        return Picture.of(
                title.apply("Spikes"),
                told.missing(times, "", "").notes("spikes over time", over(List.of(), rows.texts())),
                RasterPanel.of(label, places, times, rows.columns(), new RowGroups(drawn)));
    }

    private RowGroups groups() {
        RowGroups groups = RowGroups.by(rows.texts(), rows.columns());
        if (groups.count() > LinePanel.MOST_LINES) {
            throw new InputException(
                    "too many groups of rows (%s) to draw in different colours; choose some of them with --where"
                            .formatted(Figures.count(groups.count())));
        }
        return groups;
    }

    private static List<Column> over(List<SweptAxis> axes, List<SweptAxis> others) {
        List<Column> over = new ArrayList<>(axes.stream().map(SweptAxis::column).toList());
        over.addAll(others.stream().map(SweptAxis::column).toList());
        return over;
    }
}
