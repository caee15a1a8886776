package io.github.spikesweep.plot.chart;

import java.awt.Color;
import java.awt.Paint;
import java.util.List;
import org.jfree.chart.renderer.PaintScale;

/** Colours that red-green colour-blind people can distinguish, too. */
public final class Colours {
    /** From Okabe and Ito (2008), "Color universal design", without the yellow, which is faint on white. */
    private static final List<Color> CATEGORIES = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000));

    /** The scale viridis of van der Walt and Smith (2015), at even distances. */
    private static final int[] VIRIDIS = {
        0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884, 0x44BF70, 0x7AD151, 0xBDDF26, 0xFDE725
    };

    public static final Color NO_VALUE = new Color(0xD9D9D9);
    public static final Color GRID = new Color(0xE3E3E3);
    public static final Color TEXT = new Color(0x222222);
    public static final Color FAINT_TEXT = new Color(0x666666);

    private Colours() {}

    /** How many categories have different colours. */
    public static int categories() {
        return CATEGORIES.size();
    }

    /** The colour of a category; colours repeat after the last one. */
    public static Color category(int index) {
        return CATEGORIES.get(index % CATEGORIES.size());
    }

    /** The colour at a fraction of the way from the smallest to the largest value. */
    public static Color along(double part) {
        double at = Math.min(1, Math.max(0, part)) * (VIRIDIS.length - 1);
        int below = Math.min((int) at, VIRIDIS.length - 2);
        return mixed(new Color(VIRIDIS[below]), new Color(VIRIDIS[below + 1]), at - below);
    }

    /** Colours for the values between two. */
    public static PaintScale scale(double low, double high) {
        double span = high > low ? high - low : 1;
        return new PaintScale() {
            @Override
            public double getLowerBound() {
                return low;
            }

            @Override
            public double getUpperBound() {
                return low + span;
            }

            @Override
            public Paint getPaint(double value) {
                return Double.isNaN(value) ? NO_VALUE : along((value - low) / span);
            }
        };
    }

    /** The colours of classes, by their numbers. */
    public static PaintScale classes(int count) {
        return new PaintScale() {
            @Override
            public double getLowerBound() {
                return 0;
            }

            @Override
            public double getUpperBound() {
                return Math.max(1, count - 1);
            }

            @Override
            public Paint getPaint(double value) {
                return Double.isNaN(value) ? NO_VALUE : category((int) value);
            }
        };
    }

    public static Color transparent(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    private static Color mixed(Color from, Color to, double part) {
        return new Color(
                mixed(from.getRed(), to.getRed(), part),
                mixed(from.getGreen(), to.getGreen(), part),
                mixed(from.getBlue(), to.getBlue(), part));
    }

    private static int mixed(int from, int to, double part) {
        return (int) Math.round(from + part * (to - from));
    }
}
