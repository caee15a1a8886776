package io.github.spikesweep.sensitivity;

import io.github.spikesweep.sensitivity.Method.Estimator;
import io.github.spikesweep.simulation.noise.NoiseKey;
import io.github.spikesweep.simulation.noise.NormalDeviate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Intervals of estimates by drawing the blocks again, with replacement (Efron 1979, Ann. Statist. 7:1–26): an interval reaches as
 * many standard deviations over the resamples to both sides as that of a normal variable.
 *
 * @param seed chosen by the user; the intervals depend on nothing else that is random
 * @param resamples how often the blocks are drawn, at least 2
 * @param confidence the probability of an interval, above 0 and below 1
 */
public record Bootstrap(long seed, int resamples, double confidence) {
    /** All estimates with their intervals. */
    List<Sensitivity> of(Method method, double[] values, long... blocks) {
        Estimator estimator = method.of(values, blocks);
        int[] once = new int[blocks.length];
        Arrays.fill(once, 1);
        double[] estimates = estimator.estimates(once);
        double[][] again = IntStream.range(0, resamples)
                .parallel()
                .mapToObj(resample -> estimator.estimates(times(blocks.length, resample)))
                .toArray(double[][]::new);
        double reach = NormalDeviate.quantile((1 + confidence) / 2);
        List<Sensitivity> found = new ArrayList<>();
        for (int i = 0; i < estimates.length; i++) {
            int at = i;
            double[] spread = Arrays.stream(again).mapToDouble(one -> one[at]).toArray();
            found.add(new Sensitivity(method.subjects().get(i), estimates[i], reach * deviation(spread)));
        }
        return found;
    }

    /** How often each block is drawn in a resample. */
    private int[] times(int blocks, int resample) {
        long key = NoiseKey.of(seed, resample);
        int[] times = new int[blocks];
        for (int draw = 0; draw < blocks; draw++) {
            times[(int) (NoiseKey.unit(NoiseKey.bits(key, draw)) * blocks)]++;
        }
        return times;
    }

    /** The standard deviation, with n − 1 in the denominator. */
    private static double deviation(double... numbers) {
        double mean = Arrays.stream(numbers).sum() / numbers.length;
        double squares = 0;
        for (double number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        return Math.sqrt(squares / (numbers.length - 1));
    }
}
