package io.github.spikesweep.kernel;

/**
 * A compiled neuron: the state of many neurons of one kind, one per lane, and the code that moves them forward together. Lanes
 * never influence each other. Holds its own memory; not thread-safe.
 *
 * <p>To use one: write variables, quantities and extremes at the places that {@link KernelLayout} tells, {@link #prepare},
 * then {@link #advance} as often as needed.
 */
public interface LaneKernel {
    /** The most steps that one {@link #advance} takes. */
    int MOST_STEPS = 16;

    /** The value of an element of the memory. */
    double get(int element);

    /** Writes an element of the memory; in single precision, the nearest {@code float}. */
    void put(int element, double value);

    /** Computes what depends on the quantities and the step alone. To be called when either was written. */
    void prepare(double step);

    /**
     * Takes {@code steps} steps.
     *
     * @param first how many steps were taken before: the first starts at time {@code first} · step
     * @param steps from 1 to {@link #MOST_STEPS}
     */
    void advance(long first, int steps);

    /**
     * Finds the lanes whose spike variable was both below {@code threshold} and not below it during the last advance.
     *
     * @param found receives their numbers, rising; as long as there are lanes
     * @return how many there are
     */
    int crossings(double threshold, int[] found);
}
