package io.github.spikesweep.simulation.cut;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.model.Coupling;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Takes again the steps of a kernel that cannot stay as they are, lane by lane: up to where a cell spikes, from its reset to the end, and likewise for
 * events of synapses and ends of holds. Only cells that are coupled to the one concerned take their step in pieces.
 */
public final class CutSteps implements LaneKernel.Cuts {
    private final KernelSpec spec;
    private final LaneKernel kernel;
    private final KernelLayout layout;
    private final IntFunction<SpikeChanges> changes;
    private final List<? extends PieceListener> listeners;
    private final double[] divergedAt;
    private final List<Coupling> couplings;
    private double step;
    private int newlyDiverged;
    /** Made when they are needed first. */
    private PartialStep partial;

    private List<CutStep> ofCouplings = List.of();
    /**
     * @param changes what spikes change in a lane
     * @param listeners of each cell are told of the pieces of steps; empty if nobody looks
     * @param divergedAt is set to the time of a reset that fails; lanes in which it is earlier than a step are left alone
     */
    public CutSteps(
            KernelSpec spec,
            LaneKernel kernel,
            KernelLayout layout,
            IntFunction<SpikeChanges> changes,
            List<? extends PieceListener> listeners,
            double[] divergedAt) {
        this.spec = spec;
        this.kernel = kernel;
        this.layout = layout;
        this.changes = changes;
        this.listeners = List.copyOf(listeners);
        this.divergedAt = divergedAt;
        this.couplings =
                Coupling.of(spec.model()).stream().filter(Coupling::fires).toList();
    }

    /** Prepares for steps of this length, and for other quantities than before. */
    public void prepare(double length) {
        step = length;
        if (partial != null) {
            partial.forget();
        }
    }

    /** In how many lanes a reset has failed since the last call. */
    public int newlyDiverged() {
        int count = newlyDiverged;
        newlyDiverged = 0;
        return count;
    }

    /**
     * Resets, before a step, the cells of a lane that start at their threshold or beyond it.
     *
     * @return whether the lane can go on
     */
    public boolean start(int lane, double time) {
        int[] rows = layout.variables().stream().mapToInt(Integer::intValue).toArray();
        double[] state = new double[spec.model().variables().size()];
        for (int v = 0; v < state.length; v++) {
            state[v] = kernel.get(rows[v] + lane);
        }
        SpikeChanges of = changes.apply(lane);
        List<Integer> due = IntStream.range(0, layout.cells().size())
                .filter(cell -> of.isDue(cell, state[spec.spikeVariable(cell)]))
                .boxed()
                .toList();
        if (due.isEmpty()) {
            return true;
        }
        boolean isSound = of.make(state, time, List.of(), due, noise(lane));
        for (int v = 0; v < state.length; v++) {
            kernel.put(rows[v] + lane, state[v]);
        }
        for (int cell : due) {
            if (spec.model().cells().get(cell).holds()) {
                kernel.put(layout.cells().get(cell).held() + lane, of.hold(cell) / step);
            }
        }
        return isSound;
    }

    /** What is added to the input of each cell now, in a lane. */
    private double[] noise(int lane) {
        return layout.cells().stream()
                .mapToDouble(rows -> rows.noise() < 0 ? 0 : kernel.get(rows.noise() + lane))
                .toArray();
    }

    @Override
    public boolean leaves(int lane, long taken) {
        return lane >= divergedAt.length || divergedAt[lane] <= taken * step;
    }

    @Override
    public void cut(long taken, int k, int[] lanes, int count) {
        if (partial == null) {
            partial = new PartialStep(spec, kernel, layout);
            ofCouplings = couplings.stream()
                    .map(coupling -> new CutStep(spec, coupling, partial, listeners))
                    .toList();
        }
        double start = taken * step;
        for (int i = 0; i < count && lanes[i] < divergedAt.length; i++) {
            int lane = lanes[i];
            if (leaves(lane, taken)) {
                continue;
            }
            SpikeChanges of = changes.apply(lane);
            for (int c = 0; c < ofCouplings.size() && !(divergedAt[lane] <= start); c++) {
                partial.turnTo(lane, of.quantities(), k);
                double failure = ofCouplings.get(c).take(lane, start, step, k, of);
                if (!Double.isNaN(failure)) {
                    newlyDiverged += Double.isNaN(divergedAt[lane]) ? 1 : 0;
                    divergedAt[lane] = failure;
                }
            }
        }
    }
}
