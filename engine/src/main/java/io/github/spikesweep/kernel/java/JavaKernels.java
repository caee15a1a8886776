package io.github.spikesweep.kernel.java;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.AdaptiveKernel;
import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.KernelCache;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.KernelWork;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.lowering.TaylorStep;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The caches of this JVM for kernels compiled to Java classes. Their content never affects a result, only the time that it takes.
 */
public final class JavaKernels {
    private static final KernelCache<LaneKernel, KernelLayout> FIXED = new KernelCache<>(KernelCompiler::compile);
    /** By the order of Taylor's method, 0 for others. */
    private static final Map<Integer, KernelCache<AdaptiveKernel, AdaptiveLayout>> ADAPTIVE = new ConcurrentHashMap<>();

    private JavaKernels() {}

    /** The cache for kernels whose lanes take the same steps. */
    public static KernelCache<LaneKernel, KernelLayout> fixed() {
        return FIXED;
    }

    /**
     * The cache for kernels of {@code spec} with adaptive steps.
     *
     * @param error how large an error of a step may be; a method may follow from it
     */
    public static KernelCache<AdaptiveKernel, AdaptiveLayout> adaptive(KernelSpec spec, double error) {
        int order = order(spec, error);
        return ADAPTIVE.computeIfAbsent(
                order, key -> new KernelCache<>((of, width) -> KernelCompiler.compileAdaptive(of, width, order)));
    }

    private static int order(KernelSpec spec, double error) {
        return spec.integrator() == Integrator.TAYLOR ? TaylorStep.order(error) : 0;
    }

    /**
     * What a step of a spec's kernel computes. The kernel is not compiled for this.
     *
     * @param error that of a step with adaptive steps
     * @throws io.github.spikesweep.document.InputException if the equations are too large
     */
    public static KernelWork work(KernelSpec spec, double error) {
        return KernelCompiler.work(spec, order(spec, error));
    }
}
