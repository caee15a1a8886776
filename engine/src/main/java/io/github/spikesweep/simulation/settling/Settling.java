package io.github.spikesweep.simulation.settling;

import io.github.spikesweep.simulation.spike.SpikeTrain;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Follows a neuron with a constant input until it has settled: it lies at a fixed point, or repeats a rhythm. What it finds depends on the
 * neuron alone.
 */
public final class Settling {
    /**
     * By how much a variable may have drifted at the end if it went on to drift for the whole duration as it did last, as a part of its size; and the
     * period, as a part of itself.
     */
    static final double TOLERANCE = 1e-3;

    /** States that are interpolated are this close, relative to their sizes, when they are equal. */
    static final double NOISE = 1e-7;

    private static final double PUSH = 1e-4;

    private final double duration;
    private final RecentStates recent;
    private final Marks marks = new Marks();
    private final Rest rest;
    /** The largest size of each variable at the start and the ends of stretches. */
    private final double[] sizes;

    private int seen;
    private double lastSpike = Double.NaN;
    private Optional<Rhythm> rhythm = Optional.empty();

    /**
     * @param initial the value of each variable at the start
     * @param spikeVariable the one by which it spikes
     * @param duration how long it would be simulated
     */
    public Settling(double[] initial, int spikeVariable, double duration) {
        this.duration = duration;
        this.recent = new RecentStates(initial.length);
        this.rest = new Rest(spikeVariable);
        this.sizes = new double[initial.length];
        grow(initial);
    }

    private void grow(double... state) {
        for (int v = 0; v < sizes.length; v++) {
            sizes[v] = Math.max(sizes[v], Math.abs(state[v]));
        }
    }

    /**
     * Follows a few more steps, after the transient.
     *
     * @param train the spikes so far
     * @param state the value of each variable after them
     */
    public void follow(double time, SpikeTrain train, IntToDoubleFunction state) {
        int count = train.count();
        if (count > seen) {
            // Of several spikes within a few steps, there is no state between them.
            if (count == seen + 1 && seen > 0) {
                double interval = train.last() - lastSpike;
                recent.at(train.last() - interval / 2)
                        .ifPresent(middle -> marks.add(count - 1, train.last(), interval, middle));
            }
            recent.clear();
            seen = count;
            lastSpike = train.last();
        }
        recent.add(time, state);
    }

    /** How far a neuron has come. */
    public enum Progress {
        /** It moves, and does not repeat itself. */
        MOVING,
        /** It hardly moves any more; whether it would come back to where it is has to be tried. */
        SLOWING,
        /** It has settled. */
        SETTLED
    }

    /**
     * How far it has come by the end of a stretch. All stretches have one length.
     *
     * @param state the value of each variable there; the array is kept
     * @param lowest the least value of the spike variable in the stretch
     * @param highest the largest
     */
    public Progress progress(double time, SpikeTrain train, double[] state, double lowest, double highest) {
        grow(state);
        rest.add(time, state, lowest, highest);
        if (rest.isExact()) {
            return Progress.SETTLED;
        }
        if (rest.isNear(sizes, duration)) {
            return Progress.SLOWING;
        }
        for (int spikes : marks.periods()) {
            Optional<Rhythm> found = Rhythm.in(train, spikes, time, duration);
            if (found.isPresent() && marks.repeat(spikes, sizes, duration)) {
                rhythm = found;
                return Progress.SETTLED;
            }
        }
        return Progress.MOVING;
    }

    /** A state beside another one, by {@value #PUSH} of each variable. */
    public static double[] pushed(double... state) {
        double[] beside = state.clone();
        for (int v = 0; v < beside.length; v++) {
            beside[v] -= PUSH * beside[v];
        }
        return beside;
    }

    /** How far another state is from one, as a part of the distance at which it was {@linkplain #pushed} aside. */
    public double departure(double[] state, double[] other) {
        return distance(state, other, sizes) / PUSH;
    }

    /** The rhythm in which it has settled; empty if it rests, or has not settled. */
    public Optional<Rhythm> rhythm() {
        return rhythm;
    }

    /** The largest difference of a variable, as a part of its size. */
    static double distance(double[] one, double[] other, double[] sizes) {
        double largest = 0;
        for (int v = 0; v < sizes.length; v++) {
            double difference = Math.abs(one[v] - other[v]);
            largest = difference > 0 ? Math.max(largest, difference / sizes[v]) : largest;
        }
        return largest;
    }
}
