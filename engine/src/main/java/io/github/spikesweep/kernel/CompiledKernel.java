package io.github.spikesweep.kernel;

import java.lang.reflect.Constructor;

/**
 * A kernel's class and the layout of its memory. Immutable; any number of kernels can be made of it, in any thread.
 *
 * @param <K> what kind of kernel
 * @param <L> how its memory is laid out
 */
public final class CompiledKernel<K, L> {
    private final L layout;
    private final Constructor<? extends K> constructor;

    /** @param constructor of a class that is thread-safe to instantiate, without arguments */
    public CompiledKernel(L layout, Constructor<? extends K> constructor) {
        this.layout = layout;
        this.constructor = constructor;
    }

    public L layout() {
        return layout;
    }

    /** A kernel with memory of its own, all zero. */
    public K newKernel() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled kernel cannot be instantiated", e);
        }
    }
}
