package io.github.spikesweep.sensitivity;

import java.util.List;

/** A way to tell from a sample how much a feature depends on each axis. The points of the sample form blocks of equal size. */
public sealed interface Method permits SobolIndices, ElementaryEffects, RankCorrelations {
    /** What it tells, in the plural: {@code Sobol indices}. */
    String title();

    /** Whether its numbers are in the unit of the feature; otherwise they are pure numbers. */
    boolean isInUnits();

    /** What a block is: {@code base point}. */
    String block();

    /** How many points a block has. A block in which one has no value is left out. */
    int blockSize();

    /** How many blocks it takes at least. */
    int fewestBlocks();

    /** What it tells of each axis, in the order in which it is shown. */
    List<String> measures();

    /** A measure in words, as the heading of a column. */
    String heading(String measure);

    /** What it tells of axes, and of pairs of them: that many estimates. */
    List<Subject> subjects();

    /**
     * What a number is about.
     *
     * @param measure which number, one of {@link #measures()} unless it is about two axes
     * @param axis the position of the axis in the sample
     * @param other that of a second axis; otherwise {@link #ALONE}
     */
    record Subject(String measure, int axis, int other) {
        /** No second axis. */
        public static final int ALONE = -1;

        /** About one axis. */
        Subject(String measure, int axis) {
            this(measure, axis, ALONE);
        }

        /** Whether it is about two axes. */
        public boolean isPair() {
            return other != ALONE;
        }
    }

    /** An estimate of all subjects; NaN where there is none, as of a feature that does not vary. */
    @FunctionalInterface
    interface Estimator {
        /**
         * All of them.
         *
         * @param times how often each block counts; must not be modified
         */
        double[] estimates(int... times);
    }

    /**
     * The estimator for one feature.
     *
     * @param values of the points of some blocks, block by block, all finite
     * @param blocks which blocks of the sample these are
     */
    Estimator of(double[] values, long... blocks);
}
