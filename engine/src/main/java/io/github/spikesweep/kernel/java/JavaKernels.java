package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.AdaptiveKernel;
import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.KernelCache;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneKernel;

/** The kernels of this JVM that are compiled to Java classes. What is kept never shows in a result, only in the time a result takes. */
public final class JavaKernels {
    private static final KernelCache<LaneKernel, KernelLayout> FIXED = new KernelCache<>(KernelCompiler::compile);
    private static final KernelCache<AdaptiveKernel, AdaptiveLayout> ADAPTIVE =
            new KernelCache<>(KernelCompiler::compileAdaptive);

    private JavaKernels() {}

    /** Those whose lanes take steps of one length. */
    public static KernelCache<LaneKernel, KernelLayout> fixed() {
        return FIXED;
    }

    /** Those whose lanes choose their own steps. */
    public static KernelCache<AdaptiveKernel, AdaptiveLayout> adaptive() {
        return ADAPTIVE;
    }
}
