package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.AdaptiveKernel;
import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.CompiledKernel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Trials in the lanes of a kernel, each with its own steps. All lanes try a step at once; the kernel takes those in which nothing happens, and the others are judged one by one. A lane
 * whose trial is done takes the next one.
 */
final class AdaptiveBlock {
    /** Steps tried between two reports of the progress. */
    private static final int PATIENCE = 64;

    private final AdaptiveKernel kernel;
    private final double[] memory;
    private final AdaptiveLayout layout;
    private final List<Trial> trials;
    private final Recording recording;
    private final Progress progress;
    private final int cells;
    private final Outcome[] outcomes;
    /** By lane; null where it has nothing more to do. */
    private final AdaptiveLane[] lanes;
    /** By lane: the number of its trial, and of the steps that were tried before. */
    private final int[] rows;

    private final long[] begun;
    private int next;
    private int done;
    private int running;
    private long tried;
    /** When a lane has taken so many steps that it has to be checked. */
    private long checked = AdaptiveLane.MANY_STEPS;

    private long unreported;
    private double reported;

    AdaptiveBlock(
            CompiledKernel<AdaptiveKernel, AdaptiveLayout> compiled,
            List<Trial> trials,
            Recording recording,
            Progress progress) {
        this.trials = trials;
        this.recording = recording;
        this.progress = progress;
        this.cells = trials.get(0).kernel().model().cells().size();
        this.layout = compiled.layout();
        this.kernel = compiled.newKernel();
        this.memory = kernel.memory();
        this.outcomes = new Outcome[trials.size()];
        this.lanes = new AdaptiveLane[layout.lanes()];
        this.rows = new int[layout.lanes()];
        this.begun = new long[layout.lanes()];
        for (int lane = 0; lane < layout.lanes(); lane++) {
            // Lanes without a trial repeat the last one; their results are not read.
            load(memory, layout, lane, trials.get(Math.min(lane, trials.size() - 1)));
        }
        kernel.prepare();
        for (int lane = 0; lane < layout.lanes(); lane++) {
            fill(lane);
        }
        kernel.advance();
    }

    /** Writes a trial's variables and quantities into a lane. */
    static void load(double[] memory, AdaptiveLayout layout, int lane, Trial trial) {
        for (int v = 0; v < trial.initial().length; v++) {
            memory[layout.variables().get(v) + lane] = trial.initial()[v];
            memory[layout.ends().get(v) + lane] = trial.initial()[v];
        }
        for (int q = 0; q < trial.quantities().length; q++) {
            memory[layout.quantities().get(q).at(lane)] = trial.quantities()[q];
        }
    }

    List<Outcome> run() {
        int[] alarmed = new int[lanes.length];
        while (running > 0) {
            kernel.attempt();
            tried++;
            unreported += (long) running * cells;
            int count = alarms(alarmed);
            for (int k = 0; k < count; k++) {
                judge(alarmed[k]);
            }
            kernel.advance();
            if (tried >= checked) {
                check();
            }
            if (tried % PATIENCE == 0) {
                report();
            }
        }
        return Arrays.asList(outcomes);
    }

    /** Finds the lanes in which the kernel has seen something; returns how many. */
    private int alarms(int[] alarmed) {
        int row = layout.control().alarm();
        int count = 0;
        for (int lane = 0; lane < lanes.length; lane++) {
            if (!(memory[row + lane] <= 0)) {
                alarmed[count++] = lane;
            }
        }
        return count;
    }

    private void judge(int lane) {
        if (lanes[lane] != null) {
            lanes[lane].judge();
            refill(lane);
        }
    }

    /** Ends the trial of a lane if it is done, and begins the next one. */
    private void refill(int lane) {
        if (lanes[lane].isDone()) {
            end(lane);
            fill(lane);
        }
    }

    /** Begins the next trial in a lane; those that end at once are passed over. */
    private void fill(int lane) {
        while (next < trials.size() && lanes[lane] == null) {
            load(memory, layout, lane, trials.get(next));
            kernel.prepare(lane);
            rows[lane] = next;
            begun[lane] = tried;
            lanes[lane] = new AdaptiveLane(memory, layout, lane, trials.get(next), recording);
            next++;
            running++;
            if (lanes[lane].isDone()) {
                end(lane);
            }
        }
    }

    private void end(int lane) {
        outcomes[rows[lane]] = lanes[lane].outcome(tried - begun[lane]);
        lanes[lane] = null;
        running--;
        done++;
    }

    /** Looks at the lanes that have taken many steps since they were looked at. */
    private void check() {
        checked = Long.MAX_VALUE;
        for (int lane = 0; lane < lanes.length; lane++) {
            if (lanes[lane] != null && tried > begun[lane] && (tried - begun[lane]) % AdaptiveLane.MANY_STEPS == 0) {
                lanes[lane].check();
                refill(lane);
            }
            if (lanes[lane] != null) {
                long taken = tried - begun[lane];
                checked = Math.min(checked, tried + AdaptiveLane.MANY_STEPS - taken % AdaptiveLane.MANY_STEPS);
            }
        }
        // What was refilled goes on from its start.
        kernel.advance();
    }

    /** Tells how far the rows are, and ends if that is wanted. */
    private void report() {
        double whole = done;
        for (AdaptiveLane lane : lanes) {
            whole += lane == null ? 0 : lane.fraction();
        }
        progress.advanced(whole - reported, unreported);
        reported = whole;
        unreported = 0;
        if (progress.isStopped() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped after " + tried + " steps");
        }
    }
}
