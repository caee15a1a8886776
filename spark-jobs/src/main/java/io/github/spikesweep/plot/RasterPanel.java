package io.github.spikesweep.plot;

import io.github.spikesweep.plot.chart.Charts;
import io.github.spikesweep.plot.chart.Colours;
import io.github.spikesweep.plot.chart.Quantity;
import io.github.spikesweep.plot.rows.ResultColumns;
import io.github.spikesweep.plot.rows.RowGroups;
import io.github.spikesweep.sweep.output.Column;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** A raster of spikes: a line for each row, a stroke for each of its spikes, over time. */
final class RasterPanel {
    /** The most rows that are distinguishable. */
    static final int MOST_ROWS = 400;

    private static final double HEIGHT = 380;
    private static final double TALLEST = 14;

    private RasterPanel() {}

    /**
     * Draws it.
     *
     * @param label of the vertical axis
     * @param places the place of each row on that axis
     */
    static JFreeChart of(String label, double[] places, Column times, ResultColumns rows, RowGroups groups) {
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setDrawOutlines(true);
        double[][] spikes = rows.series(times);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (RowGroups.Group group : groups.groups()) {
            for (int row : group.rows()) {
                low = Math.min(low, places[row]);
                high = Math.max(high, places[row]);
            }
        }
        double half = Math.min(TALLEST, Math.max(1, 0.7 * HEIGHT / (high - low + 1))) / 2;
        for (int i = 0; i < groups.count(); i++) {
            List<double[]> points = new ArrayList<>();
            for (int row : groups.groups().get(i).rows()) {
                for (double time : spikes[row]) {
                    points.add(new double[] {time, places[row]});
                }
            }
            data.addSeries(groups.groups().get(i).label(), new double[][] {
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray()
            });
            renderer.setSeriesPaint(i, Colours.category(i));
            renderer.setSeriesShape(i, new Line2D.Double(0, -half, 0, half));
            renderer.setSeriesStroke(i, new BasicStroke(1.2f));
            renderer.setSeriesOutlineStroke(i, new BasicStroke(1.2f));
        }
        renderer.setLegendLine(Charts.LEGEND_LINE);
        NumberAxis up = Charts.counts(label);
        XYPlot plot = Charts.plot(data, Charts.axis(Quantity.withUnit("time", times.unit()), false), up, renderer);
        // Rows without a spike have their place, too.
        up.setRange(low - 1, high + 1);
        return Charts.chart("", plot, groups.count() > 1);
    }
}
