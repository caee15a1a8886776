package io.github.spikesweep.kernel;

/** The memory of a kernel, element by element. In single precision, what is written is rounded to the nearest {@code float}. */
public interface LaneMemory {

    /** The value of an element. */
    double get(int element);

    /** Writes an element. */
    void put(int element, double value);

    /**
     * Reads elements at even distances, such as the history of one lane.
     *
     * @param element the first
     * @param stride the distance from each to the next
     * @param into receives their values, from its beginning on
     * @param count how many
     */
    void read(int element, int stride, double[] into, int count);
}
