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

    /**
     * What the neuron does at the end of a stretch. All stretches have one length.
     *
     * @param state the value of each variable there; the array is kept
     * @param lowest the least value of the spike variable in the stretch
     * @param highest the largest
     */
    public Course course(double time, SpikeTrain train, double[] state, double lowest, double highest) {
        grow(state);
        rest.add(time, state, lowest, highest);
        rhythm = Optional.empty();
        if (rest.isNear(sizes, duration)) {
            return Course.RESTING;
        }
        for (int spikes : marks.periods()) {
            Optional<Rhythm> found = Rhythm.in(train, spikes, time, duration);
            if (found.isPresent() && marks.repeat(spikes, sizes, duration)) {
                rhythm = found;
                return Course.REPEATING;
            }
        }
        return Course.MOVING;
    }

    /** What a neuron does. */
    public enum Course {
        /** It moves, and does not repeat itself. */
        MOVING,
        /** It hardly moves any more. */
        RESTING,
        /** It repeats a rhythm. */
        REPEATING
    }

    /** A state beside another one, by {@value #PUSH} of each variable. */
    public static double[] pushed(double... state) {
        double[] beside = state.clone();
        for (int v = 0; v < beside.length; v++) {
            beside[v] -= PUSH * beside[v];
        }
        return beside;
    }

    /** How far a state is from another one, as a part of the distance to which it was {@linkplain #pushed} aside. */
    public double departure(double[] state, double[] other) {
        return distance(state, other, sizes) / PUSH;
    }

    /**
     * The same where the rhythm of one that was pushed aside is in the same place; NaN if there is no such place yet.
     *
     * @param spikes how many there were when it was pushed
     */
    public double departure(Settling other, int spikes) {
        return marks.distance(other.marks, spikes, sizes) / PUSH;
    }

    /** The rhythm that it repeats, if it did so at the end of the last stretch. */
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
