package io.github.spikesweep.kernel;

/**
 * A compiled neuron with adaptive steps for each lane, in double precision. It tries a step in every lane and tells in which of them something happens; what becomes of those the
 * caller decides, and then all lanes go on. Not thread-safe.
 */
public interface AdaptiveKernel {

    /** The memory itself, laid out as in {@link AdaptiveLayout}; the caller reads and writes it. */
    double[] memory();

    /** Computes what depends on the quantities alone. To be called when they were written. */
    void prepare();

    /** The same for one lane, of which the quantities were written. */
    void prepare(int lane);

    /** Tries one step in every lane, from its variables at its time, of the length in its step. */
    void attempt();

    /** Goes on in every lane: from the variables at the end of the step, at the time reached, with the next step. */
    void advance();
}
