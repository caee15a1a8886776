package io.github.spikesweep.plot.chart;

import io.github.spikesweep.progress.Figures;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis, with ticks at every digit within a single decade, at 1, 2 and 5 for a few decades, and at powers of ten
 * for many.
 */
public final class DecadeAxis extends LogAxis {
    private static final double MANY_DECADES = 3;

    private static final int LARGEST_WRITTEN_OUT = 4;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public DecadeAxis(String label) {
        super(label);
        setSmallestValue(Double.MIN_NORMAL);
    }

    /** {@code 0.002}, {@code 500}, {@code 10⁶}, {@code 2·10⁶}. */
    private static String text(int digit, int power) {
        if (Math.abs(power) <= LARGEST_WRITTEN_OUT) {
            return Figures.number(Double.parseDouble(digit + "e" + power));
        }
        StringBuilder text = new StringBuilder(digit == 1 ? "10" : digit + "·10");
        Integer.toString(power)
                .chars()
                .forEach(letter -> text.append(letter == '-' ? '⁻' : SUPERSCRIPTS.charAt(letter - '0')));
        return text.toString();
    }

    private static int[] digits(double decades) {
        if (decades <= 1) {
            return new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9};
        }
        return decades <= MANY_DECADES ? new int[] {1, 2, 5} : new int[] {1};
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        double low = getRange().getLowerBound();
        double high = getRange().getUpperBound();
        int[] digits = digits(Math.log10(high / low));
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
            for (int digit : digits) {
                double value = Double.parseDouble(digit + "e" + power);
                if (value >= low && value <= high) {
                    ticks.add(new NumberTick(value, text(digit, power), anchor, TextAnchor.CENTER, 0));
                }
            }
        }
        return ticks;
    }
}
