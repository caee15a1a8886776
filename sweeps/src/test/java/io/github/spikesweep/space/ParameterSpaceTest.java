package io.github.spikesweep.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/** Ids and the combinations that they number. */
class ParameterSpaceTest {
    private static final int TRIED = 20;

    @Provide
    Arbitrary<ParameterSpace> spaces() {
        return Spaces.spaces().withoutEdgeCases();
    }

    @Provide
    Arbitrary<ParameterSpace> hugeSpaces() {
        return Spaces.hugeSpaces().withoutEdgeCases();
    }

    /** Ids increase with the indices in lexicographic order: none occurs twice, and none is missing. */
    @Property(tries = 500)
    void everyCombinationHasOneId(@ForAll("spaces") ParameterSpace space) {
        long[] indices = new long[space.blocks().size()];
        long id = 0;
        do {
            assertEquals(id, space.id(indices));
            assertArrayEquals(indices, space.indices(id));
            id++;
        } while (next(indices, space));
        assertEquals(space.size(), id);
        assertThrows(IndexOutOfBoundsException.class, () -> space.indices(space.size()));
        assertThrows(IndexOutOfBoundsException.class, () -> space.indices(-1));
    }

    @Tag("thorough")
    @Property(tries = 300)
    void anyIdIsDecodedWithoutTheOthers(@ForAll("hugeSpaces") ParameterSpace space, @ForAll Random random) {
        for (long id : ids(space, random)) {
            long[] indices = space.indices(id);
            assertEquals(id, space.id(indices));
            assertArrayEquals(digits(id, space), indices);
            for (int axis = 0; axis < space.axes().size(); axis++) {
                double value = space.axes().get(axis).value(indices[space.blockOf(axis)]);
                assertTrue(Double.isFinite(value));
            }
        }
    }

    @Tag("thorough")
    @Property(tries = 200)
    void neighboursDiffer(@ForAll("hugeSpaces") ParameterSpace space, @ForAll Random random) {
        for (long id : ids(space, random)) {
            if (id > 0) {
                int order = Arrays.compare(space.indices(id - 1), space.indices(id));
                assertTrue(order < 0, () -> id + " of " + space);
            }
        }
    }

    @Property(tries = 200)
    void axesAreThoseOfTheBlocksInOrder(@ForAll("spaces") ParameterSpace space) {
        int axis = 0;
        for (int block = 0; block < space.blocks().size(); block++) {
            for (Axis of : space.blocks().get(block).axes()) {
                assertEquals(of, space.axes().get(axis));
                assertEquals(block, space.blockOf(axis));
                assertEquals(axis++, space.axis(of.name()).orElseThrow());
            }
        }
        assertEquals(space, new ParameterSpace(space.blocks()));
        assertEquals(space.hashCode(), new ParameterSpace(space.blocks()).hashCode());
    }

    @Test
    void axesThatRunTogetherAreNoCombinations() {
        Axis a = Spaces.axis("a", new NumberList(1, 2));
        Axis b = Spaces.axis("b", new NumberList(3, 4));
        ParameterSpace together = new ParameterSpace(List.of(new Block(List.of(a, b))));
        assertEquals(2, together.size());
        assertNotEquals(together, Spaces.ofAxes(List.of(a, b)));
        assertThrows(
                IllegalArgumentException.class, () -> new Block(List.of(a, Spaces.axis("c", new NumberList(1, 2, 3)))));
    }

    /** The first, the last and some others. */
    private static List<Long> ids(ParameterSpace space, Random random) {
        return LongStream.concat(
                        LongStream.of(0, space.size() - 1),
                        LongStream.generate(() -> Math.floorMod(random.nextLong(), space.size()))
                                .limit(TRIED))
                .boxed()
                .toList();
    }

    /** The indices of a combination, computed differently. */
    private static long[] digits(long id, ParameterSpace space) {
        long[] digits = new long[space.blocks().size()];
        BigInteger weight = BigInteger.ONE;
        for (int block = digits.length - 1; block >= 0; block--) {
            BigInteger size = BigInteger.valueOf(space.blocks().get(block).size());
            digits[block] = BigInteger.valueOf(id).divide(weight).mod(size).longValueExact();
            weight = weight.multiply(size);
        }
        return digits;
    }

    /** Advances to the next combination; false after the last one. */
    private static boolean next(long[] indices, ParameterSpace space) {
        for (int block = indices.length - 1; block >= 0; block--) {
            if (++indices[block] < space.blocks().get(block).size()) {
                return true;
            }
            indices[block] = 0;
        }
        return false;
    }
}
