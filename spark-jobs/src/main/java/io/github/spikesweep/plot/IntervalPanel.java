package io.github.spikesweep.plot;

import io.github.spikesweep.plot.chart.Charts;
import io.github.spikesweep.plot.chart.Colours;
import io.github.spikesweep.plot.chart.Quantity;
import io.github.spikesweep.plot.rows.ResultColumns;
import io.github.spikesweep.plot.rows.RowGroups;
import io.github.spikesweep.plot.rows.SweptAxis;
import io.github.spikesweep.sweep.output.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYDotRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * The inter-spike intervals of each row over an axis: with a single value firing is regular, with many it is bursting or chaotic.
 */
final class IntervalPanel {
    /** The most dots that are still distinguishable in a picture. */
    private static final int MOST_INTERVALS = 2_000_000;

    private IntervalPanel() {}

    /** How many intervals there are between the spikes of rows. */
    static long count(double[][] spikes) {
        return Arrays.stream(spikes)
                .mapToLong(row -> Math.max(0, row.length - 1))
                .sum();
    }

    /** Draws it. */
    static JFreeChart of(SweptAxis x, Column times, ResultColumns rows, RowGroups groups) {
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
        XYPlot plot = Charts.plot(
                data,
                Charts.axis(x.column(), x.isLogarithmic()),
                Charts.axis(Quantity.withUnit("inter-spike interval", times.unit()), false),
                renderer);
        return Charts.chart("", plot, groups.count() > 1);
    }
}
