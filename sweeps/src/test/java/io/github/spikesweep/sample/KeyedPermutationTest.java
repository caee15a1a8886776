package io.github.spikesweep.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.simulation.noise.NoiseKey;
import java.util.BitSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedPermutationTest {
    /** As first computed; numbers of four bits take more rounds than those that other tests pin. */
    @Test
    void imagesAreTheSameEverywhere() {
        KeyedPermutation permutation = new KeyedPermutation(42, 10);
        assertArrayEquals(
                new long[] {9, 7, 2, 5, 0, 1, 8, 4, 3, 6},
                LongStream.range(0, 10).map(permutation::at).toArray());
    }

    @Property
    void everyNumberBelowTheSizeIsAnImageOnce(@ForAll @IntRange(min = 1, max = 2000) int size, @ForAll long key) {
        KeyedPermutation permutation = new KeyedPermutation(key, size);
        BitSet images = new BitSet(size);
        for (int i = 0; i < size; i++) {
            images.set((int) permutation.at(i));
        }
        assertEquals(size, images.cardinality());
        assertEquals(size, images.length());
    }

    @Property
    void imagesAreBelowAnySize(
            @ForAll @LongRange(min = 1, max = 1L << 62) long size,
            @ForAll long key,
            @ForAll @LongRange(min = 0) long at) {
        long image = new KeyedPermutation(key, size).at(at % size);
        assertTrue(image >= 0 && image < size);
    }

    /** Over 200,000 keys; the sizes include neighbours of powers of two, where halves are narrow or uneven. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 16, 17, 33, 64, 100, 128, 129, 256})
    void everyPairOfImagesIsAsLikely(int size) {
        long[] counts = new long[size * (size - 1)];
        for (int k = 0; k < 200_000; k++) {
            KeyedPermutation permutation = new KeyedPermutation(NoiseKey.of(1, k), size);
            int first = (int) permutation.at(0);
            int last = (int) permutation.at(size - 1);
            counts[first * (size - 1) + (last < first ? last : last - 1)]++;
        }
        Samples.assertEven("pairs of " + size, counts);
    }
}
