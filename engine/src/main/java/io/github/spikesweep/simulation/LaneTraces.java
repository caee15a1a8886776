package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneMemory;
import io.github.spikesweep.model.Model;
import java.util.List;

/** Records the values of variables over time, in lanes with the same steps. */
final class LaneTraces {
    private final LaneMemory kernel;
    private final KernelLayout layout;
    /** By lane; none unless recorded. */
    private final List<Traces> traces;

    private final double[][] none;
    private final long firstStep;
    private final long every;

    LaneTraces(LaneMemory kernel, KernelLayout layout, List<Trial> trials, Recording recording) {
        this.kernel = kernel;
        this.layout = layout;
        Model model = trials.get(0).kernel().model();
        Protocol.Fixed protocol = (Protocol.Fixed) trials.get(0).protocol();
        boolean any = Traces.areKept(model, recording);
        this.firstStep = protocol.transientSteps();
        this.every = any ? Math.max(1, Math.round(recording.traceEvery() / protocol.step())) : Long.MAX_VALUE;
        int count = any ? Math.toIntExact((protocol.steps() - firstStep) / every + 1) : 0;
        this.traces = any
                ? trials.stream()
                        .map(trial -> new Traces(model, recording, count))
                        .toList()
                : List.of();
        this.none = new Traces(model, recording, 0).values();
    }

    /** The next step after {@code step} whose end must be recorded. */
    long next(long step) {
        if (every == Long.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        return step < firstStep ? firstStep : firstStep + ((step - firstStep) / every + 1) * every;
    }

    /** Records the values after {@code step} steps, if this is one of the recorded times. */
    void sample(long step) {
        if (every == Long.MAX_VALUE || step != firstStep + traces.get(0).taken() * every) {
            return;
        }
        for (int lane = 0; lane < traces.size(); lane++) {
            int at = lane;
            traces.get(lane).add(v -> kernel.get(layout.variables().get(v) + at));
        }
    }

    /** The values of every variable; none for those that are not recorded. */
    double[][] of(int lane) {
        return traces.isEmpty() ? none : traces.get(lane).values();
    }
}
