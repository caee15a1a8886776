package io.github.spikesweep.kernel;

/** The memory of a kernel, element by element. In single precision, what is written is rounded to the nearest {@code float}. */
public interface LaneMemory {

    /** The value of an element. */
    double get(int element);

    /** Writes an element. */
    void put(int element, double value);

    /**
     * Reads parts of rows, such as the history of some neighbouring lanes. Neighbours share cache lines: reading one alone costs as
     * much as eight.
     *
     * @param element the first element of the first part
     * @param width how many elements a part has
     * @param stride the distance from each part to the next
     * @param count how many parts
     * @param into receives the values, part by part
     */
    void read(int element, int width, int stride, int count, double[] into);
}
