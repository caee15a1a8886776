package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneMemory;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.simulation.noise.NoiseKey;
import io.github.spikesweep.simulation.noise.NormalDeviate;
import java.util.ArrayList;
import java.util.List;

/** Draws the noise of lanes: the deviate of a cell in step n depends only on the row's key, the cell's name and n. */
final class LaneNoise {
    /** The rows of a noisy cell, and its key in each lane. */
    private record Source(KernelLayout.CellRows rows, List<Long> keys) {}

    private final LaneMemory kernel;
    private final KernelLayout layout;
    private final List<Source> sources = new ArrayList<>();

    /** Starts the noise of each lane from its stationary distribution, if there is noise. */
    LaneNoise(LaneMemory kernel, KernelLayout layout, List<Trial> trials) {
        this.kernel = kernel;
        this.layout = layout;
        List<Cell> cells = trials.get(0).kernel().model().cells();
        for (int cell = 0; cell < cells.size(); cell++) {
            KernelLayout.CellRows rows = layout.cells().get(cell);
            if (rows.noise() >= 0) {
                String name = cells.get(cell).name();
                List<Long> keys = trials.stream()
                        .map(trial -> NoiseKey.ofCell(trial.noiseKey(), name))
                        .toList();
                sources.add(new Source(rows, keys));
                start(rows, keys, trials);
            }
        }
    }

    private void start(KernelLayout.CellRows rows, List<Long> keys, List<Trial> trials) {
        for (int lane = 0; lane < keys.size(); lane++) {
            double[] quantities = trials.get(lane).quantities();
            double mean = quantities[quantities.length - 3];
            double sigma = quantities[quantities.length - 2];
            kernel.put(rows.noise() + lane, mean + sigma * NormalDeviate.of(NoiseKey.bits(keys.get(lane), 0)));
        }
    }

    /** Writes the deviates of the {@code steps} steps that follow the first {@code first}. */
    void fill(long first, int steps) {
        for (Source source : sources) {
            for (int k = 0; k < steps; k++) {
                int row = source.rows.normals() + k * layout.lanes();
                for (int lane = 0; lane < source.keys.size(); lane++) {
                    kernel.put(row + lane, NormalDeviate.of(NoiseKey.bits(source.keys.get(lane), first + k + 1)));
                }
            }
        }
    }
}
