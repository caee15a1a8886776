package io.github.spikesweep.plot;

import java.util.stream.IntStream;

/** The values of the rows in each cell of a map, summed up: the mean of numbers, the most frequent of classes. */
final class CellValues {
    private final int classes;
    private final int[] counts;
    private final double[] sums;
    /** How often each class is in each cell. */
    private final int[] tallies;

    private CellValues(int cells, int classes) {
        this.classes = classes;
        this.counts = new int[cells];
        this.sums = new double[cells];
        this.tallies = new int[cells * classes];
    }

    /**
     * Nothing yet.
     *
     * @param classes how many classes the values are of; 0 for numbers
     */
    static CellValues of(int cells, int classes) {
        return new CellValues(cells, classes);
    }

    void add(int cell, double value) {
        counts[cell]++;
        sums[cell] += value;
        if (classes > 0) {
            tallies[cell * classes + (int) value]++;
        }
    }

    int count(int cell) {
        return counts[cell];
    }

    /** The value to show; NaN without one. Of classes that are equally frequent it is the first. */
    double shown(int cell) {
        if (classes == 0 || counts[cell] == 0) {
            return sums[cell] / counts[cell];
        }
        return IntStream.range(0, classes)
                .reduce((most, one) -> tallies[cell * classes + one] > tallies[cell * classes + most] ? one : most)
                .orElseThrow();
    }
}
