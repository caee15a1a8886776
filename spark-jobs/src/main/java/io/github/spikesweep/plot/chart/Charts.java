package io.github.spikesweep.plot.chart;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sweep.output.Column;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;

/** The style of all charts. */
public final class Charts {
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    /** Long enough for dashes. */
    public static final Shape LEGEND_LINE = new Line2D.Double(-16, 0, 16, 0);

    /** A few tick labels are easier to read than as many as fit. */
    private static final RectangleInsets TICK_DISTANCE = new RectangleInsets(7, 10, 7, 10);

    private static final int LARGEST_TICK_POWER = 15;
    private static final int SMALLEST_TICK_POWER = -15;

    static {
        // Otherwise rotated words are drawn as outlines and cannot be searched in SVG or PDF.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private Charts() {}

    /** An axis over the values of a column. */
    public static ValueAxis axis(Column column, boolean logarithmic) {
        String label = Quantity.label(column);
        return logarithmic ? axis(label, true) : styled(linear(label, isWhole(column)));
    }

    private static boolean isWhole(Column column) {
        return column.type() == Column.Type.INT || column.type() == Column.Type.LONG;
    }

    /** An axis over numbers, with the range of the dataset. */
    public static ValueAxis axis(String label, boolean logarithmic) {
        ValueAxis axis = logarithmic ? new DecadeAxis(label) : linear(label, false);
        return styled(axis);
    }

    /** An axis over counts, from 0. */
    public static NumberAxis counts(String label) {
        return fromZero(label, true);
    }

    /** An axis over the values of a column, from 0 on or down to it. */
    public static NumberAxis fromZero(Column column) {
        return fromZero(Quantity.label(column), isWhole(column));
    }

    private static NumberAxis fromZero(String label, boolean whole) {
        NumberAxis axis = linear(label, whole);
        axis.setAutoRangeIncludesZero(true);
        axis.setAutoRangeStickyZero(true);
        return styled(axis);
    }

    private static NumberAxis linear(String label, boolean whole) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        // Otherwise dots at 0 are cut in half by the frame.
        axis.setAutoRangeStickyZero(false);
        axis.setStandardTickUnits(tickUnits(whole ? 0 : SMALLEST_TICK_POWER));
        return axis;
    }

    /** Ticks at 1, 2 and 5 times powers of ten, written with as few digits as possible. */
    private static TickUnits tickUnits(int smallestPower) {
        TickUnits units = new TickUnits();
        for (int power = smallestPower; power <= LARGEST_TICK_POWER; power++) {
            for (int digit : new int[] {1, 2, 5}) {
                units.add(new FigureTick(Double.parseDouble(digit + "e" + power)));
            }
        }
        return units;
    }

    /** Applies the style to an axis of any kind. */
    public static <A extends Axis> A styled(A axis) {
        axis.setLabelFont(LABEL);
        axis.setTickLabelFont(TICK);
        axis.setLabelPaint(Colours.TEXT);
        axis.setTickLabelPaint(Colours.TEXT);
        axis.setAxisLinePaint(Colours.FAINT_TEXT);
        axis.setTickMarkPaint(Colours.FAINT_TEXT);
        axis.setTickLabelInsets(TICK_DISTANCE);
        return axis;
    }

    /** A plot of data over two axes. */
    public static XYPlot plot(XYDataset data, ValueAxis x, ValueAxis y, XYItemRenderer renderer) {
        XYPlot plot = new XYPlot(data, x, y, renderer);
        plot.setDomainGridlinePaint(Colours.GRID);
        plot.setRangeGridlinePaint(Colours.GRID);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(new RectangleInsets(2, 2, 2, 2));
        Range range = plot.getDataRange(y);
        if (range != null && range.getLength() == 0) {
            // A constant line gets space above and below, not the billionth that the library gives it.
            double value = range.getLowerBound();
            double room = value == 0 ? 1 : Math.abs(value) / 10;
            y.setRange(value - room, value + room);
        }
        return framed(plot);
    }

    /** Applies the style to a plot of any kind. */
    public static <P extends Plot> P framed(P plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(Colours.FAINT_TEXT);
        plot.setNoDataMessage("no values");
        return plot;
    }

    /** A chart with a legend below if there are several series. */
    public static JFreeChart chart(String title, Plot plot, boolean legend) {
        JFreeChart chart = new JFreeChart(title.isEmpty() ? null : title, TITLE, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(4, 4, 4, 12));
        if (legend) {
            chart.addLegend(legend(plot));
        }
        return chart;
    }

    private static LegendTitle legend(LegendItemSource source) {
        LegendTitle names = new LegendTitle(source);
        names.setPosition(RectangleEdge.BOTTOM);
        names.setItemFont(TICK);
        names.setItemPaint(Colours.TEXT);
        names.setFrame(BlockBorder.NONE);
        return names;
    }

    /** Adds a colour scale beside a chart. */
    public static void addScale(JFreeChart chart, PaintScale scale, Column column) {
        NumberAxis axis = styled(linear(Quantity.label(column), isWhole(column)));
        axis.setRange(scale.getLowerBound(), scale.getUpperBound());
        PaintScaleLegend legend = new PaintScaleLegend(scale, axis);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setStripWidth(14);
        legend.setMargin(18, 12, 48, 0);
        legend.setSubdivisionCount(200);
        legend.setBackgroundPaint(Color.WHITE);
        chart.addSubtitle(legend);
    }

    /** An axis over classes, whose numbers are their positions. */
    public static ValueAxis classes(Column column, List<String> classes) {
        SymbolAxis axis = new SymbolAxis(Quantity.label(column), classes.toArray(String[]::new));
        axis.setGridBandsVisible(false);
        axis.setAutoRange(false);
        axis.setRange(-0.5, classes.size() - 0.5);
        return styled(axis);
    }

    /**
     * A chart with a legend of colours.
     *
     * @param classes which of all classes are in it, by their numbers
     */
    public static JFreeChart withClasses(String title, Plot plot, List<String> all, int... classes) {
        LegendItemCollection items = new LegendItemCollection();
        for (int one : classes) {
            items.add(new LegendItem(
                    all.get(one), null, null, null, new Rectangle2D.Double(-6, -6, 12, 12), Colours.category(one)));
        }
        JFreeChart chart = chart(title, plot, false);
        chart.addLegend(legend(() -> items));
        return chart;
    }

    /** A dot with this diameter. */
    public static Shape dot(double diameter) {
        return new Ellipse2D.Double(-diameter / 2, -diameter / 2, diameter, diameter);
    }

    /** A lying cross of this width. */
    public static Shape cross(double width) {
        Path2D cross = new Path2D.Double();
        double half = width / 2;
        cross.moveTo(-half, -half);
        cross.lineTo(half, half);
        cross.moveTo(-half, half);
        cross.lineTo(half, -half);
        return new BasicStroke(2).createStrokedShape(cross);
    }

    /** A spacing of ticks, labelled with numbers as in the rest of the program. */
    private static final class FigureTick extends NumberTickUnit {
        FigureTick(double size) {
            super(size);
        }

        @Override
        public String valueToString(double value) {
            return Figures.number(value);
        }
    }
}
