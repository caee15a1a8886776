package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneMemory;
import io.github.spikesweep.model.Model;
import java.util.List;

/** Keeps the values of variables over time, in lanes that take the same steps. */
final class LaneTraces {
    private static final double[] NONE = {};

    private final LaneMemory kernel;
    private final KernelLayout layout;
    private final double[][][] values;
    private final long firstStep;
    private final long every;
    private int taken;

    LaneTraces(LaneMemory kernel, KernelLayout layout, List<Trial> trials, Recording recording) {
        this.kernel = kernel;
        this.layout = layout;
        Model model = trials.get(0).kernel().model();
        Protocol.Fixed protocol = (Protocol.Fixed) trials.get(0).protocol();
        boolean any = model.variableNames().stream().anyMatch(recording.traced()::contains);
        this.firstStep = protocol.transientSteps();
        this.every = any ? Math.max(1, Math.round(recording.traceEvery() / protocol.step())) : Long.MAX_VALUE;
        int count = any ? Math.toIntExact((protocol.steps() - firstStep) / every + 1) : 0;
        this.values = new double[trials.size()][model.variables().size()][];
        for (double[][] row : values) {
            for (int v = 0; v < row.length; v++) {
                row[v] = recording.traced().contains(model.variables().get(v).name()) ? new double[count] : NONE;
            }
        }
    }

    /** The next step, after {@code step} of them, after which there is something to keep. */
    long next(long step) {
        if (every == Long.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        return step < firstStep ? firstStep : firstStep + ((step - firstStep) / every + 1) * every;
    }

    /** Keeps the values after {@code step} steps, if they are among those to keep. */
    void sample(long step) {
        if (every == Long.MAX_VALUE || step != firstStep + taken * every) {
            return;
        }
        for (int lane = 0; lane < values.length; lane++) {
            for (int v = 0; v < values[lane].length; v++) {
                if (taken < values[lane][v].length) {
                    values[lane][v][taken] = kernel.get(layout.variables().get(v) + lane);
                }
            }
        }
        taken++;
    }

    /** Of every variable its values; none of those that are not kept. */
    double[][] of(int lane) {
        return values[lane];
    }
}
