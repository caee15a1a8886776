package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneMemory;
import io.github.spikesweep.kernel.Noise;
import java.util.List;

/** Draws the noise of lanes: the deviate of step n depends only on the row's key and n. */
final class LaneNoise {
    private final LaneMemory kernel;
    private final KernelLayout layout;
    private final long[] keys;

    private LaneNoise(LaneMemory kernel, KernelLayout layout, long[] keys) {
        this.kernel = kernel;
        this.layout = layout;
        this.keys = keys;
    }

    /** Starts the noise of each lane from its stationary distribution, if there is noise. */
    static LaneNoise of(LaneMemory kernel, KernelLayout layout, List<Trial> trials) {
        if (trials.get(0).kernel().noise() == Noise.NONE) {
            return new LaneNoise(kernel, layout, new long[0]);
        }
        LaneNoise noise = new LaneNoise(
                kernel, layout, trials.stream().mapToLong(Trial::noiseKey).toArray());
        int state = layout.variables().get(trials.get(0).initial().length);
        for (int lane = 0; lane < trials.size(); lane++) {
            double[] quantities = trials.get(lane).quantities();
            double mean = quantities[quantities.length - 3];
            double sigma = quantities[quantities.length - 2];
            kernel.put(state + lane, mean + sigma * NormalDeviate.of(NoiseKey.bits(noise.keys[lane], 0)));
        }
        return noise;
    }

    /** Writes the deviates of the {@code steps} steps that follow the first {@code first}. */
    void fill(long first, int steps) {
        for (int k = 0; k < steps; k++) {
            int row = layout.normals() + k * layout.lanes();
            for (int lane = 0; lane < keys.length; lane++) {
                kernel.put(row + lane, NormalDeviate.of(NoiseKey.bits(keys[lane], first + k + 1)));
            }
        }
    }
}
