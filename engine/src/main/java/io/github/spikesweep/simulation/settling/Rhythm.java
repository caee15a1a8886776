package io.github.spikesweep.simulation.settling;

import io.github.spikesweep.simulation.spike.SpikeTrain;
import java.util.Optional;

/**
 * A pattern of intervals that a train has repeated three times.
 *
 * @param spikes how many of them make a period
 * @param change the most by which the period differed from one to the next
 */
public record Rhythm(int spikes, double change) {
    private static final int PERIODS = 3;
    /** How much intervals at the same place of two periods may differ, as a part of the longer one. */
    private static final double AGREEMENT = 0.01;

    /** The rhythm with which a train ends, if it has a period of so many spikes and goes on until {@code time}. */
    static Optional<Rhythm> in(SpikeTrain train, int spikes, double time, double duration) {
        int last = train.count() - 1;
        if (last < PERIODS * spikes) {
            return Optional.empty();
        }
        double next = interval(train, last - spikes + 1);
        if (time - train.time(last) > next * (1 + AGREEMENT)) {
            return Optional.empty();
        }
        for (int i = last; i > last - (PERIODS - 1) * spikes; i--) {
            double later = interval(train, i);
            double earlier = interval(train, i - spikes);
            if (Math.abs(later - earlier) > AGREEMENT * Math.max(later, earlier)) {
                return Optional.empty();
            }
        }
        double first = period(train, last - 2 * spikes, spikes);
        double second = period(train, last - spikes, spikes);
        double third = period(train, last, spikes);
        boolean keeps = Math.abs(third - first) * duration <= Settling.TOLERANCE * third * (first + second + third);
        double change = Math.max(Math.abs(third - second), Math.abs(second - first));
        return keeps ? Optional.of(new Rhythm(spikes, change)) : Optional.empty();
    }

    /** The interval that ends with a spike. */
    private static double interval(SpikeTrain train, int spike) {
        return train.time(spike) - train.time(spike - 1);
    }

    /** The period that ends with a spike. */
    private static double period(SpikeTrain train, int spike, int spikes) {
        return train.time(spike) - train.time(spike - spikes);
    }
}
