package io.github.spikesweep.kernel;

import java.util.function.Supplier;

/**
 * A compiled kernel and the layout of its memory. Immutable; any number of kernels can be made of it, in any thread.
 *
 * @param <K> what kind of kernel
 * @param <L> how its memory is laid out
 */
public final class CompiledKernel<K, L> {
    private final L layout;
    private final Supplier<? extends K> maker;

    /** @param maker makes a kernel with memory of its own, all zero; thread-safe */
    public CompiledKernel(L layout, Supplier<? extends K> maker) {
        this.layout = layout;
        this.maker = maker;
    }

    public L layout() {
        return layout;
    }

    /** A kernel with memory of its own, all zero. */
    public K newKernel() {
        return maker.get();
    }
}
