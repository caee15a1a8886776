package io.github.spikesweep.plot;

import io.github.spikesweep.plot.chart.Charts;
import io.github.spikesweep.plot.chart.Colours;
import io.github.spikesweep.plot.rows.Means;
import io.github.spikesweep.plot.rows.ResultColumns;
import io.github.spikesweep.plot.rows.RowGroups;
import io.github.spikesweep.plot.rows.SweptAxis;
import io.github.spikesweep.sweep.output.Column;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * A line chart of a quantity over another, with a line for each group of rows, and the rows as dots if several have the same x.
 */
final class LinePanel {
    /** The most points of a line that are drawn as dots. */
    private static final int MOST_MARKED = 60;

    private static final int MOST_DOTS = 50_000;
    private static final int STRETCHES = 2_000;
    private static final double WIDTH = 1.8;
    /** By how much a line is wider than each that it lies on, and at most altogether. */
    private static final double WIDER = 1.2;

    private static final double WIDEST = 3.6;
    /** The part of the vertical axis by which values of lines that lie on one another may differ. */
    private static final double SAME = 0.004;

    /** How many groups have distinguishable lines. */
    static final int MOST_LINES = 3 * Colours.categories();

    private LinePanel() {}

    /**
     * Draws it.
     *
     * @param title above it, or empty
     * @param rising whether the groups are increasing values, to be drawn with an ordered colour scale
     */
    static JFreeChart of(
            String title,
            Column x,
            boolean logarithmic,
            Column y,
            ResultColumns rows,
            RowGroups groups,
            boolean rising) {
        DefaultXYDataset lines = new DefaultXYDataset();
        DefaultXYDataset dots = new DefaultXYDataset();
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer();
        line.setLegendLine(Charts.LEGEND_LINE);
        XYLineAndShapeRenderer dot = new XYLineAndShapeRenderer(false, true);
        double[] xs = rows.numbers(x);
        double[] ys = rows.numbers(y);
        List<Means> curves = groups.groups().stream()
                .map(group -> Means.of(xs, ys, group.rows()))
                .toList();
        double[] widths = widths(curves);
        for (int i = 0; i < groups.count(); i++) {
            RowGroups.Group group = groups.groups().get(i);
            Color color = rising ? Colours.along(0.9 * i / Math.max(1, groups.count() - 1)) : Colours.category(i);
            Means means = curves.get(i);
            Means drawn = means.thinned(STRETCHES);
            lines.addSeries(group.label(), new double[][] {drawn.x(), drawn.y()});
            line.setSeriesPaint(i, color);
            line.setSeriesStroke(i, stroke(widths[i], i / Colours.categories(), rising));
            line.setSeriesShape(i, Charts.dot(6 + widths[i] - WIDTH));
            int[] simulated = Arrays.stream(group.rows())
                    .filter(row -> !rows.isFilled(row))
                    .toArray();
            boolean filled = simulated.length < group.rows().length;
            line.setSeriesShapesVisible(i, means.x().length <= MOST_MARKED && means.most() <= 1 && !filled);
            boolean several = means.most() > 1 || filled;
            dots.addSeries(group.label(), several ? points(rows, x, y, simulated) : new double[2][0]);
            dot.setSeriesPaint(i, filled ? color : Colours.transparent(color, 90));
            dot.setSeriesShape(i, Charts.dot(4));
            dot.setSeriesVisibleInLegend(i, false);
        }
        XYPlot plot = Charts.plot(lines, Charts.axis(x, logarithmic), Charts.axis(y, false), line);
        plot.setDataset(1, dots);
        plot.setRenderer(1, dot);
        return Charts.chart(title, plot, groups.count() > 1);
    }

    /** A line that lies on others, which are drawn after it, is wider than they, so that its edges are seen. */
    private static double[] widths(List<Means> curves) {
        double[] all = SweptAxis.distinct(curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.y()))
                .toArray());
        double same = all.length == 0 ? 0 : SAME * (all[all.length - 1] - all[0]);
        int[] covered = IntStream.range(0, curves.size())
                .map(i -> (int) curves.subList(0, i).stream()
                        .filter(other -> curves.get(i).liesOn(other, same))
                        .count())
                .toArray();
        double most = Math.max(1, Arrays.stream(covered).max().orElse(0));
        double step = Math.min(WIDER, WIDEST / most);
        return Arrays.stream(covered).mapToDouble(count -> WIDTH + step * count).toArray();
    }

    private static BasicStroke stroke(double width, int round, boolean rising) {
        float[] dashes = {8, 4};
        float[] points = {2, 3};
        if (round == 0 || rising) {
            return new BasicStroke((float) width);
        }
        return new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, round == 1 ? dashes : points, 0);
    }

    /** The rows that have a value, thinned out evenly if there are very many. */
    private static double[][] points(ResultColumns columns, Column x, Column y, int[] rows) {
        double[] values = columns.numbers(y);
        int[] shown = Arrays.stream(ResultColumns.thinned(rows, MOST_DOTS))
                .filter(row -> !Double.isNaN(values[row]))
                .toArray();
        return new double[][] {columns.numbers(x, shown), columns.numbers(y, shown)};
    }
}
