package io.github.spikesweep.plot.trace;

import io.github.spikesweep.plot.chart.Charts;
import io.github.spikesweep.plot.chart.Colours;
import java.awt.BasicStroke;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * A quantity over time.
 *
 * @param title above it, or empty
 * @param time the label of the horizontal axis
 * @param quantity the label of the vertical axis
 * @param scale panels with the same scale have the same vertical axis, so that they can be compared
 * @param colour its number among the quantities
 */
record TracePanel(String title, String time, String quantity, String scale, int colour, Envelope curve) {
    private static final double LEFT = 72;
    /** Room above and below the curve, as a part of its height. */
    private static final double ROOM = 0.05;

    /** Draws panels that stand one below the other. */
    static List<JFreeChart> charts(List<TracePanel> panels) {
        Map<String, Range> ranges = new LinkedHashMap<>();
        panels.forEach(panel -> ranges.merge(panel.scale, panel.curve.range(), Range::combine));
        return panels.stream()
                .map(panel -> panel.chart(ranges.get(panel.scale)))
                .toList();
    }

    private JFreeChart chart(Range range) {
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries("", curve.points());
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, Colours.category(colour));
        renderer.setSeriesStroke(0, new BasicStroke(1.2f));
        ValueAxis across = Charts.axis(time, false);
        across.setLowerMargin(0);
        across.setUpperMargin(0);
        ValueAxis up = Charts.axis(quantity, false);
        XYPlot plot = Charts.plot(data, across, up, renderer);
        if (range.getLength() > 0) {
            up.setRange(Range.expand(range, ROOM, ROOM));
        }
        // Aligns the left edges of stacked panels.
        AxisSpace left = new AxisSpace();
        left.setLeft(LEFT);
        plot.setFixedRangeAxisSpace(left);
        return Charts.chart(title, plot, false);
    }
}
