package io.github.spikesweep.sweep.refine;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.space.IndexRanges;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/** The simulated rows of a grid, with their classes, and what follows from them. Not thread-safe. */
public final class KnownRows {
    private static final int MOST = 100_000_000;

    private final RefinedGrid grid;
    private long[] places = new long[16];
    private int[] classes = new int[16];
    private int count;
    private boolean sorted = true;

    /** Of a grid of which nothing is known yet. */
    public KnownRows(RefinedGrid grid) {
        this.grid = grid;
    }

    /** Adds a row, which is not there yet. */
    public void add(long id, int classOf) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            classes = Arrays.copyOf(classes, 2 * count);
        }
        places[count] = grid.place(id);
        classes[count] = classOf;
        sorted &= count == 0 || places[count] > places[count - 1];
        count++;
    }

    /** How many rows are known. */
    public int count() {
        return count;
    }

    /** Puts them in the order of their places. */
    private void sort() {
        if (sorted) {
            return;
        }
        long[] before = Arrays.copyOf(places, count);
        int[] classesBefore = classes.clone();
        Arrays.sort(places, 0, count);
        for (int i = 0; i < count; i++) {
            classes[Arrays.binarySearch(places, 0, count, before[i])] = classesBefore[i];
        }
        sorted = true;
    }

    /** The class of a known row; -1 if it is not known. */
    public int classOf(long id) {
        sort();
        int at = Arrays.binarySearch(places, 0, count, grid.place(id));
        return at < 0 ? -1 : classes[at];
    }

    /**
     * The rows that have to be simulated next, as positions among the candidates; none at the end.
     *
     * @throws InputException if they are too many
     */
    public IndexRanges next() {
        sort();
        Gathered needed = new Gathered();
        each((combination, of) -> grid.boxes().visit(of, new Boxes.Finder() {
            @Override
            public void needs(long[] corner) {
                needed.add(grid.place(combination, corner));
            }

            @Override
            public void uniform(long[] low, long[] high) {}
        }));
        return needed.positions(grid::position);
    }

    /** Takes a row that was not simulated, and the simulated one that stands for it. */
    public interface Filled {
        void take(long id, long nearest);
    }

    /** Goes through the rows that were not simulated, once there are no {@linkplain #next next} ones. */
    public void fill(Filled filled) {
        sort();
        Boxes boxes = grid.boxes();
        each((combination, of) -> boxes.visit(of, new Boxes.Finder() {
            @Override
            public void needs(long[] corner) {}

            @Override
            public void uniform(long[] low, long[] high) {
                boxes.each(low, high, (point, corner) -> {
                    long place = grid.place(combination, point);
                    if (Arrays.binarySearch(places, 0, count, place) < 0 && grid.isRow(place)) {
                        filled.take(grid.id(place), grid.id(grid.place(combination, corner)));
                    }
                });
            }
        }));
    }

    /** Takes the known points of the grid of a combination. */
    private interface Grids {
        void take(long combination, Boxes.Points points);
    }

    private void each(Grids grids) {
        int from = 0;
        for (long combination = 0; combination < grid.combinationCount(); combination++) {
            int to = from;
            while (to < count && places[to] < (combination + 1) * grid.volume()) {
                to++;
            }
            grids.take(combination, new Part(combination, from, to));
            from = to;
        }
    }

    /** The known points of the grid of a combination. */
    private final class Part implements Boxes.Points {
        private final long combination;
        private final int from;
        private final long[][] along;

        Part(long combination, int from, int to) {
            this.combination = combination;
            this.from = from;
            long[] sizes = grid.sizes();
            this.along = new long[sizes.length][to - from];
            for (int point = 0; point < to - from; point++) {
                long rest = places[from + point] - combination * grid.volume();
                for (int axis = sizes.length - 1; axis >= 0; axis--) {
                    along[axis][point] = rest % sizes[axis];
                    rest /= sizes[axis];
                }
            }
        }

        @Override
        public int count() {
            return along[0].length;
        }

        @Override
        public long along(int point, int axis) {
            return along[axis][point];
        }

        @Override
        public int classOf(int point) {
            return classes[from + point];
        }

        @Override
        public boolean isRow(long[] point) {
            return grid.isRow(grid.place(combination, point));
        }
    }

    /** Places, each once or more often. */
    private static final class Gathered {
        private long[] places = new long[1024];
        private int count;

        void add(long place) {
            if (count == places.length) {
                compact();
                if (count > places.length / 2) {
                    if (count > MOST) {
                        throw new InputException(
                                "'refine' needs more than 10^8 rows at once; take a larger 'coarse', or fewer values");
                    }
                    places = Arrays.copyOf(places, 2 * places.length);
                }
            }
            places[count++] = place;
        }

        private void compact() {
            Arrays.sort(places, 0, count);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (i == 0 || places[i] != places[i - 1]) {
                    places[kept++] = places[i];
                }
            }
            count = kept;
        }

        IndexRanges positions(LongUnaryOperator position) {
            compact();
            for (int i = 0; i < count; i++) {
                places[i] = position.applyAsLong(places[i]);
            }
            Arrays.sort(places, 0, count);
            return IndexRanges.ofSorted(places, count);
        }
    }
}
