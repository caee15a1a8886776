package io.github.spikesweep.plot.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYZDataset;

/** Draws values over a plane as cells that meet halfway between neighbouring positions, evenly spaced or not. */
public final class CellRenderer extends AbstractXYItemRenderer {
    /** The distance of the lines of a hatched cell along an axis. */
    private static final double HATCH = 6;

    private final transient CellEdges x;
    private final transient CellEdges y;
    private final transient PaintScale scale;
    private final int hatched;
    private final int pale;

    /**
     * Cells between some edges.
     *
     * @param hatched the number of the series whose cells are hatched
     * @param pale the number of the series whose cells are paler than the scale
     */
    public CellRenderer(CellEdges x, CellEdges y, PaintScale scale, int hatched, int pale) {
        this.x = x;
        this.y = y;
        this.scale = scale;
        this.hatched = hatched;
        this.pale = pale;
    }

    @Override
    public Range findDomainBounds(XYDataset data) {
        return new Range(x.low(), x.high());
    }

    @Override
    public Range findRangeBounds(XYDataset data) {
        return new Range(y.low(), y.high());
    }

    @Override
    public void drawItem(
            Graphics2D g,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis xAxis,
            ValueAxis yAxis,
            XYDataset data,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        int column = x.cell(data.getXValue(series, item));
        int row = y.cell(data.getYValue(series, item));
        // Rounded to whole points; otherwise there are visible seams between cells.
        double left = Math.rint(xAxis.valueToJava2D(x.edge(column), area, plot.getDomainAxisEdge()));
        double right = Math.rint(xAxis.valueToJava2D(x.edge(column + 1), area, plot.getDomainAxisEdge()));
        double bottom = Math.rint(yAxis.valueToJava2D(y.edge(row), area, plot.getRangeAxisEdge()));
        double top = Math.rint(yAxis.valueToJava2D(y.edge(row + 1), area, plot.getRangeAxisEdge()));
        Paint paint = scale.getPaint(((XYZDataset) data).getZValue(series, item));
        g.setPaint(series == pale && paint instanceof Color color ? Colours.pale(color) : paint);
        Rectangle2D cell = new Rectangle2D.Double(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
        g.fill(cell);
        if (series == hatched) {
            hatch(g, cell);
        }
    }

    /** Lines that continue in neighbouring cells. */
    private static void hatch(Graphics2D g, Rectangle2D cell) {
        g.setPaint(Colours.FAINT_TEXT);
        g.setStroke(new BasicStroke(1));
        double low = cell.getMinX() + cell.getMinY();
        double high = cell.getMaxX() + cell.getMaxY();
        for (double sum = HATCH * Math.ceil(low / HATCH); sum <= high; sum += HATCH) {
            double left = Math.max(cell.getMinX(), sum - cell.getMaxY());
            double right = Math.min(cell.getMaxX(), sum - cell.getMinY());
            g.draw(new Line2D.Double(left, sum - left, right, sum - right));
        }
    }
}
