package io.github.spikesweep.simulation.spike;

import java.util.Arrays;

/**
 * The course of the spike variable since the onset of an action potential: the ends of the steps since, joined by cubics. If
 * there are more than {@value #MOST}, only every second one is kept, beyond twice as many every fourth, and so on; the last is
 * always kept.
 */
final class Upstroke {
    private static final int FEWEST = 8;
    private static final int MOST = 2048;
    /** Per sample: time, value, slope before and slope after it. */
    private static final int WIDTH = 4;

    private static final double[] NONE = {};

    private final StepCurve piece = new StepCurve();
    private double[] samples = NONE;
    private int count;
    /** The number of samples since the onset, and the spacing of those that are kept. */
    private long number;

    private long stride;

    boolean isEmpty() {
        return count == 0;
    }

    int size() {
        return count;
    }

    void clear() {
        count = 0;
    }

    /** Starts again at an onset. */
    void start(double time, double value, double slope) {
        count = 0;
        number = 0;
        stride = 1;
        append(time, value, slope);
    }

    /** Adds a sample, later than those before; does nothing without an onset. */
    void add(double time, double value, double slope) {
        if (count > 0) {
            append(time, value, slope);
        }
    }

    /** Sets the slope after the last sample, which differs from that before it if the input jumps. */
    void bend(double slope) {
        if (count > 0) {
            samples[(count - 1) * WIDTH + 3] = slope;
        }
    }

    /** The value at the onset. */
    double onsetValue() {
        return samples[1];
    }

    /** The time at which the value first rises through {@code level}; NaN if it does not. */
    double timeOfRise(double level) {
        for (int left = 0; left + WIDTH < count * WIDTH; left += WIDTH) {
            int right = left + WIDTH;
            if (samples[left + 1] < level && level <= samples[right + 1]) {
                piece.hermite(
                        samples[left],
                        samples[right],
                        samples[left + 1],
                        samples[left + 3],
                        samples[right + 1],
                        samples[right + 2]);
                return piece.timeOfRise(level);
            }
        }
        return Double.NaN;
    }

    private void append(double time, double value, double slope) {
        if (stride > 1 && (number - 1) % stride != 0) {
            count--; // the last was kept only while it was the last
        }
        if (count == MOST) {
            thin();
        }
        number++;
        int place = count * WIDTH;
        if (place == samples.length) {
            samples = Arrays.copyOf(samples, Math.max(FEWEST * WIDTH, 2 * samples.length));
        }
        samples[place] = time;
        samples[place + 1] = value;
        samples[place + 2] = slope;
        samples[place + 3] = slope;
        count++;
    }

    private void thin() {
        for (int kept = 1; kept < MOST / 2; kept++) {
            System.arraycopy(samples, 2 * kept * WIDTH, samples, kept * WIDTH, WIDTH);
        }
        count = MOST / 2;
        stride *= 2;
    }
}
