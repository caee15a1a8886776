package io.github.spikesweep.sensitivity;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Numbers in order, for their ranks: equal numbers have the mean of theirs. */
final class Ranking {
    private final double[] numbers;
    /** The positions of the numbers, from the smallest number on. */
    private final int[] order;

    private Ranking(double[] numbers, int[] order) {
        this.numbers = numbers;
        this.order = order;
    }

    /** Takes over the numbers, all finite. */
    static Ranking of(double... numbers) {
        int[] order = IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> numbers[i]))
                .mapToInt(i -> i)
                .toArray();
        return new Ranking(numbers, order);
    }

    /** The rank of each number, from 1, if each is there as often as stated. */
    double[] ranks(int... times) {
        double[] ranks = new double[numbers.length];
        int below = 0;
        int from = 0;
        while (from < order.length) {
            int to = from;
            int equal = 0;
            while (to < order.length && numbers[order[to]] == numbers[order[from]]) {
                equal += times[order[to]];
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = below + (equal + 1) / 2.0;
            }
            below += equal;
            from = to;
        }
        return ranks;
    }
}
