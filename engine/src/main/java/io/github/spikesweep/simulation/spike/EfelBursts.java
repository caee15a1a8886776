package io.github.spikesweep.simulation.spike;

import java.util.Arrays;

/**
 * Counts bursts by the rule of eFEL's {@code burst_number} (version 5.7, burst factor 1.5). The first inter-spike interval is
 * left out. An interval separates two bursts if it is more than 1.5 times the median of those since the last separation (that
 * one included) and more than 1.5 times as long as the next interval. Every spike belongs to a burst, so that there is one more
 * burst than separations; but without a separation, and below 6 spikes, there are none.
 */
final class EfelBursts {
    private static final double FACTOR = 1.5;
    private static final int FEWEST_SPIKES = 6;

    private final double[] times;
    /** The intervals since the last separation, sorted. */
    private final double[] sorted;

    private int size;

    private EfelBursts(double[] times) {
        this.times = times;
        this.sorted = new double[times.length];
    }

    /** The number of bursts in spikes at these increasing times. */
    static int number(double[] times) {
        return times.length < FEWEST_SPIKES ? 0 : new EfelBursts(times).number();
    }

    private int number() {
        int separations = 0;
        insert(interval(1));
        for (int spike = 2; spike < times.length - 2; spike++) {
            double interval = interval(spike);
            if (interval > FACTOR * median() && interval(spike + 1) < interval / FACTOR) {
                separations++;
                size = 0;
            }
            insert(interval);
        }
        return separations == 0 ? 0 : separations + 1;
    }

    /** The interval that follows a spike. */
    private double interval(int spike) {
        return times[spike + 1] - times[spike];
    }

    private void insert(double interval) {
        int found = Arrays.binarySearch(sorted, 0, size, interval);
        int place = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = interval;
        size++;
    }

    private double median() {
        int half = size / 2;
        return size % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
