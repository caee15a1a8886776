package io.github.spikesweep.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** SciPy's values and statistics for tests of samples. */
final class Samples {
    private Samples() {}

    /** The rows of a file that {@code scipy-qmc.py} in the resources wrote, each below its heading. */
    static List<double[]> scipy(String file) throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream("/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
    }

    static double[] first(int count, UnitSequence sequence) {
        return LongStream.range(0, count).mapToDouble(sequence::at).toArray();
    }

    static double mean(double... numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    static double correlation(double[] a, double[] b) {
        return covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b));
    }

    static double covariance(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / a.length;
    }

    /** Asserts that counts in equally likely bins are as uneven as expected by chance, within five standard deviations. */
    static void assertEven(String what, long... counts) {
        double expected = (double) LongStream.of(counts).sum() / counts.length;
        double chiSquare = 0;
        for (long count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        double freedom = counts.length - 1;
        assertEquals(freedom, chiSquare, 5 * Math.sqrt(2 * freedom), what);
    }

    /** How many numbers are in each of this many equal parts of [0, 1). */
    static long[] counts(double[] numbers, int parts) {
        long[] counts = new long[parts];
        for (double u : numbers) {
            counts[(int) (u * parts)]++;
        }
        return counts;
    }
}
