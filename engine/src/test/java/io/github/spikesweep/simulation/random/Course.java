package io.github.spikesweep.simulation.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a row does, as an oracle tells it. */
final class Course {
    final double[] end;
    final double[] lowest;
    final double[] highest;
    /** Of each spike an interval of time in which it is. */
    final List<double[]> spikes = new ArrayList<>();
    /** NaN if the row does not diverge. */
    double divergedAt = Double.NaN;
    /** As {@link Moment#nearest}. */
    double nearest;

    /** Whether something was too large to be told from what is infinite: kernels cut exponentials off. */
    boolean overflowed;

    Course(double[] initial) {
        this.end = initial.clone();
        this.lowest = initial.clone();
        this.highest = initial.clone();
    }

    boolean diverged() {
        return !Double.isNaN(divergedAt);
    }

    void reach(double[] state) {
        System.arraycopy(state, 0, end, 0, end.length);
        for (int v = 0; v < end.length; v++) {
            lowest[v] = Math.min(lowest[v], state[v]);
            highest[v] = Math.max(highest[v], state[v]);
        }
    }

    double largest(int variable) {
        return Math.max(Math.abs(lowest[variable]), Math.abs(highest[variable]));
    }

    @Override
    public String toString() {
        String spiking = spikes.isEmpty() ? "" : ", first spike in " + Arrays.toString(spikes.get(0));
        return "ends at " + Arrays.toString(end) + ", " + spikes.size() + " spikes" + spiking
                + (diverged() ? ", diverged at " + divergedAt : "");
    }
}
