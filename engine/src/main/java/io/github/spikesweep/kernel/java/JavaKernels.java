package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.AdaptiveKernel;
import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.KernelCache;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.KernelWork;
import io.github.spikesweep.kernel.LaneKernel;

/**
 * The caches of this JVM for kernels compiled to Java classes. Their content never affects a result, only the time that it takes.
 */
public final class JavaKernels {
    private static final KernelCache<LaneKernel, KernelLayout> FIXED = new KernelCache<>(KernelCompiler::compile);
    private static final KernelCache<AdaptiveKernel, AdaptiveLayout> ADAPTIVE =
            new KernelCache<>(KernelCompiler::compileAdaptive);

    private JavaKernels() {}

    /** The cache for kernels whose lanes take the same steps. */
    public static KernelCache<LaneKernel, KernelLayout> fixed() {
        return FIXED;
    }

    /** The cache for kernels with adaptive steps. */
    public static KernelCache<AdaptiveKernel, AdaptiveLayout> adaptive() {
        return ADAPTIVE;
    }

    /**
     * What a step of a spec's kernel computes. The kernel is not compiled for this.
     *
     * @throws io.github.spikesweep.document.InputException if the equations are too large
     */
    public static KernelWork work(KernelSpec spec) {
        return KernelCompiler.work(spec);
    }
}
