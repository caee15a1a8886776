package io.github.spikesweep.sample;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.function.LongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

class SobolAndHaltonTest {
    private static final int DIMENSIONS = 5;

    /** The first 1024 points and 16 of the last, to the bit. */
    @Test
    void pointsAreThoseOfSciPy() throws IOException {
        List<double[]> rows = Samples.scipy("scipy-qmc.csv");
        assertEquals(1024 + 16, rows.size());
        for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
            Sobol sobol = Sobol.ofDimension(dimension, 0);
            Halton halton = Halton.ofDimension(dimension, 0);
            for (double[] row : rows) {
                long index = (long) row[0];
                assertEquals(row[1 + dimension], sobol.at(index), sobol + " at " + index);
                assertEquals(row[1 + DIMENSIONS + dimension], halton.at(index), halton + " at " + index);
            }
        }
    }

    @Test
    void highDimensionsOfSobolAreThoseOfTheGenerator() {
        SobolSequenceGenerator generator = new SobolSequenceGenerator(Sobol.MOST_DIMENSIONS);
        List<Sobol> dimensions = List.of(Sobol.ofDimension(999, 0), Sobol.ofDimension(Sobol.MOST_DIMENSIONS - 1, 0));
        for (int index : new int[] {0, 1, 2, 1000, 123_456_789, Integer.MAX_VALUE - 1}) {
            double[] point = generator.skipTo(index);
            for (Sobol sobol : dimensions) {
                assertEquals(point[sobol.dimension()], sobol.at(index), sobol + " at " + index);
            }
        }
    }

    @Test
    void basesOfHaltonAreTheFirstPrimes() {
        BigInteger prime = BigInteger.ONE;
        for (int dimension = 0; dimension < Halton.MOST_DIMENSIONS; dimension++) {
            prime = prime.nextProbablePrime();
            assertEquals(prime.intValueExact(), Halton.ofDimension(dimension, 0).base());
        }
    }

    @Property
    void skippingGivesTheTailOfTheSequence(
            @ForAll("sequences") LongFunction<UnitSequence> sequence,
            @ForAll @LongRange(max = 1_000_000_000) long skip,
            @ForAll @LongRange(max = 1_000_000_000) long index) {
        assertEquals(sequence.apply(0).at(skip + index), sequence.apply(skip).at(index));
    }

    @Property
    void pointsLieFromZeroToOne(
            @ForAll("sequences") LongFunction<UnitSequence> sequence,
            @ForAll @LongRange(max = Integer.MAX_VALUE - 1) long index) {
        double u = sequence.apply(0).at(index);
        assertTrue(u >= 0 && u < 1, sequence.apply(0) + " at " + index + " is " + u);
    }

    @Provide
    Arbitrary<LongFunction<UnitSequence>> sequences() {
        Arbitrary<LongFunction<UnitSequence>> sobol =
                Arbitraries.integers().between(0, 50).map(dimension -> skip -> Sobol.ofDimension(dimension, skip));
        Arbitrary<LongFunction<UnitSequence>> halton = Arbitraries.integers()
                .between(0, Halton.MOST_DIMENSIONS - 1)
                .map(dimension -> skip -> Halton.ofDimension(dimension, skip));
        return Arbitraries.oneOf(sobol, halton);
    }

    @Test
    void theLastPointIsInRangeAndTheNextIsNot() {
        long last = Integer.MAX_VALUE - 1;
        assertEquals(last, Sobol.MOST_POINTS - 1);
        assertEquals(last, Halton.MOST_POINTS - 1);
        for (UnitSequence sequence : List.of(Sobol.ofDimension(4, last), Halton.ofDimension(4, last))) {
            assertTrue(sequence.at(0) < 1);
            assertThrows(IndexOutOfBoundsException.class, () -> sequence.at(1));
            assertThrows(IndexOutOfBoundsException.class, () -> sequence.at(-1));
        }
    }

    @Test
    void refusesDimensionsBasesAndSkipsThatThereAreNot() {
        assertAll(
                () -> refuses(() -> Sobol.ofDimension(-1, 0)),
                () -> refuses(() -> Sobol.ofDimension(Sobol.MOST_DIMENSIONS, 0)),
                () -> refuses(() -> Sobol.ofDimension(0, -1)),
                () -> refuses(() -> Sobol.ofDimension(0, Sobol.MOST_POINTS)),
                () -> refuses(() -> Halton.ofDimension(-1, 0)),
                () -> refuses(() -> Halton.ofDimension(Halton.MOST_DIMENSIONS, 0)),
                () -> refuses(() -> new Halton(4, 0)),
                () -> refuses(() -> new Halton(2, -1)),
                () -> refuses(() -> new Halton(2, Halton.MOST_POINTS)));
    }

    private static void refuses(Runnable make) {
        assertThrows(IllegalArgumentException.class, make::run);
    }
}
