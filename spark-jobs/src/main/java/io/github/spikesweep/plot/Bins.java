package io.github.spikesweep.plot;

import io.github.spikesweep.plot.rows.RowGroups;
import io.github.spikesweep.plot.rows.SweptAxis;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bins of equal width that together contain some values.
 *
 * @param low where the first begins
 * @param width of each
 * @param count how many there are
 */
record Bins(double low, double width, int count) {
    private static final int MOST = 60;
    private static final int FEWEST = 5;
    /** Steps between values may differ by this part of a step, by rounding. */
    private static final double ROUNDING = 1e-6;

    /**
     * Bins whose width follows from the spread of the values (Freedman and Diaconis 1981, Probability Theory 57:453–476). Values
     * that are multiples of a step, as counts are and frequencies made of them, are in the middle of their bins, so that each
     * bin has the same number of possible values.
     *
     * @param values two different ones or more; NaN is ignored
     * @param groups of rows, each with a histogram of its own: the bins suit the one with the narrowest
     */
    static Bins of(double[] values, List<RowGroups.Group> groups) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        double[] distinct = SweptAxis.distinct(sorted);
        double span = distinct[distinct.length - 1] - distinct[0];
        double narrowest = groups.stream()
                .mapToDouble(group -> wanted(Arrays.stream(group.rows())
                        .mapToDouble(row -> values[row])
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray()))
                .filter(width -> width > 0)
                .min()
                .orElse(span);
        double wanted = Math.min(span / FEWEST, Math.max(span / MOST, narrowest));
        double step = step(distinct);
        if (step > 0 && step * MOST * MOST > span) {
            double width = step * Math.max(1, Math.rint(wanted / step));
            double low = distinct[0] - step / 2;
            return new Bins(low, width, (int) Math.max(1, Math.ceil((span + step / 2) / width)));
        }
        double width = nice(wanted);
        double low = Math.floor(distinct[0] / width) * width;
        return new Bins(low, width, (int) Math.floor((distinct[distinct.length - 1] - low) / width) + 1);
    }

    /** The width for increasing values; 0 if they do not differ. */
    private static double wanted(double... sorted) {
        int size = sorted.length;
        if (size == 0) {
            return 0;
        }
        double quartiles = sorted[size * 3 / 4] - sorted[size / 4];
        double spread = quartiles > 0 ? quartiles : (sorted[size - 1] - sorted[0]) / 2;
        return 2 * spread / Math.cbrt(size);
    }

    /** The smallest difference between increasing values if all others are its multiples, otherwise 0. */
    private static double step(double[] distinct) {
        double step = IntStream.range(1, distinct.length)
                .mapToDouble(i -> distinct[i] - distinct[i - 1])
                .min()
                .orElse(0);
        boolean multiples = IntStream.range(1, distinct.length)
                .mapToDouble(i -> (distinct[i] - distinct[0]) / step)
                .allMatch(times -> Math.abs(times - Math.rint(times)) <= ROUNDING * Math.max(1, times));
        return multiples ? step : 0;
    }

    /** The nearest of 1, 2, 5 times a power of ten. */
    private static double nice(double width) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(width)));
        double digit = width / power;
        return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
    }

    /** How many of some values are in each. */
    int[] counts(double[] values, int... rows) {
        int[] counts = new int[count];
        for (int row : rows) {
            if (Double.isFinite(values[row])) {
                counts[Math.min(count - 1, Math.max(0, (int) Math.floor((values[row] - low) / width)))]++;
            }
        }
        return counts;
    }

    double middle(int bin) {
        return low + (bin + 0.5) * width;
    }

    double high() {
        return low + count * width;
    }
}
