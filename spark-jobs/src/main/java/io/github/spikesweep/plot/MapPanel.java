package io.github.spikesweep.plot;

import io.github.spikesweep.plot.chart.CellEdges;
import io.github.spikesweep.plot.chart.CellRenderer;
import io.github.spikesweep.plot.chart.Charts;
import io.github.spikesweep.plot.chart.Colours;
import io.github.spikesweep.plot.rows.PlottedRows;
import io.github.spikesweep.plot.rows.ResultColumns;
import io.github.spikesweep.plot.rows.SweptAxis;
import io.github.spikesweep.sweep.output.Column;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYShapeRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * A quantity as colours over a plane: cells if the rows form a grid, dots if they are scattered. Cells without a value are grey,
 * and hatched if their rows diverged; those that were not simulated are paler. Where there is no row, nothing is drawn.
 *
 * @param color a column of numbers, or of classes
 * @param scale the colours of the values of {@code color}
 */
record MapPanel(SweptAxis x, SweptAxis y, Column color, PaintScale scale, PlottedRows plotted) {
    private static final int MOST_DOTS = 50_000;

    /** The colours of a column's values, from the smallest to the largest in all rows. */
    static PaintScale scale(Column color, ResultColumns rows) {
        if (!rows.classes(color).isEmpty()) {
            return Colours.classes(rows.classes(color).size());
        }
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
        }
        List<String> classes = plotted.columns().classes(color);
        if (!classes.isEmpty()) {
            int[] present = Arrays.stream(SweptAxis.distinct(plotted.columns().numbers(color)))
                    .mapToInt(number -> (int) number)
                    .toArray();
            return Charts.withClasses(title, plot, classes, present);
        }
        JFreeChart chart = Charts.chart(title, plot, false);
        Charts.addScale(chart, scale, color);
        return chart;
    }

    private XYPlot cells(ValueAxis xAxis, ValueAxis yAxis, int[] shown) {
        CellEdges across = CellEdges.around(x.values(), x.isLogarithmic());
        CellEdges up = CellEdges.around(y.values(), y.isLogarithmic());
        ResultColumns rows = plotted.columns();
        int[] cells = Arrays.stream(shown)
                .map(row -> up.cell(rows.numbers(y.column())[row]) * across.count()
                        + across.cell(rows.numbers(x.column())[row]))
                .toArray();
        int all = across.count() * up.count();
        CellValues found = CellValues.of(all, rows.classes(color).size());
        int[] diverged = new int[all];
        double[] values = rows.numbers(color);
        boolean[] drawn = new boolean[all];
        boolean[] simulated = new boolean[all];
        for (int i = 0; i < shown.length; i++) {
            int cell = cells[i];
            drawn[cell] = true;
            simulated[cell] |= !rows.isFilled(shown[i]);
            if (!Double.isNaN(values[shown[i]])) {
                found.add(cell, values[shown[i]]);
            } else if (plotted.diverged().get(shown[i])) {
                diverged[cell]++;
            }
        }
        int[] filled = IntStream.range(0, all).filter(cell -> drawn[cell]).toArray();
        DefaultXYZDataset data = new DefaultXYZDataset();
        for (Content content : Content.values()) {
            int[] of = Arrays.stream(filled)
                    .filter(cell -> content == Content.of(found.count(cell), diverged[cell], simulated[cell]))
                    .toArray();
            data.addSeries(content.name(), new double[][] {
                Arrays.stream(of)
                        .mapToDouble(cell -> across.middle(cell % across.count()))
                        .toArray(),
                Arrays.stream(of)
                        .mapToDouble(cell -> up.middle(cell / across.count()))
                        .toArray(),
                Arrays.stream(of).mapToDouble(found::shown).toArray()
            });
        }
        return Charts.plot(
                data,
                xAxis,
                yAxis,
                new CellRenderer(
                        across, up, scale, data.indexOf(Content.DIVERGED.name()), data.indexOf(Content.FILLED.name())));
    }

    /** What there is in a cell; a series of the chart for each. */
    private enum Content {
        VALUE,
        NO_VALUE,
        DIVERGED,
        FILLED;

        static Content of(int values, int diverged, boolean simulated) {
            if (values > 0) {
                return simulated ? VALUE : FILLED;
            }
            return diverged > 0 ? DIVERGED : NO_VALUE;
        }
    }

    private XYPlot dots(ValueAxis xAxis, ValueAxis yAxis, int[] shown) {
        ResultColumns rows = plotted.columns();
        int[] thinned = ResultColumns.thinned(shown, MOST_DOTS);
        int[] drawn = Arrays.stream(thinned)
                .filter(row -> !plotted.diverged().get(row))
                .toArray();
        int[] lost = Arrays.stream(thinned).filter(plotted.diverged()::get).toArray();
        double[] values = rows.numbers(color);
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("", places(drawn, values));
        data.addSeries(Content.DIVERGED.name(), places(lost, values));
        XYShapeRenderer renderer = new XYShapeRenderer();
        renderer.setPaintScale(scale);
        int size = thinned.length > 2_000 ? 4 : 8;
        renderer.setSeriesShape(0, Charts.dot(size));
        renderer.setSeriesShape(1, Charts.cross(size));
        return Charts.plot(data, xAxis, yAxis, renderer);
    }

    private double[][] places(int[] of, double[] values) {
        return new double[][] {
            plotted.columns().numbers(x.column(), of),
            plotted.columns().numbers(y.column(), of),
            Arrays.stream(of).mapToDouble(row -> values[row]).toArray()
        };
    }
}
