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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.renderer.PaintScale;

/** Pictures of a column with one number per row. */
record FigurePicture(PlottedRows rows, Column shown, String title) {
    private static final int MOST_PANELS = 6;
    private static final int MOST_AXES = 9;
    private static final int MOST_SHADES = 8;
    private static final int WIDTH = 520;
    private static final int HEIGHT = 390;
    private static final int LONE_WIDTH = 860;
    private static final int STACKED_HEIGHT = 260;

    /** Lines over an axis, one for each combination of the values of the other axes. */
    Picture lines(SweptAxis x, List<SweptAxis> apart) {
        RowGroups groups = RowGroups.by(apart, rows.columns());
        boolean rising = apart.size() == 1 && apart.get(0).isNumeric();
        PlottedRows told = rows;
        if (rising && groups.count() > MOST_SHADES) {
            told = rows.with("%d of %d values of %s"
                    .formatted(
                            MOST_SHADES,
                            groups.count(),
                            Quantity.name(apart.get(0).column())));
            groups = groups.atMost(MOST_SHADES);
        }
        if (groups.count() > LinePanel.MOST_LINES) {
            throw new InputException(
                    "too many lines (%d) to draw in different colours; choose an axis with fewer values with --color"
                            .formatted(groups.count()));
        }
        return Picture.of(
                title,
                notes(told.filledIn("without dots").missing(shown, "", ""), over(x, apart)),
                hasClasses()
                        ? ClassPanel.of(x, shown, rows.columns(), groups)
                        : LinePanel.of("", x.column(), x.isLogarithmic(), shown, rows.columns(), groups, rising));
    }

    private boolean hasClasses() {
        return !rows.columns().classes(shown).isEmpty();
    }

    /** Refuses what is for numbers. */
    private void checkNumbers() {
        if (hasClasses()) {
            throw new InputException("'" + shown.name()
                    + "' has classes, which are drawn over one or more axes of numbers that vary, and there is none");
        }
    }

    /** Bars, if all axes are texts. */
    Picture bars(List<SweptAxis> texts) {
        checkNumbers();
        SweptAxis across =
                texts.stream().max(Comparator.comparingInt(SweptAxis::size)).orElseThrow();
        List<SweptAxis> others = texts.stream().filter(axis -> axis != across).toList();
        return Picture.of(
                title,
                notes(rows.filledIn("").missing(shown, "", ""), over(across, others)),
                BarPanel.of(across, others, shown, rows.columns()));
    }

    /** A map over two axes, or one for each value of a third axis or of texts. */
    Picture maps(SweptAxis x, SweptAxis y, List<SweptAxis> apart) {
        RowGroups all = RowGroups.by(apart, rows.columns());
        RowGroups groups = all.atMost(MOST_PANELS);
        PaintScale scale = MapPanel.scale(shown, rows.columns());
        MapPanel map = new MapPanel(x, y, shown, scale, rows);
        List<JFreeChart> panels = groups.groups().stream()
                .map(group -> map.of(group.label(), group.rows()))
                .toList();
        PlottedRows told =
                groups.count() < all.count() ? rows.with("%d of %d maps".formatted(groups.count(), all.count())) : rows;
        boolean grid = groups.groups().stream().anyMatch(group -> MapPanel.isGrid(x, y, group.rows().length));
        List<SweptAxis> others = new ArrayList<>(List.of(y));
        others.addAll(apart);
        List<String> notes = notes(
                told.filledIn(grid ? "paler" : "").missing(shown, grid ? "hatched" : "crosses", "grey"),
                over(x, others));
        return panels.size() == 1
                ? Picture.of(title, notes, panels.get(0))
                : new Picture(title, notes, panels, Math.min(panels.size() == 4 ? 2 : 3, panels.size()), WIDTH, HEIGHT);
    }

    /** Histograms, one for each combination of texts, if no other axis varies but that of replicates. */
    Picture histograms(List<SweptAxis> texts) {
        checkNumbers();
        RowGroups groups = RowGroups.by(texts, rows.columns());
        if (groups.count() > MOST_PANELS) {
            return bars(texts);
        }
        long values = Arrays.stream(rows.columns().numbers(shown))
                .filter(value -> !Double.isNaN(value))
                .count();
        HistogramPanel panel =
                new HistogramPanel(shown, Bins.of(rows.columns().numbers(shown), groups.groups()), rows.columns());
        List<JFreeChart> panels = IntStream.range(0, groups.count())
                .mapToObj(i -> panel.of(groups.groups().get(i), i))
                .toList();
        List<String> notes = rows.with("n = " + Figures.count(values))
                .missing(shown, "", "")
                .notes("histogram of " + Quantity.name(shown), columns(texts));
        return panels.size() == 1
                ? Picture.of(title, notes, panels.get(0))
                : new Picture(title, notes, panels, 1, LONE_WIDTH, STACKED_HEIGHT);
    }

    /** Maps over the two numeric axes with the most values, one for each value of the remaining axis. */
    Picture mapsByTheRest(List<SweptAxis> numeric, List<SweptAxis> texts) {
        if (!texts.isEmpty()) {
            return maps(numeric.get(0), numeric.get(1), texts);
        }
        SweptAxis rest =
                numeric.stream().min(Comparator.comparingInt(SweptAxis::size)).orElseThrow();
        List<SweptAxis> plane = numeric.stream().filter(axis -> axis != rest).toList();
        boolean several = rest.size() <= rows.columns().rows() / 4;
        return several ? maps(plane.get(0), plane.get(1), List.of(rest)) : axes(numeric, texts);
    }

    /** A panel for each axis: all rows over it. */
    Picture axes(List<SweptAxis> numeric, List<SweptAxis> texts) {
        RowGroups groups = RowGroups.by(texts, rows.columns());
        if (groups.count() > LinePanel.MOST_LINES) {
            groups = RowGroups.one(rows.columns());
        }
        RowGroups colours = groups;
        List<SweptAxis> drawn = numeric.subList(0, Math.min(MOST_AXES, numeric.size()));
        List<JFreeChart> panels = drawn.stream()
                .map(axis -> hasClasses()
                        ? ClassPanel.of(axis, shown, rows.columns(), colours)
                        : ScatterPanel.of(axis, shown, rows.columns(), colours))
                .toList();
        List<Column> over = new ArrayList<>(columns(numeric));
        over.addAll(columns(texts));
        return new Picture(
                title,
                notes(
                        rows.filledIn("")
                                .with(hasClasses() ? "one dot per row" : "one dot per row, and the mean")
                                .missing(shown, "", ""),
                        over),
                panels,
                Math.min(3, panels.size()),
                WIDTH,
                HEIGHT);
    }

    private List<String> notes(PlottedRows told, List<Column> over) {
        return told.summedUp(hasClasses() ? "the most frequent" : "mean", over).notes(Quantity.name(shown), over);
    }

    private static List<Column> over(SweptAxis x, List<SweptAxis> others) {
        List<Column> over = new ArrayList<>(List.of(x.column()));
        over.addAll(columns(others));
        return over;
    }

    private static List<Column> columns(List<SweptAxis> axes) {
        return axes.stream().map(SweptAxis::column).toList();
    }
}
