package io.github.spikesweep.plot;

import io.github.spikesweep.sweep.Column;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYDotRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** Panels for columns with many values per row: traces and spike times. */
final class SeriesPanels {
    private static final int STRETCHES = 3_000;
    /** The most dots that are still distinguishable in a picture. */
    private static final int MOST_INTERVALS = 2_000_000;

    private static final double LEFT = 72;

    private SeriesPanels() {}

    /**
     * A variable over time in one row.
     *
     * @param title above it, or empty
     * @param color its number among the panels' variables
     */
    static JFreeChart trace(String title, Column variable, int color, double[] values) {
        Column.Sampling times = variable.sampling();
        double[] at = IntStream.range(0, values.length)
                .mapToDouble(i -> times.start() + i * times.every())
                .toArray();
        Means drawn = new Means(at, values, 1).thinned(STRETCHES);
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries("", new double[][] {drawn.x(), drawn.y()});
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, Colours.category(color));
        renderer.setSeriesStroke(0, new BasicStroke(1.2f));
        ValueAxis time = Charts.axis(times.unit().isEmpty() ? "time" : "time (" + times.unit() + ")", false);
        time.setLowerMargin(0);
        time.setUpperMargin(0);
        String name = Quantity.label(variable).replaceFirst("^trace_", "");
        XYPlot plot = Charts.plot(data, time, Charts.axis(name, false), renderer);
        // Aligns the left edges of stacked panels.
        AxisSpace left = new AxisSpace();
        left.setLeft(LEFT);
        plot.setFixedRangeAxisSpace(left);
        return Charts.chart(title, plot, false);
    }

    /** How many intervals there are between the spikes of rows. */
    static long count(double[][] spikes) {
        return Arrays.stream(spikes)
                .mapToLong(row -> Math.max(0, row.length - 1))
                .sum();
    }

    /**
     * The inter-spike intervals of each row over an axis: with a single value firing is regular, with many it is bursting or
     * chaotic.
     */
    static JFreeChart intervals(SweptAxis x, Column times, ResultColumns rows, RowGroups groups) {
        DefaultXYDataset data = new DefaultXYDataset();
        XYDotRenderer renderer = new XYDotRenderer();
        double[] places = rows.numbers(x.column());
        double[][] spikes = rows.series(times);
        int every = (int) Math.max(1, count(spikes) / MOST_INTERVALS);
        for (int i = 0; i < groups.count(); i++) {
            List<double[]> points = new ArrayList<>();
            for (int row : groups.groups().get(i).rows()) {
                for (int k = 1; k < spikes[row].length; k += every) {
                    points.add(new double[] {places[row], spikes[row][k] - spikes[row][k - 1]});
                }
            }
            data.addSeries(groups.groups().get(i).label(), new double[][] {
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray()
            });
            renderer.setSeriesPaint(i, Colours.transparent(Colours.category(i), 140));
        }
        int size = x.size() > 200 ? 1 : 3;
        renderer.setDotWidth(size);
        renderer.setDotHeight(size);
        String unit = times.unit().isEmpty() ? "" : " (" + times.unit() + ")";
        XYPlot plot = Charts.plot(
                data,
                Charts.axis(x.column(), x.isLogarithmic()),
                Charts.axis("inter-spike interval" + unit, false),
                renderer);
        return Charts.chart("", plot, groups.count() > 1);
    }
}
