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
    /** Steps tried between two reports of the progress. */
    private static final int PATIENCE = 64;

    private final AdaptiveKernel kernel;
    private final AdaptiveLayout layout;
    private final Progress progress;
    private final int cells;
    private final List<AdaptiveLane> lanes = new ArrayList<>();

    private long unreported;
    private double reported;

    AdaptiveBlock(
            CompiledKernel<AdaptiveKernel, AdaptiveLayout> compiled,
            List<Trial> trials,
            Recording recording,
            Progress progress) {
        this.progress = progress;
        this.cells = trials.get(0).kernel().model().cells().size();
        this.layout = compiled.layout();
        this.kernel = compiled.newKernel();
        double[] memory = kernel.memory();
        for (int lane = 0; lane < layout.lanes(); lane++) {
            // Lanes without a trial repeat the last one; their results are not read.
            load(memory, layout, lane, trials.get(Math.min(lane, trials.size() - 1)));
        }
        kernel.prepare();
        for (int lane = 0; lane < trials.size(); lane++) {
            lanes.add(new AdaptiveLane(memory, layout, lane, trials.get(lane), recording));
        }
    }

    /** Writes a trial's variables and quantities into a lane. */
    static void load(double[] memory, AdaptiveLayout layout, int lane, Trial trial) {
        for (int v = 0; v < trial.initial().length; v++) {
            memory[layout.variables().get(v) + lane] = trial.initial()[v];
        }
        for (int q = 0; q < trial.quantities().length; q++) {
            memory[layout.quantities().get(q).at(lane)] = trial.quantities()[q];
        }
    }

    List<Outcome> run() {
        List<AdaptiveLane> running = new ArrayList<>(lanes);
        running.removeIf(AdaptiveLane::isDone);
        for (long tried = 0; !running.isEmpty(); tried++) {
            if (tried % PATIENCE == PATIENCE - 1) {
                report(tried);
            }
            unreported += (long) running.size() * cells;
            running.forEach(AdaptiveLane::propose);
            kernel.attempt();
            running.forEach(AdaptiveLane::judge);
            running.removeIf(AdaptiveLane::isDone);
        }
        return lanes.stream().map(AdaptiveLane::outcome).toList();
    }

    /** Tells how far the rows are, and ends if that is wanted. */
    private void report(long tried) {
        double rows = 0;
        for (AdaptiveLane lane : lanes) {
            rows += lane.fraction();
        }
        progress.advanced(rows - reported, unreported);
        reported = rows;
        unreported = 0;
        if (progress.isStopped() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped after " + tried + " steps");
        }
    }
}
