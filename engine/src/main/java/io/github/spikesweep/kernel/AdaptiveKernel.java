package io.github.spikesweep.kernel;

/**
 * A compiled neuron whose lanes choose their own steps, in double precision: it tries a step of the length that each lane asks
 * for, and tells what came of it; to accept or reject is the caller's. Not thread-safe.
 */
public interface AdaptiveKernel {

    /** The memory itself, laid out as {@link AdaptiveLayout} tells; the caller reads and writes it. */
    double[] memory();

    /** Computes what depends on the quantities alone. To be called when they were written. */
    void prepare();

    /** Tries one step in every lane, from its variables at its time, of the length in its step. */
    void attempt();
}
