package io.github.spikesweep.simulation.settling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Whether a row lies at a fixed point, from its states at the ends of stretches of equal length. */
final class Rest {
    private static final int STRETCHES = 3;

    private final int spikeVariable;
    private final Deque<Stretch> last = new ArrayDeque<>();

    Rest(int spikeVariable) {
        this.spikeVariable = spikeVariable;
    }

    /** The end of a stretch. */
    private static final class Stretch {
        private final double time;
        private final double[] state;
        /** The least value of the spike variable in it. */
        private final double lowest;

        private final double highest;

        Stretch(double time, double[] state, double lowest, double highest) {
            this.time = time;
            this.state = state;
            this.lowest = lowest;
            this.highest = highest;
        }
    }

    void add(double time, double[] state, double lowest, double highest) {
        if (last.size() > STRETCHES) {
            last.removeFirst();
        }
        last.addLast(new Stretch(time, state, lowest, highest));
    }

    /**
     * Whether over the last three stretches each variable has moved so little that, were it to go on like this for the whole duration, it would change by
     * no more than the tolerance, and from stretch to stretch no faster.
     *
     * @param sizes the size of each variable
     */
    boolean isNear(double[] sizes, double duration) {
        List<Stretch> seen = new ArrayList<>(last);
        int end = seen.size() - 1;
        if (end < STRETCHES) {
            return false;
        }
        for (int i = 2; i <= end; i++) {
            double before = Settling.distance(seen.get(i - 2).state, seen.get(i - 1).state, sizes);
            double after = Settling.distance(seen.get(i - 1).state, seen.get(i).state, sizes);
            if (after > before) {
                return false;
            }
        }
        double most = Settling.TOLERANCE * (seen.get(end).time - seen.get(0).time) / duration;
        return range(seen, sizes) <= most;
    }

    /** How far the variables moved, by their sizes. */
    private double range(List<Stretch> seen, double[] sizes) {
        double widest = 0;
        for (int v = 0; v < sizes.length; v++) {
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (Stretch stretch : seen) {
                lowest = Math.min(lowest, stretch.state[v]);
                highest = Math.max(highest, stretch.state[v]);
                if (v == spikeVariable && stretch != seen.get(0)) {
                    lowest = Math.min(lowest, stretch.lowest);
                    highest = Math.max(highest, stretch.highest);
                }
            }
            widest = highest > lowest ? Math.max(widest, (highest - lowest) / sizes[v]) : widest;
        }
        return widest;
    }
}
