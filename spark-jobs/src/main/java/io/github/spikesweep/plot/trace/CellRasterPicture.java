package io.github.spikesweep.plot.trace;

import io.github.spikesweep.plot.chart.Charts;
import io.github.spikesweep.plot.chart.Colours;
import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.plot.chart.Quantity;
import io.github.spikesweep.plot.rows.ResultColumns;
import io.github.spikesweep.plot.rows.ResultReader;
import io.github.spikesweep.sweep.output.Column;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.io.IOException;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultXYDataset;

/** The spikes of the cells of a circuit over time: a line for each cell, a panel for each of a few rows. */
public record CellRasterPicture(ResultReader reader) {
    /** How the names of spike times of cells end. */
    public static final String TIMES = "_spike_times_ms";

    private static final int MOST_ROWS = 5;
    private static final double HEIGHT = 150;
    /** A first spike before this part of the time comes soon after 0. */
    private static final double SOON = 0.2;

    private static final double ROOM = 0.02;

    /**
     * The picture.
     *
     * @param times the spike times of each cell, at least two
     */
    public Picture of(List<Column> times) throws IOException {
        FewRows chosen = new FewRows(reader, times, MOST_ROWS, "spike train");
        ResultColumns rows = reader.read(times, chosen.ids());
        Range span = span(times, rows);
        return chosen.picture(IntStream.range(0, rows.rows())
                .mapToObj(row -> panel(chosen.title(row), times, rows, row, span))
                .toList());
    }

    /** From the first spike to the last; from 0 unless a transient came before. */
    private static Range span(List<Column> times, ResultColumns rows) {
        DoubleSummaryStatistics spikes = times.stream()
                .flatMap(cell -> Arrays.stream(rows.series(cell)))
                .flatMapToDouble(Arrays::stream)
                .summaryStatistics();
        double first = spikes.getMin() < SOON * spikes.getMax() ? 0 : spikes.getMin();
        double room = ROOM * (spikes.getMax() - first);
        return new Range(first == 0 ? 0 : first - room, spikes.getMax() + room);
    }

    /** The first cell is at the top. */
    private static JFreeChart panel(String title, List<Column> times, ResultColumns rows, int row, Range span) {
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setDrawOutlines(true);
        int count = times.size();
        double half = 0.7 * HEIGHT / count / 2;
        String[] cells = new String[count];
        for (int i = 0; i < count; i++) {
            String name = times.get(i).name();
            int place = count - 1 - i;
            cells[place] = name.substring(0, name.length() - TIMES.length());
            double[] spikes = rows.series(times.get(i))[row];
            double[] places = new double[spikes.length];
            Arrays.fill(places, place);
            data.addSeries(cells[place], new double[][] {spikes, places});
            renderer.setSeriesPaint(i, Colours.category(i));
            renderer.setSeriesShape(i, new Line2D.Double(0, -half, 0, half));
            renderer.setSeriesStroke(i, new BasicStroke(1.2f));
            renderer.setSeriesOutlineStroke(i, new BasicStroke(1.2f));
        }
        SymbolAxis up = new SymbolAxis("", cells);
        up.setGridBandsVisible(false);
        var across = Charts.axis(Quantity.withUnit("time", times.get(0).unit()), false);
        XYPlot plot = Charts.plot(data, across, up, renderer);
        up.setRange(-0.6, count - 0.4);
        across.setRange(span);
        return Charts.chart(title, plot, false);
    }
}
