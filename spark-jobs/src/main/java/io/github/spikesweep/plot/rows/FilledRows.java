package io.github.spikesweep.plot.rows;

import io.github.spikesweep.results.RecordedGrid;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.RowStatus;
import io.github.spikesweep.sweep.refine.Boxes;
import io.github.spikesweep.sweep.refine.RowClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds the rows of a refined sweep that were not simulated: each has the results of a corner of its box. */
final class FilledRows {

    private final RecordedGrid grid;
    private final List<Column> columns;
    private final List<ResultColumns.Row> rows;
    private final RowClasses classes;
    private final boolean complete;
    private final List<ResultColumns.Row> filled = new ArrayList<>();

    /**
     * Of these rows.
     *
     * @param columns those of the axes, what tells classes apart, and the status among them
     * @param rows all that were simulated
     * @param complete whether these are all that have to be
     */
    FilledRows(RecordedGrid grid, List<Column> columns, List<ResultColumns.Row> rows, boolean complete) {
        this.grid = grid;
        this.columns = columns;
        this.rows = rows;
        this.complete = complete;
        this.classes =
                RowClasses.read(grid.by(), columns.stream().map(Column::name).toList());
    }

    /** The rows that were not simulated. */
    List<ResultColumns.Row> find() {
        Map<Long, List<ResultColumns.Row>> combinations = new TreeMap<>();
        for (ResultColumns.Row row : rows) {
            long[] at = at(row);
            if (Arrays.stream(at).allMatch(place -> place >= 0)) {
                combinations
                        .computeIfAbsent(base(row.id()), same -> new ArrayList<>())
                        .add(row);
            }
        }
        combinations.forEach((base, members) -> fill(new Known(members)));
        return filled;
    }

    /** What remains of an id without the places along the refined axes. */
    private long base(long id) {
        long base = id;
        for (RecordedGrid.Along axis : grid.axes()) {
            base -= id / axis.stride() % axis.size() * axis.stride();
        }
        return base;
    }

    /** The places of a row among the values along the refined axes. */
    private long[] at(ResultColumns.Row row) {
        return grid.axes().stream()
                .mapToLong(axis -> place(axis.values(), (Double) row.values().get(index(axis.column()))))
                .toArray();
    }

    /** The place of a number among some that rise or fall; negative if it is none of them. */
    private static long place(List<Double> values, double wanted) {
        boolean rising = values.get(0) <= values.get(values.size() - 1);
        int low = 0;
        int high = values.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            double value = values.get(middle);
            if (value == wanted) {
                return middle;
            }
            if (value < wanted == rising) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(column);
    }

    private void fill(Known known) {
        Boxes boxes = new Boxes(
                grid.axes().stream().mapToLong(axis -> axis.values().size()).toArray(),
                grid.axes().stream().mapToLong(RecordedGrid.Along::coarse).toArray());
        boxes.visit(known, new Boxes.Finder() {
            @Override
            public void needs(long[] corner) {}

            @Override
            public void uniform(long[] low, long[] high) {
                boxes.each(low, high, (point, corner) -> {
                    if (!known.has(point)) {
                        filled.add(filled(known.row(corner), point));
                    }
                });
            }
        });
    }

    private ResultColumns.Row filled(ResultColumns.Row corner, long[] point) {
        List<Object> values = new ArrayList<>(corner.values());
        long id = base(corner.id());
        for (int axis = 0; axis < point.length; axis++) {
            RecordedGrid.Along along = grid.axes().get(axis);
            values.set(index(along.column()), along.values().get((int) point[axis]));
            id += point[axis] * along.stride();
        }
        values.set(index(RowStatus.COLUMN), RowStatus.FILLED.label());
        return new ResultColumns.Row(id, values);
    }

    /** The simulated rows of a combination of the other axes. */
    private final class Known implements Boxes.Points {
        private final List<ResultColumns.Row> members;
        private final long[][] places;
        private final int[] classOf;
        private final Map<List<Long>, ResultColumns.Row> byPlace = new HashMap<>();

        Known(List<ResultColumns.Row> members) {
            this.members = members;
            this.places = members.stream().map(FilledRows.this::at).toArray(long[][]::new);
            this.classOf = members.stream().mapToInt(this::number).toArray();
            for (int i = 0; i < places.length; i++) {
                byPlace.put(key(places[i]), members.get(i));
            }
        }

        private int number(ResultColumns.Row row) {
            return row.values().get(index(RowStatus.COLUMN)).equals(RowStatus.DIVERGED.label())
                    ? classes.diverged()
                    : classes.of(column -> row.values().get(index(column)));
        }

        private List<Long> key(long[] place) {
            return Arrays.stream(place).boxed().toList();
        }

        boolean has(long[] point) {
            return byPlace.containsKey(key(point));
        }

        ResultColumns.Row row(long[] point) {
            return byPlace.get(key(point));
        }

        @Override
        public int count() {
            return members.size();
        }

        @Override
        public long along(int point, int axis) {
            return places[point][axis];
        }

        @Override
        public int classOf(int point) {
            return classOf[point];
        }

        /** As long as the run is not complete, nothing is told of the box of a corner that is missing; then the sweep leaves it out. */
        @Override
        public boolean isRow(long[] point) {
            return !complete;
        }
    }
}
