package io.github.spikesweep.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitivityDesignsTest {
    private static UnitSequence[] saltelli(int axes, boolean secondOrder) {
        return IntStream.range(0, axes)
                .mapToObj(axis -> new Saltelli(
                        Sobol.ofDimension(axis, 0), Sobol.ofDimension(axes + axis, 0), axis, axes, secondOrder))
                .toArray(UnitSequence[]::new);
    }

    private static Morris[] morris(int axes, int levels) {
        return IntStream.range(0, axes)
                .mapToObj(axis -> new Morris(5, Streams.of("axis" + axis), axis, axes, levels))
                .toArray(Morris[]::new);
    }

    private static double[] row(UnitSequence[] axes, long index) {
        return Arrays.stream(axes).mapToDouble(axis -> axis.at(index)).toArray();
    }

    /** The order of rows in SALib's {@code sobol.sample}, written here as it builds its matrix. */
    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "3, false", "3, true", "6, false", "6, true"})
    void rowsAreCrossedAsSalibCrossesThem(int axes, boolean secondOrder) {
        UnitSequence[] design = saltelli(axes, secondOrder);
        long index = 0;
        for (int point = 0; point < 20; point++) {
            double[] a = new double[axes];
            double[] b = new double[axes];
            for (int axis = 0; axis < axes; axis++) {
                a[axis] = Sobol.ofDimension(axis, 0).at(point);
                b[axis] = Sobol.ofDimension(axes + axis, 0).at(point);
            }
            assertEquals(Arrays.toString(a), Arrays.toString(row(design, index++)));
            for (int k = 0; k < axes; k++) {
                double[] ab = a.clone();
                ab[k] = b[k];
                assertEquals(Arrays.toString(ab), Arrays.toString(row(design, index++)));
            }
            for (int k = 0; secondOrder && k < axes; k++) {
                double[] ba = b.clone();
                ba[k] = a[k];
                assertEquals(Arrays.toString(ba), Arrays.toString(row(design, index++)));
            }
            assertEquals(Arrays.toString(b), Arrays.toString(row(design, index++)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 40})
    void everyAxisMovesOnceInATrajectory(int axes) {
        Morris[] design = morris(axes, 4);
        Set<String> orders = new TreeSet<>();
        for (int trajectory = 0; trajectory < 50; trajectory++) {
            StringBuilder order = new StringBuilder();
            boolean[] moved = new boolean[axes];
            for (int k = 1; k <= axes; k++) {
                double[] before = row(design, (long) trajectory * (axes + 1) + k - 1);
                double[] after = row(design, (long) trajectory * (axes + 1) + k);
                for (int axis = 0; axis < axes; axis++) {
                    if (before[axis] != after[axis]) {
                        assertTrue(!moved[axis], "once");
                        moved[axis] = true;
                        assertEquals(k, design[axis].movesAt(trajectory));
                        assertEquals(design[axis].rises(trajectory), after[axis] > before[axis]);
                        assertEquals(design[axis].delta(), Math.abs(after[axis] - before[axis]), 1e-15);
                        order.append(axis).append(' ');
                    }
                }
            }
            for (boolean one : moved) {
                assertTrue(one);
            }
            assertEquals(axes, order.toString().split(" ").length, "one at a time");
            orders.add(order.toString());
        }
        assertTrue(orders.size() >= Math.min(50, axes), orders.toString());
    }

    /** Over many trajectories every level, direction and order is equally frequent. */
    @Test
    void levelsAndDirectionsAreEquallyLikely() {
        int trajectories = 60_000;
        Morris[] design = morris(3, 6);
        for (Morris axis : design) {
            long[] levels = new long[6];
            long[] rising = new long[2];
            long[] moves = new long[3];
            for (long trajectory = 0; trajectory < trajectories; trajectory++) {
                double first = axis.at(trajectory * 4);
                int level = (int) Math.round(first * 5);
                assertEquals(level / 5.0, first);
                levels[level]++;
                rising[axis.rises(trajectory) ? 1 : 0]++;
                moves[axis.movesAt(trajectory) - 1]++;
            }
            Samples.assertEven("levels", levels);
            Samples.assertEven("directions", rising);
            Samples.assertEven("moves", moves);
        }
    }

    /** As first computed on x86-64 with Java 17. They must only change on purpose. */
    @Test
    void trajectoriesAreTheSameEverywhere() {
        Morris[] design = morris(3, 4);
        StringBuilder levels = new StringBuilder();
        for (long index = 0; index < 12; index++) {
            for (double at : row(design, index)) {
                levels.append(Math.round(at * 3));
            }
            levels.append(index % 4 == 3 ? " | " : " ");
        }
        assertEquals(
                "312 112 132 130 | 023 223 203 201 | 110 310 330 332 |",
                levels.toString().strip());
    }

    @Test
    void wrongDesignsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Morris(1, 2, 0, 3, 5));
        assertThrows(IllegalArgumentException.class, () -> new Morris(1, 2, 0, 3, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> new Morris(1, 2, 3, 3, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> new Morris(1, 2, 0, 3, 4).at(-1));
    }
}
