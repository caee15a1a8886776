package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.CompiledKernel;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps of an advance in which lanes cross a level, by what is in the histories. */
class CrossingsTest {
    private static final int LANES = 32;
    private static final int STEPS = LaneKernel.MOST_STEPS;

    /** By lane, the steps that cross, of lanes with these histories. */
    private static Map<Integer, Integer> found(Precision precision, double level, int steps, double[]... histories) {
        KernelSpec spec = KernelSpec.heldInput(
                ModelCatalog.find("HR").orElseThrow(), Integrator.RK4, precision, Set.of(), Set.of());
        CompiledKernel<LaneKernel, KernelLayout> compiled = JavaKernels.fixed().get(spec, LANES);
        LaneKernel kernel = compiled.newKernel();
        KernelLayout.CellRows rows = compiled.layout().cells().get(0);
        for (int lane = 0; lane < LANES; lane++) {
            double[] history = Arrays.copyOf(histories[lane], steps + 1);
            for (int k = 0; k <= steps; k++) {
                kernel.put(rows.starts() + k * LANES + lane, history[k]);
            }
            kernel.put(rows.chunkLowest() + lane, Arrays.stream(history).min().orElseThrow());
            kernel.put(rows.chunkHighest() + lane, Arrays.stream(history).max().orElseThrow());
        }
        int[] lanes = new int[LANES];
        int[] rises = new int[LANES];
        int count = kernel.crossings(0, steps, level, lanes, rises);
        Map<Integer, Integer> found = new TreeMap<>();
        for (int n = 0; n < count; n++) {
            found.put(lanes[n], rises[n]);
        }
        return found;
    }

    private static Map<Integer, Integer> expected(double level, int steps, double[]... histories) {
        Map<Integer, Integer> expected = new TreeMap<>();
        for (int lane = 0; lane < LANES; lane++) {
            int rises = 0;
            for (int k = 0; k < steps; k++) {
                rises |= histories[lane][k] < level && histories[lane][k + 1] >= level ? 1 << k : 0;
            }
            double[] history = Arrays.copyOf(histories[lane], steps + 1);
            boolean isOnBothSides = Arrays.stream(history).min().orElseThrow() < level
                    && Arrays.stream(history).max().orElseThrow() >= level;
            if (isOnBothSides) {
                expected.put(lane, rises);
            }
        }
        return expected;
    }

    private static double[] resting() {
        double[] history = new double[STEPS + 1];
        Arrays.fill(history, -1);
        return history;
    }

    /** Values near the level and far from it, some of them equal to it. */
    private static double[] wild(Random random, Precision precision, double level) {
        double most = precision == Precision.DOUBLE ? Double.MAX_VALUE : Float.MAX_VALUE;
        double least = precision == Precision.DOUBLE ? Double.MIN_VALUE : Float.MIN_VALUE;
        float near = (float) level;
        double[] values = {
            near,
            precision == Precision.DOUBLE ? Math.nextUp(level) : Math.nextUp(near),
            precision == Precision.DOUBLE ? Math.nextDown(level) : Math.nextDown(near),
            0,
            -0.0,
            least,
            -least,
            1,
            -1,
            30,
            -65,
            most,
            -most,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        return random.doubles(STEPS + 1)
                .map(u -> values[(int) (u * values.length)])
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void whereManyLanesCross(Precision precision) {
        Random random = new Random(1);
        for (double level : new double[] {0, 30, -50.4, 1e-3, 0.1}) {
            for (int steps : new int[] {STEPS, 5, 1}) {
                double[][] histories = new double[LANES][];
                Arrays.setAll(histories, lane -> wild(random, precision, level));
                assertEquals(
                        expected(level, steps, histories), found(precision, level, steps, histories), "level " + level);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void whereOneDoes(Precision precision) {
        Random random = new Random(2);
        for (int lane = 0; lane < LANES; lane++) {
            double[][] histories = new double[LANES][];
            Arrays.setAll(histories, other -> resting());
            histories[lane] = wild(random, precision, 0.1);
            assertEquals(expected(0.1, STEPS, histories), found(precision, 0.1, STEPS, histories));
        }
    }

    /** A value that is no number crosses nothing, and takes nothing from the other lanes. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void whereSomeAreNoNumbers(Precision precision) {
        double[][] histories = new double[LANES][];
        Arrays.setAll(histories, lane -> {
            double[] history = resting();
            history[7] = 1;
            return history;
        });
        Map<Integer, Integer> all = found(precision, 0.5, STEPS, histories);
        histories[3][4] = Double.NaN;
        histories[3][5] = 1;
        Map<Integer, Integer> others = found(precision, 0.5, STEPS, histories);
        others.remove(3);
        all.remove(3);
        assertEquals(all, others);
        assertEquals(LANES - 1, all.size());
    }
}
