package io.github.spikesweep.plot;

import io.github.spikesweep.plot.chart.Charts;
import io.github.spikesweep.plot.chart.Colours;
import io.github.spikesweep.plot.rows.ResultColumns;
import io.github.spikesweep.plot.rows.RowGroups;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sweep.output.Column;
import java.awt.Color;
import java.util.Arrays;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/**
 * How many rows have which value of a quantity.
 *
 * @param bins of all groups of rows
 */
record HistogramPanel(Column shown, Bins bins, ResultColumns rows) {
    /** Draws a group of rows; its number decides the colour. */
    JFreeChart of(RowGroups.Group group, int number) {
        int[] counts = bins.counts(rows.numbers(shown), group.rows());
        double[][] bars = new double[6][counts.length];
        for (int i = 0; i < counts.length; i++) {
            bars[0][i] = bins.middle(i);
            bars[1][i] = bins.middle(i) - bins.width() / 2;
            bars[2][i] = bins.middle(i) + bins.width() / 2;
            bars[3][i] = counts[i];
            bars[5][i] = counts[i];
        }
        DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
        data.addSeries(group.label(), bars);
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setSeriesOutlinePaint(0, Color.WHITE);
        renderer.setSeriesPaint(0, Colours.category(number));
        ValueAxis across = Charts.axis(shown, false);
        across.setRange(bins.low() - bins.width() / 2, bins.high() + bins.width() / 2);
        NumberAxis up = Charts.counts("rows");
        XYPlot plot = Charts.plot(data, across, up, renderer);
        String title = group.label().isEmpty()
                ? ""
                : group.label() + ", n = " + Figures.count(Arrays.stream(counts).sum());
        return Charts.chart(title, plot, false);
    }
}
