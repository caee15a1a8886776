package io.github.spikesweep.kernel;

/**
 * A compiled neuron or circuit: the state of many of one kind, one per lane, and the code that steps them together with fixed
 * steps. Lanes never influence each other. Holds its own memory; not thread-safe.
 *
 * <p>To use one: write variables, quantities and extremes at the places given by {@link KernelLayout}, {@link #prepare},
 * then {@link #advance} as often as needed.
 */
public interface LaneKernel extends LaneMemory, AutoCloseable {
    /** The most steps that one {@link #advance} takes. */
    int MOST_STEPS = 16;

    /** Computes what depends on the quantities and the step alone. To be called when either was written. */
    void prepare(double step);

    /**
     * Says how far advances will go on, of {@link #MOST_STEPS} each and unless something is written in between: a device may then take many at a time.
     *
     * @param steps after how many steps there may be a shorter advance, or something else may be asked for
     */
    default void expect(long steps) {}

    /**
     * Takes {@code steps} steps.
     *
     * @param first how many steps were taken before: the first starts at time {@code first} · step
     * @param steps from 1 to {@link #MOST_STEPS}
     * @param cuts takes again what cannot stay as it is
     */
    void advance(long first, int steps, Cuts cuts);

    /** Takes one step from any time, which leaves no trace but the state and what {@link KernelLayout.CellRows} says of the last step. */
    void step(double time);

    /** Takes steps again, in pieces, in lanes in which a cell spikes and that changes something, a hold ends, or an upstroke is too steep. */
    interface Cuts {
        /** For kernels in which nothing of that happens. */
        Cuts NONE = (taken, k, lanes, count) -> {
            throw new IllegalStateException("a step has to be cut after " + taken);
        };

        /**
         * Replaces the states at the end of a step.
         *
         * @param taken how many steps were taken before it
         * @param k the number of the step in the advance
         * @param lanes begins with the lanes that are concerned
         * @param count how many they are
         */
        void cut(long taken, int k, int[] lanes, int count);

        /**
         * Whether the steps of a lane stay as they are from now on.
         *
         * @param taken how many steps were taken before
         */
        default boolean leaves(int lane, long taken) {
            return false;
        }
    }

    /**
     * Writes the slopes of the spike variables in the present state into the first rows of the histories of slopes, as an advance
     * would.
     *
     * @param taken how many steps were taken so far
     */
    void slopeAtEnd(long taken);

    /** Puts the variables back to where they were before the last {@link #advance}. */
    void rewind();

    /**
     * Finds the lanes with a sign in the last advance.
     *
     * @param cell the cell that shows it; of {@link Sign#UNSOUND}, any
     * @param level the level that the sign refers to; of {@link Sign#CROSSED}, without effect where each lane has its own threshold
     * @param found receives their numbers, increasing; its length is the number of lanes
     * @return how many there are
     */
    int find(int cell, Sign sign, double level, int[] found);

    /**
     * Finds the lanes in which the spike variable rises through the level in the last advance, and the steps in which it does. Lanes in which it only
     * falls through it may be among them, without a step.
     *
     * @param steps how many the advance took
     * @param level as in {@link #find}
     * @param found receives the lanes, as in {@link #find}
     * @param rises receives the steps of each of them: bit k is set if the spike variable was below the level before step k and is not after it
     * @return how many lanes there are
     */
    int crossings(int cell, int steps, double level, int[] found, int[] rises);

    /** Frees the memory that it has on a device; it is not used again. */
    @Override
    default void close() {}

    /** What {@link #find} looks for; in the negative spike variable, where spikes point down. */
    enum Sign {
        /** The spike variable was below the level and was not below it. */
        CROSSED,
        /** The slope of the spike variable, at the start of a step, was not below the level. */
        STEEP,
        /** A variable is no finite number, or was outside the range for which its equations hold. */
        UNSOUND
    }
}
