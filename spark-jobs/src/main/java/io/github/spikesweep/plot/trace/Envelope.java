package io.github.spikesweep.plot.trace;

import java.util.Arrays;
import org.jfree.data.Range;

/**
 * A curve over time in bounded memory that looks the same as all of its points: of each of a few thousand stretches it keeps the
 * smallest and the largest value, and the ends of the curve.
 */
public final class Envelope {
    /** Twice as many as a picture has pixels in its width; even. */
    private static final int STRETCHES = 4096;

    /** The points of stretch k that are kept are 2 k, the smallest value, and 2 k + 1, the largest. */
    private final double[] times = new double[2 * STRETCHES];

    private final double[] values = new double[2 * STRETCHES];
    private int stretches;
    /** How many points a stretch has, and how many the last one has so far. */
    private long length = 1;

    private long filled;
    private long count;
    private double firstTime;
    private double firstValue;
    private double lastTime;
    private double lastValue;

    /**
     * Adds a point.
     *
     * @param time later than that of the point before
     * @param value finite
     */
    public void add(double time, double value) {
        if (count == 0) {
            firstTime = time;
            firstValue = value;
        }
        lastTime = time;
        lastValue = value;
        count++;
        if (filled == length && stretches == STRETCHES) {
            halve();
        }
        if (stretches == 0 || filled == length) {
            put(2 * stretches, time, value);
            put(2 * stretches + 1, time, value);
            stretches++;
            filled = 1;
            return;
        }
        int low = 2 * stretches - 2;
        if (value < values[low]) {
            put(low, time, value);
        }
        if (value > values[low + 1]) {
            put(low + 1, time, value);
        }
        filled++;
    }

    private void put(int point, double time, double value) {
        times[point] = time;
        values[point] = value;
    }

    /** Joins stretches in pairs. */
    private void halve() {
        for (int k = 0; k < STRETCHES / 2; k++) {
            int low = values[4 * k] <= values[4 * k + 2] ? 4 * k : 4 * k + 2;
            int high = values[4 * k + 1] >= values[4 * k + 3] ? 4 * k + 1 : 4 * k + 3;
            double lowTime = times[low];
            double lowValue = values[low];
            put(2 * k + 1, times[high], values[high]);
            put(2 * k, lowTime, lowValue);
        }
        stretches = STRETCHES / 2;
        length *= 2;
        filled = length;
    }

    /** How many points were added. */
    public long count() {
        return count;
    }

    /** The smallest and the largest value; there has to be a point. */
    Range range() {
        double[] kept = Arrays.copyOf(values, 2 * stretches);
        return new Range(
                Arrays.stream(kept).min().orElseThrow(),
                Arrays.stream(kept).max().orElseThrow());
    }

    /** The points that are kept, in the order of time: an array of times and one of values. */
    double[][] points() {
        double[][] points = new double[2][2 * stretches + 2];
        int size = 0;
        size = append(points, size, firstTime, firstValue);
        for (int k = 0; k < stretches; k++) {
            int earlier = times[2 * k] <= times[2 * k + 1] ? 2 * k : 2 * k + 1;
            size = append(points, size, times[earlier], values[earlier]);
            size = append(points, size, times[earlier ^ 1], values[earlier ^ 1]);
        }
        size = append(points, size, lastTime, lastValue);
        return new double[][] {Arrays.copyOf(points[0], size), Arrays.copyOf(points[1], size)};
    }

    /** Appends a point unless it is there already, and returns how many there are. */
    private int append(double[][] points, int size, double time, double value) {
        if (count == 0 || (size > 0 && time <= points[0][size - 1])) {
            return size;
        }
        points[0][size] = time;
        points[1][size] = value;
        return size + 1;
    }
}
