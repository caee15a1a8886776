package io.github.spikesweep.simulation.settling;

import java.util.ArrayList;
import java.util.List;

/**
 * States in the middle of the intervals between spikes, where a row has moved least suddenly. Those of long intervals are kept: of a burster
 * in its pauses, and of a neuron that fires single spikes in all intervals.
 */
final class Marks {
    private static final int MOST = 24;
    /** An interval counts as long if it has at least this part of the longest of those that are kept. */
    private static final double LONG = 0.5;
    /** Marks of an interval that is this many times its own length ago are dropped, so that faster firing gets marks, too. */
    private static final double KEPT = 40;

    private final List<Mark> marks = new ArrayList<>();

    /** A state between two spikes. */
    private static final class Mark {
        /** The number of the second. */
        private final int spike;
        /** Its time. */
        private final double time;

        private final double interval;
        private final double[] state;

        Mark(int spike, double time, double interval, double[] state) {
            this.spike = spike;
            this.time = time;
            this.interval = interval;
            this.state = state;
        }
    }

    void add(int spike, double time, double interval, double[] state) {
        double longest = 0;
        int kept = 0;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            if (time - mark.time <= KEPT * mark.interval) {
                longest = Math.max(longest, mark.interval);
                marks.set(kept++, mark);
            }
        }
        marks.subList(kept, marks.size()).clear();
        if (interval >= LONG * longest) {
            if (marks.size() == MOST) {
                marks.remove(0);
            }
            marks.add(new Mark(spike, time, interval, state));
        }
    }

    /** After how many spikes the state may repeat itself, by the marks that there are, increasing. */
    int[] periods() {
        int last = marks.size() - 1;
        int[] periods = new int[Math.max(0, last)];
        for (int i = 0; i < periods.length; i++) {
            periods[i] = marks.get(last).spike - marks.get(last - 1 - i).spike;
        }
        return periods;
    }

    /**
     * Whether the state repeats itself every so many spikes: over the last two periods each variable has drifted so little that, were it to go on
     * like this for the whole duration, it would change by no more than the tolerance, and in the second of them no faster than in the first.
     *
     * @param sizes the size of each variable
     */
    boolean repeat(int period, double[] sizes, double duration) {
        Mark third = marks.get(marks.size() - 1);
        int second = find(third.spike - period);
        int first = find(third.spike - 2 * period);
        if (second < 0 || first < 0) {
            return false;
        }
        double drift = distance(marks.get(first), third, sizes);
        double earlier = distance(marks.get(first), marks.get(second), sizes);
        double later = distance(marks.get(second), third, sizes);
        return drift * duration <= Settling.TOLERANCE * (third.time - marks.get(first).time)
                && later <= Math.max(Settling.NOISE, earlier);
    }

    /**
     * How far the last mark of another row is from that of this one at the same spike; NaN if none is at the same.
     *
     * @param ahead by how many spikes this row was ahead at first
     */
    double distance(Marks other, int ahead, double[] sizes) {
        for (int i = other.marks.size() - 1; i >= 0; i--) {
            int same = find(other.marks.get(i).spike + ahead);
            if (same >= 0) {
                return distance(marks.get(same), other.marks.get(i), sizes);
            }
        }
        return Double.NaN;
    }

    /** The position of the mark before a spike; -1 if there is none. */
    private int find(int spike) {
        for (int i = marks.size() - 1; i >= 0; i--) {
            if (marks.get(i).spike <= spike) {
                return marks.get(i).spike == spike ? i : -1;
            }
        }
        return -1;
    }

    private static double distance(Mark one, Mark other, double[] sizes) {
        return Settling.distance(one.state, other.state, sizes);
    }
}
