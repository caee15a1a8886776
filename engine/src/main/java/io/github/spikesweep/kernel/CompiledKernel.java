package io.github.spikesweep.kernel;

import java.lang.reflect.Constructor;

/** A kernel's class and the layout of its memory. Immutable; any number of kernels can be made of it, in any thread. */
public final class CompiledKernel {
    private final KernelLayout layout;
    private final Constructor<? extends LaneKernel> constructor;

    CompiledKernel(KernelLayout layout, Constructor<? extends LaneKernel> constructor) {
        this.layout = layout;
        this.constructor = constructor;
    }

    public KernelLayout layout() {
        return layout;
    }

    /** A kernel with memory of its own, all zero. */
    public LaneKernel newKernel() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled kernel cannot be instantiated", e);
        }
    }
}
