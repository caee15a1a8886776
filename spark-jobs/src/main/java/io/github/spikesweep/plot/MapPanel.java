package io.github.spikesweep.plot;

import io.github.spikesweep.sweep.Column;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYShapeRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * A quantity as colours over a plane: cells if the rows form a grid, dots if they are scattered.
 *
 * @param scale the colours of the values of {@code color}
 */
record MapPanel(SweptAxis x, SweptAxis y, Column color, PaintScale scale, ResultColumns rows) {
    private static final int MOST_DOTS = 50_000;

    /** The colours of a column's values, from the smallest to the largest in all rows. */
    static PaintScale scale(Column color, ResultColumns rows) {
        double[] values = SweptAxis.distinct(rows.numbers(color));
        return values.length == 0 ? Colours.scale(0, 1) : Colours.scale(values[0], values[values.length - 1]);
    }

    /** Whether this many rows form a grid of the axes' values, possibly with gaps. */
    static boolean isGrid(SweptAxis x, SweptAxis y, int rows) {
        return (double) x.size() * y.size() <= 4.0 * rows;
    }

    /**
     * Draws some of the rows.
     *
     * @param title above it, or empty
     */
    JFreeChart of(String title, int[] shown) {
        ValueAxis xAxis = Charts.axis(x.column(), x.isLogarithmic());
        ValueAxis yAxis = Charts.axis(y.column(), y.isLogarithmic());
        boolean grid = isGrid(x, y, shown.length);
        XYPlot plot = grid ? cells(xAxis, yAxis, shown) : dots(xAxis, yAxis, shown);
        if (grid) {
            xAxis.setLowerMargin(0);
            xAxis.setUpperMargin(0);
            yAxis.setLowerMargin(0);
            yAxis.setUpperMargin(0);
            plot.setDomainGridlinesVisible(false);
            plot.setRangeGridlinesVisible(false);
            plot.setBackgroundPaint(Colours.NO_VALUE);
        }
        JFreeChart chart = Charts.chart(title, plot, false);
        Charts.addScale(chart, scale, color);
        return chart;
    }

    private XYPlot cells(ValueAxis xAxis, ValueAxis yAxis, int[] shown) {
        CellEdges across = CellEdges.around(x.values(), x.isLogarithmic());
        CellEdges up = CellEdges.around(y.values(), y.isLogarithmic());
        double[] sums = new double[across.count() * up.count()];
        int[] counts = new int[sums.length];
        double[] values = rows.numbers(color);
        for (int row : shown) {
            if (!Double.isNaN(values[row])) {
                int cell = up.cell(rows.numbers(y.column())[row]) * across.count()
                        + across.cell(rows.numbers(x.column())[row]);
                sums[cell] += values[row];
                counts[cell]++;
            }
        }
        int[] filled =
                IntStream.range(0, sums.length).filter(cell -> counts[cell] > 0).toArray();
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("", new double[][] {
            Arrays.stream(filled)
                    .mapToDouble(cell -> across.middle(cell % across.count()))
                    .toArray(),
            Arrays.stream(filled)
                    .mapToDouble(cell -> up.middle(cell / across.count()))
                    .toArray(),
            Arrays.stream(filled).mapToDouble(cell -> sums[cell] / counts[cell]).toArray()
        });
        return Charts.plot(data, xAxis, yAxis, new CellRenderer(across, up, scale));
    }

    private XYPlot dots(ValueAxis xAxis, ValueAxis yAxis, int[] shown) {
        int[] drawn = ResultColumns.thinned(shown, MOST_DOTS);
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("", new double[][] {
            rows.numbers(x.column(), drawn), rows.numbers(y.column(), drawn), rows.numbers(color, drawn)
        });
        XYShapeRenderer renderer = new XYShapeRenderer();
        renderer.setPaintScale(scale);
        renderer.setSeriesShape(0, Charts.dot(drawn.length > 2_000 ? 4 : 8));
        return Charts.plot(data, xAxis, yAxis, renderer);
    }
}
