package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.AdaptiveKernel;
import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.CompiledKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Up to as many trials as a kernel has lanes, each with its own steps. All lanes try a step at once; then each continues from
 * its end or tries a shorter one.
 */
final class AdaptiveBlock {
    /** Steps tried between two checks whether the thread was interrupted. */
    private static final int PATIENCE = 64;

    private final AdaptiveKernel kernel;
    private final AdaptiveLayout layout;
    private final List<AdaptiveLane> lanes = new ArrayList<>();

    AdaptiveBlock(CompiledKernel<AdaptiveKernel, AdaptiveLayout> compiled, List<Trial> trials, Recording recording) {
        this.layout = compiled.layout();
        this.kernel = compiled.newKernel();
        double[] memory = kernel.memory();
        for (int lane = 0; lane < layout.lanes(); lane++) {
            // Lanes without a trial repeat the last one; their results are not read.
            Trial trial = trials.get(Math.min(lane, trials.size() - 1));
            for (int v = 0; v < trial.initial().length; v++) {
                memory[layout.variables().get(v) + lane] = trial.initial()[v];
            }
            for (int q = 0; q < trial.quantities().length; q++) {
                memory[layout.quantities().get(q).at(lane)] = trial.quantities()[q];
            }
        }
        kernel.prepare();
        for (int lane = 0; lane < trials.size(); lane++) {
            lanes.add(new AdaptiveLane(memory, layout, lane, trials.get(lane), recording));
        }
    }

    List<Outcome> run() {
        List<AdaptiveLane> running = new ArrayList<>(lanes);
        running.removeIf(AdaptiveLane::isDone);
        for (long tried = 0; !running.isEmpty(); tried++) {
            if (tried % PATIENCE == 0 && Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted after " + tried + " steps");
            }
            running.forEach(AdaptiveLane::propose);
            kernel.attempt();
            running.forEach(AdaptiveLane::judge);
            running.removeIf(AdaptiveLane::isDone);
        }
        return lanes.stream().map(AdaptiveLane::outcome).toList();
    }
}
