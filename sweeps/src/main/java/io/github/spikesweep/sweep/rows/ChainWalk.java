package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.sweep.Chains;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Simulates rows that start from the end state of a neighbour: the first rows of some chains side by side, then the second ones, and so on. What is wanted
 * of a chain does not change its rows: those before are simulated, too, even if nobody wants them. If a row diverges, those after it have no state to start from
 * and count as diverged at the start.
 *
 * @param simulation simulates rows at points, each from its own start; one for each, in the same order
 */
record ChainWalk(SweepDefinition definition, Function<List<Point>, List<Row>> simulation) {
    /** The rows at some points. */
    List<Row> rows(List<Point> points) {
        Map<Long, Walk> walks = new LinkedHashMap<>();
        Row[] rows = new Row[points.size()];
        Chains chains = definition.chains();
        for (int i = 0; i < rows.length; i++) {
            long id = points.get(i).id();
            walks.computeIfAbsent(id - id % chains.length(definition.space()), Walk::new)
                    .want(chains.place(definition.space(), id), i);
        }
        List<Walk> open = new ArrayList<>(walks.values());
        for (long place = 0; !open.isEmpty(); place++) {
            step(open, place, points, rows);
            long next = place + 1;
            open.removeIf(walk -> walk.end < next);
        }
        return Arrays.asList(rows);
    }

    /** How many rows are simulated for some points. */
    static long simulated(SweepDefinition definition, List<Point> points) {
        Map<Long, Long> ends = new HashMap<>();
        Chains chains = definition.chains();
        for (Point point : points) {
            long first = point.id() - point.id() % chains.length(definition.space());
            ends.merge(first, chains.place(definition.space(), point.id()) + 1, Math::max);
        }
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    private void step(List<Walk> open, long place, List<Point> points, Row[] rows) {
        List<Walk> going = open.stream().filter(walk -> !walk.isBroken).toList();
        List<Row> simulated = simulation.apply(
                going.stream().map(walk -> point(walk, place, points)).toList());
        for (int i = 0; i < simulated.size(); i++) {
            going.get(i).take(simulated.get(i), place, rows);
        }
        for (Walk walk : open) {
            if (walk.isBroken && walk.wanted.containsKey(place)) {
                int row = walk.wanted.get(place);
                if (rows[row] == null) {
                    rows[row] = new Row(points.get(row), Optional.empty(), List.of(), walk.unwantedSteps);
                    walk.unwantedSteps = 0;
                }
            }
        }
    }

    private Point point(Walk walk, long place, List<Point> points) {
        Integer wanted = walk.wanted.get(place);
        Point point = wanted == null
                ? new Point(definition.space(), definition.chains().at(definition.space(), walk.first, place))
                : points.get(wanted);
        return walk.state.map(point::from).orElse(point);
    }

    /** A chain, and how far it is. */
    private static final class Walk {
        private final long first;
        /** The wanted rows by their places. */
        private final Map<Long, Integer> wanted = new HashMap<>();

        private long end;
        private Optional<double[]> state = Optional.empty();
        private boolean isBroken;
        /** The steps of rows that nobody wanted, since the last one that was. */
        private long unwantedSteps;

        Walk(long first) {
            this.first = first;
        }

        void want(long place, int row) {
            wanted.put(place, row);
            end = Math.max(end, place);
        }

        void take(Row row, long place, Row[] rows) {
            Integer number = wanted.get(place);
            if (number == null) {
                unwantedSteps += row.neuronSteps();
            } else {
                rows[number] = new Row(row.point(), row.outcome(), List.of(), row.neuronSteps() + unwantedSteps);
                unwantedSteps = 0;
            }
            isBroken = row.diverged();
            state = row.measured().map(Outcome::end);
        }
    }
}
