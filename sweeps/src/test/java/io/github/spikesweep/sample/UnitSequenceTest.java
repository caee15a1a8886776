package io.github.spikesweep.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.simulation.noise.NoiseKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnitSequenceTest {
    private static final int POINTS = 100_000;

    private static List<UnitSequence> sequences() {
        return List.of(
                new IndependentDraws(1, 2),
                new LatinHypercube(1, 2, 1_000_000_000_000L),
                Sobol.ofDimension(3, 5),
                Halton.ofDimension(3, 5),
                new Rotated(Sobol.ofDimension(3, 5), 1, 2),
                new Rotated(Halton.ofDimension(3, 5), 1, 2),
                saltelli());
    }

    private static UnitSequence saltelli() {
        return new Saltelli(
                new Rotated(Sobol.ofDimension(1, 0), 1, 2), new Rotated(Sobol.ofDimension(4, 0), 1, 3), 1, 3, true);
    }

    /** As first computed on x86-64 with Java 17, at 0, 1, 1000 and a million. They must only change on purpose. */
    @Test
    void numbersAreTheSameEverywhere() {
        double[][] pinned = {
            {0x1.ee93712e45b0ap-3, 0x1.7af85a094c3f6p-1, 0x1.7d3b22ea25b87p-2, 0x1.69c115d8ce2e6p-3},
            {0x1.c8969f4f81e2cp-2, 0x1.ebb7c1bf5e894p-1, 0x1.b594220799792p-2, 0x1.0d1c184ff8cc4p-1},
            {0x1.8p-2, 0x1.4p-1, 0x1.9a8p-1, 0x1.96246p-1},
            {0x1.6db6db6db6db6p-1, 0x1.b6db6db6db6dbp-1, 0x1.4d4d167f4e94ap-1, 0x1.c687762a2773ap-1},
            {0x1.3ba4dc4b916c2p-1, 0x1.bba4dc4b916c2p-1, 0x1.624dc4b916c2p-5, 0x1.1c93c4b916c2p-5},
            {0x1.e95bb7b948478p-1, 0x1.9402501366cfp-4, 0x1.c8f1f2cae000cp-1, 0x1.08b149d6e37fp-3},
            {0x1.ee93712e45b0ap-3, 0x1.ee93712e45b0ap-3, 0x1.3e93712e45b08p-3, 0x1.5955dc4b916c2p-1}
        };
        double[][] actual = sequences().stream()
                .map(sequence -> LongStream.of(0, 1, 1000, 1_000_000)
                        .mapToDouble(sequence::at)
                        .toArray())
                .toArray(double[][]::new);
        assertArrayEquals(pinned, actual);
    }

    @Test
    void streamsAreTheSameEverywhere() {
        assertEquals(-4621773996977716190L, Streams.of("gna"));
        assertEquals(5455535587461365019L, Streams.of("τ"));
    }

    @Test
    void namesHaveStreamsOfTheirOwn() {
        Set<Long> streams = new HashSet<>();
        int names = 0;
        for (char a = 'A'; a <= 'z'; a++) {
            streams.add(Streams.of(String.valueOf(a)));
            for (char b = 'A'; b <= 'z'; b++) {
                streams.add(Streams.of("" + a + b));
                streams.add(Streams.of("a" + a + b));
                names += 2;
            }
            names++;
        }
        assertEquals(names, streams.size());
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void pointsAreUniform(UnitSequence sequence) {
        double[] numbers = Samples.first(POINTS, sequence);
        assertTrue(Arrays.stream(numbers).allMatch(u -> u >= 0 && u < 1));
        // Four standard errors of independent draws.
        assertEquals(0.5, Samples.mean(numbers), 4 / Math.sqrt(12.0 * POINTS));
        assertEquals(1.0 / 12, Samples.covariance(numbers, numbers), 4 / Math.sqrt(180.0 * POINTS));
        // Kolmogorov–Smirnov: exceeded by chance once in 3,000.
        Arrays.sort(numbers);
        for (int i = 0; i < POINTS; i++) {
            assertEquals((i + 0.5) / POINTS, numbers[i], 2.1 / Math.sqrt(POINTS));
        }
    }

    @Test
    void drawsAreIndependent() {
        double[] numbers = Samples.first(POINTS, new IndependentDraws(1, Streams.of("gna")));
        Samples.assertEven("numbers", Samples.counts(numbers, 1000));
        for (IndependentDraws other :
                List.of(new IndependentDraws(1, Streams.of("gk")), new IndependentDraws(2, Streams.of("gna")))) {
            assertEquals(0, Samples.correlation(numbers, Samples.first(POINTS, other)), 0.01, other.toString());
        }
        double[] neighbours = Arrays.copyOfRange(numbers, 1, POINTS);
        assertEquals(0, Samples.correlation(Arrays.copyOf(numbers, POINTS - 1), neighbours), 0.01);
    }

    @Test
    void noRandomBitsGiveZeroOrOne() {
        assertEquals(0x1p-54, NoiseKey.unit(0));
        assertEquals(Math.nextDown(1.0), NoiseKey.unit(-1));
    }

    @Test
    void rotationShiftsAllPointsAlike() {
        Sobol sobol = Sobol.ofDimension(0, 0);
        Rotated rotated = new Rotated(sobol, 1, 2);
        double shift = rotated.at(0);
        assertNotEquals(shift, new Rotated(sobol, 1, 3).at(0));
        assertNotEquals(shift, new Rotated(sobol, 2, 2).at(0));
        for (int i = 0; i < 1024; i++) {
            double shifted = sobol.at(i) + shift;
            assertEquals(shifted < 1 ? shifted : shifted - 1, rotated.at(i));
        }
    }

    /** Over 10,000 seeds, so that an average over rotations has no bias. */
    @Test
    void rotationMakesEveryPointUniform() {
        for (Halton halton : List.of(Halton.ofDimension(0, 0), Halton.ofDimension(4, 77))) {
            double[] numbers = LongStream.range(0, 10_000)
                    .mapToDouble(seed -> new Rotated(halton, seed, Streams.of("gna")).at(3))
                    .toArray();
            Samples.assertEven(halton.toString(), Samples.counts(numbers, 100));
        }
    }

    @Test
    void indicesStartAtZero() {
        for (UnitSequence sequence : sequences()) {
            assertThrows(IndexOutOfBoundsException.class, () -> sequence.at(-1), sequence.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void sequencesStayEqualWhereTheyTravel(UnitSequence sequence) throws IOException, ClassNotFoundException {
        UnitSequence arrived = (UnitSequence) travelled(sequence);
        assertEquals(sequence, arrived);
        assertEquals(sequence.hashCode(), arrived.hashCode());
        assertEquals(sequence.toString(), arrived.toString());
        assertEquals(sequence.at(12_345), arrived.at(12_345));
        assertEquals(1, sequences().stream().filter(arrived::equals).count());
    }

    @Test
    void distributionsStayEqualWhereTheyTravel() throws IOException, ClassNotFoundException {
        for (Distribution distribution : List.of(new Uniform(0, 1), new LogUniform(1, 2), new Normal(0, 1))) {
            assertEquals(distribution, travelled(distribution));
        }
    }

    private static Object travelled(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
