package io.github.spikesweep.sweep.cost;

import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.sweep.StepCount;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.RowSimulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Rows that represent all rows of one kind of neuron in a selection. They are taken from blocks spread over the selection. The
 * blocks are like those that a task reads, so that as many lanes are filled as when the sweep runs.
 *
 * @param points the rows, from all parts of the selection
 * @param share the fraction of all rows that are of this kind
 * @param steps the expected average number of steps of rows of this kind, before they are simulated
 */
record KindSample(List<Point> points, double share, double steps) {
    /** The most kinds that are sampled; others are assumed to be like these. */
    private static final int MOST_KINDS = 24;

    private static final int FEWEST_BLOCKS = 16;
    private static final int MOST_BLOCKS = 64;
    /** The most rows of a block that are examined. */
    private static final int MOST_ROWS = 2 * Simulator.MOST_LANES;
    /** The most different steps or tolerances of a kind that are sampled. */
    private static final int MOST_PROTOCOLS = 8;

    private static final long MOST_SEARCHED = 1_000_000;

    private static final double GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

    KindSample {
        points = List.copyOf(points);
    }

    /** @param blockRows how many rows a task simulates at once */
    static List<KindSample> of(SweepDefinition definition, RowSet rows, long blockRows) {
        Map<RowSimulator.Kind, Map<Protocol, Group>> kinds = new LinkedHashMap<>();
        long size = rows.candidates().size();
        long chain = rows.perChain();
        long blocks = (size - 1) / blockRows + 1;
        long possible = (long) definition.models().size()
                * definition.precisions().size()
                * definition.integrators().size();
        long looked = Math.min(blocks, Math.max(FEWEST_BLOCKS, Math.min(2 * possible, MOST_BLOCKS)));
        spread(looked, blocks).forEach(block -> {
            long from = block * blockRows;
            long inBlock = Math.min(blockRows, size - from);
            long read = Math.min(inBlock, MOST_ROWS);
            for (long i = 0; i < read; i++) {
                rows.point(from + i)
                        .ifPresent(point -> group(kinds, definition, point).add(point, block, (double) inBlock / read));
            }
        });
        if (kinds.isEmpty()) {
            // Hardly any candidate is kept, so take the first ones that are.
            for (long k = 0; k < Math.min(size, MOST_SEARCHED) && kinds.isEmpty(); k++) {
                rows.point(k).ifPresent(point -> group(kinds, definition, point).add(point, 0, 1));
            }
        }
        List<Map<Protocol, Group>> found = List.copyOf(kinds.values());
        double all = found.stream().mapToDouble(KindSample::weight).sum();
        return spread(Math.min(found.size(), MOST_KINDS), found.size())
                .mapToObj(i -> of(found.get((int) i), all, chain))
                .toList();
    }

    private static Group group(
            Map<RowSimulator.Kind, Map<Protocol, Group>> kinds, SweepDefinition definition, Point point) {
        RowSimulator.Kind kind = RowSimulator.Kind.of(point, definition.neurons());
        Protocol protocol = definition.timing().protocol(kind.integrator(), point);
        return kinds.computeIfAbsent(kind, key -> new LinkedHashMap<>()).computeIfAbsent(protocol, key -> new Group());
    }

    private static double weight(Map<Protocol, Group> groups) {
        return groups.values().stream().mapToDouble(group -> group.weight).sum();
    }

    /** @param chain how many rows of a block are simulated one after the other */
    private static KindSample of(Map<Protocol, Group> groups, double all, long chain) {
        double weight = weight(groups);
        double steps = 0;
        for (Map.Entry<Protocol, Group> group : groups.entrySet()) {
            steps += group.getValue().weight / weight * StepCount.expected(group.getKey());
        }
        List<Group> found = List.copyOf(groups.values());
        List<Point> points = new ArrayList<>();
        spread(Math.min(found.size(), MOST_PROTOCOLS), found.size())
                .forEach(i -> points.addAll(found.get((int) i).sideBySide(chain)));
        return new KindSample(points, weight / all, steps);
    }

    /**
     * This many of the numbers below {@code end}, increasing and evenly spread, but not equally spaced, which could always hit
     * the same value of an axis.
     */
    private static LongStream spread(long count, long end) {
        double apart = (double) end / count;
        return LongStream.range(0, count).map(i -> {
            long from = (long) (i * apart);
            long to = Math.min(end, (long) ((i + 1) * apart));
            return from + (long) ((0.5 + i * GOLDEN_RATIO) % 1 * (to - from));
        });
    }

    /** The rows found with the same kind and protocol, which share lanes. */
    private static final class Group {
        private final List<Point> points = new ArrayList<>();
        private double weight;
        private long lastBlock = -1;
        private double inBlock;
        private double mostInBlock;

        void add(Point point, long block, double standsFor) {
            points.add(point);
            weight += standsFor;
            inBlock = block == lastBlock ? inBlock + standsFor : standsFor;
            mostInBlock = Math.max(mostInBlock, inBlock);
            lastBlock = block;
        }

        /** If they do not fill all lanes, as many as one block has, chosen from all blocks. */
        List<Point> sideBySide(long chain) {
            long rows = Math.max(1, Math.min(Math.round(mostInBlock / chain), Simulator.MOST_LANES));
            return spread(Math.min(rows, points.size()), points.size())
                    .mapToObj(i -> points.get((int) i))
                    .toList();
        }
    }
}
