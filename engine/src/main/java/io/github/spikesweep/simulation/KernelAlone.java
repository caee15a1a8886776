package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.AdaptiveKernel;
import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.CompiledKernel;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.KernelWork;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.java.JavaKernels;
import java.util.Arrays;
import java.util.List;

/**
 * The steps of the kernel that a {@link Simulator} runs, without all that surrounds them: histories, extremes, the search for spikes and
 * divergence, the lanes with adaptive steps in which something happens. Only good for measuring how long steps take; it gives no results.
 */
public final class KernelAlone {
    private final List<Trial> trials;

    /** @param trials without noise, enough for every lane; all have one spec and one protocol */
    public KernelAlone(List<Trial> trials) {
        int lanes = Simulator.widest(trials.get(0).kernel());
        if (trials.size() < lanes) {
            throw new IllegalArgumentException("one trial for each of " + lanes + " lanes");
        }
        this.trials = List.copyOf(trials.subList(0, lanes));
    }

    /**
     * What a step of a spec's kernel computes.
     *
     * @param tolerance that of adaptive steps
     */
    public static KernelWork work(KernelSpec spec, double tolerance) {
        return JavaKernels.work(spec, Protocol.adaptive(1, 0, tolerance).errorPerStep());
    }

    /**
     * Takes the first step of the trials again and again.
     *
     * @param step the length of a step
     * @return how long it takes, in nanoseconds, for each lane
     */
    public double time(double step, long steps) {
        long nanos = spec().integrator().isAdaptive() ? timeAdaptive(step, steps) : timeFixed(step, steps);
        return (double) nanos / (steps * trials.size());
    }

    private KernelSpec spec() {
        return trials.get(0).kernel();
    }

    private double error() {
        return ((Protocol.Adaptive) trials.get(0).protocol()).errorPerStep();
    }

    private long timeFixed(double step, long steps) {
        CompiledKernel<LaneKernel, KernelLayout> compiled = JavaKernels.fixed().get(spec(), trials.size());
        LaneKernel kernel = compiled.newKernel();
        for (int lane = 0; lane < trials.size(); lane++) {
            LaneBlock.load(kernel, compiled.layout(), lane, trials.get(lane));
        }
        kernel.prepare(step);
        long begin = System.nanoTime();
        for (long k = 0; k < steps; k++) {
            kernel.slopeAtEnd(k);
        }
        return System.nanoTime() - begin;
    }

    private long timeAdaptive(double step, long steps) {
        CompiledKernel<AdaptiveKernel, AdaptiveLayout> compiled =
                JavaKernels.adaptive(spec(), error()).get(spec(), trials.size());
        AdaptiveLayout layout = compiled.layout();
        AdaptiveKernel kernel = compiled.newKernel();
        for (int lane = 0; lane < trials.size(); lane++) {
            AdaptiveBlock.load(kernel.memory(), layout, lane, trials.get(lane));
        }
        Arrays.fill(kernel.memory(), layout.time(), layout.time() + trials.size(), 0);
        Arrays.fill(kernel.memory(), layout.step(), layout.step() + trials.size(), step);
        int tolerance = layout.control().tolerance();
        Arrays.fill(kernel.memory(), tolerance, tolerance + trials.size(), error());
        kernel.prepare();
        long begin = System.nanoTime();
        for (long k = 0; k < steps; k++) {
            kernel.attempt();
        }
        return System.nanoTime() - begin;
    }
}
