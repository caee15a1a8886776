package io.github.spikesweep.kernel;

/**
 * A compiled neuron with adaptive steps for each lane, in double precision: it tries a step of the length that each lane asks
 * for and returns the result; the caller accepts or rejects it. Not thread-safe.
 */
public interface AdaptiveKernel {

    /** The memory itself, laid out as in {@link AdaptiveLayout}; the caller reads and writes it. */
    double[] memory();

    /** Computes what depends on the quantities alone. To be called when they were written. */
    void prepare();

    /** Tries one step in every lane, from its variables at its time, of the length in its step. */
    void attempt();
}
