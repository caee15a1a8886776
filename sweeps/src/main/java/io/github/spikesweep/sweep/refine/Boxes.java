package io.github.spikesweep.sweep.refine;

import java.util.Arrays;

/**
 * The boxes that a grid is cut into. The largest are those between neighbouring points of the coarse grid. A box is halved along each
 * axis that can be halved, if it contains known points of different classes, on its faces too, or if one of its corners is no row.
 * This ends at boxes without points between their corners. So where two boxes meet, the corners of the smaller one are points of both,
 * and boxes of a single class that meet are of the same one.
 */
public final class Boxes {
    private final long[] sizes;
    private final long[] coarse;

    /**
     * A grid.
     *
     * @param sizes how many points it has along each axis
     * @param coarse every so many-th of them is on the coarse grid, and the last one
     */
    public Boxes(long[] sizes, long[] coarse) {
        this.sizes = sizes.clone();
        this.coarse = coarse.clone();
    }

    /** The points of the grid of which something is known, numbered from 0. */
    public interface Points {
        /** How many are known. */
        int count();

        /** The place of one along an axis. */
        long along(int point, int axis);

        /** Its class. */
        int classOf(int point);

        /** Whether a point is one of the table's rows at all. It is only asked for corners that are not known. */
        boolean isRow(long[] point);
    }

    /** Takes what is found. The arrays are used again: it has to copy what it keeps. */
    public interface Finder {
        /** A corner of a box that is a row and not known. Corners that boxes share come again. */
        void needs(long[] corner);

        /** A box, not to be cut further, with known corners and points between them, all of the same class. */
        void uniform(long[] low, long[] high);
    }

    /** Finds all boxes that follow from the known points. */
    public void visit(Points points, Finder finder) {
        int[] all = new int[points.count()];
        Arrays.setAll(all, point -> point);
        long[] high = Arrays.stream(sizes).map(size -> size - 1).toArray();
        new Visit(points, finder).box(new long[sizes.length], high, all);
    }

    /** How many points the coarse grid has; an estimate where they are more than 2^53. */
    public double coarsePoints() {
        double product = 1;
        for (int axis = 0; axis < sizes.length; axis++) {
            product *= 1 + cells(axis);
        }
        return product;
    }

    private long cells(int axis) {
        return (sizes[axis] - 1 + coarse[axis] - 1) / coarse[axis];
    }

    /** The work on one set of points. */
    private final class Visit {
        private final Points points;
        private final Finder finder;

        Visit(Points points, Finder finder) {
            this.points = points;
            this.finder = finder;
        }

        /** @param within the known points between {@code low} and {@code high}, both inclusive */
        void box(long[] low, long[] high, int[] within) {
            long[] cut = coarseCuts(low, high);
            if (!Arrays.equals(cut, low)) {
                halves(low, high, cut, within);
                return;
            }
            State state = new State();
            corners(low, high, within, state);
            if (state.outside || isMixed(within)) {
                cut = middles(low, high);
                if (!Arrays.equals(cut, low)) {
                    halves(low, high, cut, within);
                }
            } else if (!state.missing && !Arrays.equals(middles(low, high), low)) {
                finder.uniform(low, high);
            }
        }

        /** What is to be known of the corners of a box. */
        private static final class State {
            private boolean missing;
            private boolean outside;
        }

        private void corners(long[] low, long[] high, int[] within, State state) {
            boolean[] known = new boolean[1 << low.length];
            for (int point : within) {
                int corner = corner(low, high, point);
                if (corner >= 0) {
                    known[corner] = true;
                }
            }
            for (int corner = 0; corner < known.length; corner++) {
                if (!known[corner] && isOwn(corner, low, high)) {
                    long[] at = at(corner, low, high);
                    if (points.isRow(at)) {
                        state.missing = true;
                        finder.needs(at);
                    } else {
                        state.outside = true;
                    }
                }
            }
        }

        /** Which corner a point is: a bit for each axis, 0 at the lower end; -1 if it is none. */
        private int corner(long[] low, long[] high, int point) {
            int corner = 0;
            for (int axis = 0; axis < low.length; axis++) {
                long place = points.along(point, axis);
                if (place == high[axis] && place != low[axis]) {
                    corner |= 1 << axis;
                } else if (place != low[axis]) {
                    return -1;
                }
            }
            return corner;
        }

