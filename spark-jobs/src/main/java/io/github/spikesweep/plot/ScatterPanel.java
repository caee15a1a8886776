package io.github.spikesweep.plot;

import io.github.spikesweep.plot.chart.CellEdges;
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
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** All rows over one of several axes, as dots with their mean; the width of the cloud shows the effect of the other axes. */
final class ScatterPanel {
    private static final int MOST_DOTS = 20_000;
    /** The number of bins for means if hardly any rows have the same x. */
    private static final int STRETCHES = 20;

    private ScatterPanel() {}

    /** Draws it, with a different colour for each group of rows. */
    static JFreeChart of(SweptAxis x, Column y, ResultColumns rows, RowGroups groups) {
        DefaultXYDataset dots = new DefaultXYDataset();
        DefaultXYDataset means = new DefaultXYDataset();
        XYLineAndShapeRenderer dot = new XYLineAndShapeRenderer(false, true);
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
        double[] places = rows.numbers(x.column());
        double[] values = rows.numbers(y);
        CellEdges stretches = stretches(x);
        double[] middles = Arrays.stream(places)
                .map(place -> stretches.middle(stretches.cell(place)))
                .toArray();
        for (int i = 0; i < groups.count(); i++) {
            RowGroups.Group group = groups.groups().get(i);
            int[] drawn = ResultColumns.thinned(group.rows(), MOST_DOTS);
            dots.addSeries(group.label(), new double[][] {rows.numbers(x.column(), drawn), rows.numbers(y, drawn)});
            Color color = Colours.category(i);
            dot.setSeriesPaint(i, Colours.transparent(color, drawn.length > 2_000 ? 40 : 90));
            dot.setSeriesShape(i, Charts.dot(4));
            dot.setSeriesVisibleInLegend(i, false);
            Means mean = Means.of(x.size() > STRETCHES ? middles : places, values, group.rows());
            means.addSeries(group.label(), new double[][] {mean.x(), mean.y()});
            line.setSeriesPaint(i, color.darker());
            line.setSeriesStroke(i, new BasicStroke(2));
        }
        XYPlot plot = Charts.plot(means, Charts.axis(x.column(), x.isLogarithmic()), Charts.axis(y, false), line);
        plot.setDataset(1, dots);
        plot.setRenderer(1, dot);
        return Charts.chart("", plot, groups.count() > 1);
    }

    private static CellEdges stretches(SweptAxis x) {
        double[] values = x.values();
        double low = values[0];
        double high = values[values.length - 1];
        double[] middles = IntStream.range(0, STRETCHES)
                .mapToDouble(i -> (i + 0.5) / STRETCHES)
                .map(part -> x.isLogarithmic() ? low * StrictMath.pow(high / low, part) : low + part * (high - low))
                .toArray();
        return CellEdges.around(middles, x.isLogarithmic());
    }
}
