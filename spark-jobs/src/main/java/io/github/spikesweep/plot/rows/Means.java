package io.github.spikesweep.plot.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The means of a quantity over another, one for each x. The arrays are shared and must not be modified. */
public final class Means {
    private final double[] x;
    private final double[] y;
    private final int most;

    public Means(double[] x, double[] y, int most) {
        this.x = x;
        this.y = y;
        this.most = most;
    }

    /** The values of x, increasing. */
    public double[] x() {
        return x;
    }

    /** The mean at each x; NaN where there is none. */
    public double[] y() {
        return y;
    }

    /** The largest number of values at an x. */
    public int most() {
        return most;
    }

    /** The means over rows with equal {@code x}. Rows without a value are ignored. */
    public static Means of(double[] x, double[] y, int[] rows) {
        double[] places = SweptAxis.distinct(
                Arrays.stream(rows).mapToDouble(row -> x[row]).toArray());
        double[] sums = new double[places.length];
        int[] counts = new int[places.length];
        for (int row : rows) {
            int place = Arrays.binarySearch(places, x[row]);
            if (place >= 0 && !Double.isNaN(y[row])) {
                sums[place] += y[row];
                counts[place]++;
            }
        }
        for (int i = 0; i < places.length; i++) {
            sums[i] = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
        }
        return new Means(places, sums, Arrays.stream(counts).max().orElse(0));
    }

    /**
     * Whether this curve can hardly be told from another: nine in ten of the values at the same x, two or more, are as large.
     *
     * @param same the largest difference that cannot be seen
     */
    public boolean liesOn(Means other, double same) {
        int compared = 0;
        int equal = 0;
        for (int i = 0; i < x.length; i++) {
            int at = Arrays.binarySearch(other.x, x[i]);
            if (at >= 0 && !Double.isNaN(y[i]) && !Double.isNaN(other.y[at])) {
                compared++;
                equal += Math.abs(y[i] - other.y[at]) <= same ? 1 : 0;
            }
        }
        return compared >= 2 && equal >= 0.9 * compared;
    }

    /** A curve that looks the same with fewer points: the smallest and the largest in each of that many intervals. */
    public Means thinned(int stretches) {
        if (x.length <= 2 * stretches) {
            return this;
        }
        List<Integer> kept = new ArrayList<>();
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = (int) ((long) stretch * x.length / stretches);
            int to = (int) ((long) (stretch + 1) * x.length / stretches);
            int least = from;
            int largest = from;
            for (int i = from; i < to; i++) {
                least = y[i] < y[least] ? i : least;
                largest = y[i] > y[largest] ? i : largest;
            }
            kept.add(Math.min(least, largest));
            if (least != largest) {
                kept.add(Math.max(least, largest));
            }
        }
        return new Means(
                kept.stream().mapToDouble(i -> x[i]).toArray(),
                kept.stream().mapToDouble(i -> y[i]).toArray(),
                most);
    }
}
