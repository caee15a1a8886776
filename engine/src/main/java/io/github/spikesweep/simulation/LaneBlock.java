package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.CompiledKernel;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.model.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Up to as many trials as a kernel has lanes, from start to end. All share one spec and one protocol. */
final class LaneBlock {
    private final KernelSpec spec;
    private final Protocol protocol;
    private final KernelLayout layout;
    private final LaneKernel kernel;
    private final SpikeTrain[] spikes;
    private final boolean[] leftRange;
    private final int[] crossed;

    LaneBlock(CompiledKernel compiled, List<Trial> trials, boolean keepSpikeTimes) {
        this.spec = trials.get(0).kernel();
        this.protocol = trials.get(0).protocol();
        this.layout = compiled.layout();
        this.kernel = compiled.newKernel();
        this.spikes = new SpikeTrain[trials.size()];
        this.leftRange = new boolean[trials.size()];
        this.crossed = new int[layout.lanes()];
        for (int lane = 0; lane < layout.lanes(); lane++) {
            // Lanes without a trial repeat the last one; nothing is read from them.
            load(lane, trials.get(Math.min(lane, trials.size() - 1)));
        }
        for (int lane = 0; lane < spikes.length; lane++) {
            spikes[lane] = new SpikeTrain(keepSpikeTimes);
        }
        kernel.prepare(protocol.step());
    }

    private void load(int lane, Trial trial) {
        for (int v = 0; v < trial.initial().length; v++) {
            kernel.put(layout.variables().get(v) + lane, trial.initial()[v]);
        }
        for (int q = 0; q < trial.quantities().length; q++) {
            kernel.put(layout.quantities().get(q).at(lane), trial.quantities()[q]);
        }
    }

    List<Outcome> run() {
        startRecording();
        advance(0, protocol.transientSteps(), false);
        checkRanges();
        startRecording();
        advance(protocol.transientSteps(), protocol.steps(), true);
        checkRanges();
        List<Outcome> outcomes = new ArrayList<>();
        for (int lane = 0; lane < spikes.length; lane++) {
            outcomes.add(outcome(lane));
        }
        return outcomes;
    }

    private void advance(long from, long to, boolean counting) {
        for (long first = from; first < to; first += LaneKernel.MOST_STEPS) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted after " + first + " steps");
            }
            int steps = (int) Math.min(LaneKernel.MOST_STEPS, to - first);
            kernel.advance(first, steps);
            if (counting) {
                int found = kernel.crossings(protocol.threshold(), crossed);
                for (int k = 0; k < found && crossed[k] < spikes.length; k++) {
                    addSpikes(crossed[k], first, steps);
                }
            }
        }
    }

    /** Finds the upward crossings among the last steps of a lane and interpolates their times linearly. */
    private void addSpikes(int lane, long first, int steps) {
        double threshold = protocol.threshold();
        double previous = kernel.get(layout.history(0, lane));
        for (int step = 1; step <= steps; step++) {
            double value = kernel.get(layout.history(step, lane));
            if (previous < threshold && value >= threshold) {
                double fraction = (threshold - previous) / (value - previous);
                spikes[lane].add((first + step - 1 + fraction) * protocol.step());
            }
            previous = value;
        }
    }

    /** The extremes of every recorded variable start from its value now. */
    private void startRecording() {
        for (int v = 0; v < layout.variables().size(); v++) {
            if (layout.isRecorded(v)) {
                for (int lane = 0; lane < layout.lanes(); lane++) {
                    double value = kernel.get(layout.variables().get(v) + lane);
                    kernel.put(layout.lowest().get(v) + lane, value);
                    kernel.put(layout.highest().get(v) + lane, value);
                }
            }
        }
    }

    private void checkRanges() {
        for (int v = 0; v < layout.variables().size(); v++) {
            Range range = spec.model().variables().get(v).range();
            for (int lane = 0; lane < leftRange.length; lane++) {
                boolean inside = Double.isFinite(kernel.get(layout.variables().get(v) + lane))
                        && (!layout.isRecorded(v)
                                || (range.contains(kernel.get(layout.lowest().get(v) + lane))
                                        && range.contains(
                                                kernel.get(layout.highest().get(v) + lane))));
                leftRange[lane] |= !inside;
            }
        }
    }

    private Outcome outcome(int lane) {
        int count = layout.variables().size();
        double[] lowest = new double[count];
        double[] highest = new double[count];
        double[] end = new double[count];
        for (int v = 0; v < count; v++) {
            boolean recorded = layout.isRecorded(v);
            lowest[v] = recorded ? kernel.get(layout.lowest().get(v) + lane) : Double.NaN;
            highest[v] = recorded ? kernel.get(layout.highest().get(v) + lane) : Double.NaN;
            end[v] = kernel.get(layout.variables().get(v) + lane);
        }
        return new Outcome(leftRange[lane], spikes[lane], lowest, highest, end);
    }
}