        private boolean isMixed(int[] within) {
            for (int point : within) {
                if (points.classOf(point) != points.classOf(within[0])) {
                    return true;
                }
            }
            return false;
        }

        /** The boxes on both sides of each cut; along an axis whose cut is at its lower end there is only one. */
        private void halves(long[] low, long[] high, long[] cut, int[] within) {
            int[] chosen = new int[within.length];
            for (int part = 0; part < 1 << low.length; part++) {
                long[] from = low.clone();
                long[] to = high.clone();
                boolean exists = true;
                for (int axis = 0; axis < low.length; axis++) {
                    boolean upper = (part >> axis & 1) == 1;
                    if (cut[axis] == low[axis]) {
                        exists &= !upper;
                    } else if (upper) {
                        from[axis] = cut[axis];
                    } else {
                        to[axis] = cut[axis];
                    }
                }
                if (exists) {
                    box(from, to, Arrays.copyOf(chosen, choose(within, from, to, chosen)));
                }
            }
        }

        /** Leaves the points in a box in {@code chosen}, and returns how many there are. */
        private int choose(int[] within, long[] from, long[] to, int[] chosen) {
            int count = 0;
            for (int point : within) {
                boolean inside = true;
                for (int axis = 0; inside && axis < from.length; axis++) {
                    long place = points.along(point, axis);
                    inside = place >= from[axis] && place <= to[axis];
                }
                if (inside) {
                    chosen[count++] = point;
                }
            }
            return count;
        }
    }

    /** The points of the coarse grid near the middle of a box; its lower end along axes where it lies between two of them. */
    private long[] coarseCuts(long[] low, long[] high) {
        long[] cut = low.clone();
        for (int axis = 0; axis < cut.length; axis++) {
            long first = low[axis] / coarse[axis];
            long last = (high[axis] + coarse[axis] - 1) / coarse[axis];
            if (last - first > 1) {
                cut[axis] = (first + (last - first) / 2) * coarse[axis];
            }
        }
        return cut;
    }

    /** The middle of a box; its lower end along axes without points in between. */
    private static long[] middles(long[] low, long[] high) {
        long[] cut = low.clone();
        for (int axis = 0; axis < cut.length; axis++) {
            cut[axis] = low[axis] + (high[axis] - low[axis]) / 2;
        }
        return cut;
    }

    /** Whether a corner is another than those with fewer bits: along an axis of one point both ends are the same. */
    private static boolean isOwn(int corner, long[] low, long[] high) {
        for (int axis = 0; axis < low.length; axis++) {
            if ((corner >> axis & 1) == 1 && low[axis] == high[axis]) {
                return false;
            }
        }
        return true;
    }

    private static long[] at(int corner, long[] low, long[] high) {
        long[] at = low.clone();
        for (int axis = 0; axis < at.length; axis++) {
            at[axis] = (corner >> axis & 1) == 1 ? high[axis] : low[axis];
        }
        return at;
    }

    /**
     * Goes through the points of a uniform box that belong to it, not to a neighbour: all but those on its upper faces, unless the grid
     * ends there.
     *
     * @param each takes a point, and the corner of the box that is nearest to it, of two the lower one; the arrays are used again
     */
    public void each(long[] low, long[] high, PointAndCorner each) {
        long[] point = low.clone();
        long[] nearest = new long[low.length];
        int axis;
        do {
            for (int i = 0; i < point.length; i++) {
                nearest[i] = point[i] - low[i] <= high[i] - point[i] ? low[i] : high[i];
            }
            each.take(point, nearest);
            axis = point.length - 1;
            while (axis >= 0 && ++point[axis] > end(axis, low, high)) {
                point[axis] = low[axis];
                axis--;
            }
        } while (axis >= 0);
    }

    private long end(int axis, long[] low, long[] high) {
        return high[axis] == sizes[axis] - 1 || high[axis] == low[axis] ? high[axis] : high[axis] - 1;
    }

    /** A point of a box, and one of its corners. */
    public interface PointAndCorner {
        void take(long[] point, long[] corner);
    }
}
