package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.CompiledKernel;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.simulation.cut.CutSteps;
import io.github.spikesweep.simulation.cut.SpikeChanges;
import io.github.spikesweep.simulation.stimulus.Stimuli;
import io.github.spikesweep.simulation.tangent.LaneTangents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;

/** Up to as many trials as a kernel has lanes, from start to end with fixed steps. All share one spec and one protocol. */
final class LaneBlock {
    /** The steady state is the mean over the last tenth of the time after the transient. */
    private static final int STEADY_PART = 10;

    /** Steps between two reports of the progress: some milliseconds. */
    private static final int PATIENCE = 16 * LaneKernel.MOST_STEPS;

    private static final int[] NONE = {};

    private final Protocol.Fixed protocol;
    private final KernelLayout layout;
    private final LaneKernel kernel;
    private final List<Trial> trials;
    private final Progress progress;
    private final List<LaneCell> cells = new ArrayList<>();
    private final CutSteps cuts;
    private final LanePairs pairs;
    private final LaneTraces traces;
    private final LaneNoise noise;
    private final boolean watchesMaxima;
    private final LaneTangents tangents;
    private final double[] divergedAt;
    private final int[] found;
    private final long steadyFrom;
    private int sound;
    private int unreported;
    /** The rows that are followed to see whether they settle. */
    private List<SettlingRow> followed = List.of();

    LaneBlock(
            CompiledKernel<LaneKernel, KernelLayout> compiled,
            List<Trial> trials,
            Recording recording,
            Progress progress) {
        this.protocol = (Protocol.Fixed) trials.get(0).protocol();
        this.layout = compiled.layout();
        this.kernel = compiled.newKernel();
        this.trials = trials;
        this.progress = progress;
        this.divergedAt = new double[trials.size()];
        Arrays.fill(divergedAt, Double.NaN);
        this.sound = trials.size();
        leaveOutUnfit();
        this.found = new int[layout.lanes()];
        this.watchesMaxima = recording.maxima() > 0;
        boolean steady = recording.has(Recording.Detail.STEADY_STATE);
        this.steadyFrom = steady
                ? Math.max(
                        protocol.transientSteps(),
                        protocol.steps() - Math.max(1, (protocol.steps() - protocol.transientSteps()) / STEADY_PART))
                : Long.MAX_VALUE;
        for (int lane = 0; lane < layout.lanes(); lane++) {
            // Lanes without a trial repeat the last one; their results are not read.
            load(kernel, layout, lane, trials.get(Math.min(lane, trials.size() - 1)));
        }
        kernel.prepare(protocol.step());
        for (int cell = 0; cell < layout.cells().size(); cell++) {
            cells.add(new LaneCell(kernel, layout, cell, trials, recording));
        }
        this.cuts = new CutSteps(
                trials.get(0).kernel(),
                kernel,
                layout,
                changes(trials),
                cells.stream().map(LaneCell::histories).toList(),
                divergedAt);
        cuts.prepare(protocol.step());
        this.pairs = new LanePairs(kernel, layout, trials.get(0).kernel(), recording, LaneKernel.MOST_STEPS);
        this.traces = new LaneTraces(kernel, layout, trials, recording);
        this.noise = new LaneNoise(kernel, layout, trials);
        this.tangents = new LaneTangents(
                kernel, layout, trials.size(), trials.get(0).kernel().model().isMap());
    }

    private void leaveOutUnfit() {
        KernelSpec spec = trials.get(0).kernel();
        boolean stimulated = Stimuli.occurIn(spec);
        boolean holds = spec.model().holds();
        if (!stimulated && !holds) {
            return;
        }
        for (int lane = 0; lane < divergedAt.length; lane++) {
            Trial trial = trials.get(lane);
            boolean fits = !stimulated || new Stimuli(spec, trial.quantitiesByName()).fit(protocol.step());
            boolean holdable = !holds || trial.changes().areHoldable(protocol.step());
            if (!fits || !holdable) {
                divergedAt[lane] = 0;
                sound--;
            }
        }
    }

    /** Writes a trial's variables and quantities into a lane. */
    static void load(LaneKernel kernel, KernelLayout layout, int lane, Trial trial) {
        for (int v = 0; v < trial.initial().length; v++) {
            kernel.put(layout.variables().get(v) + lane, trial.initial()[v]);
        }
        for (int q = 0; q < trial.quantities().length; q++) {
            kernel.put(layout.quantities().get(q).at(lane), trial.quantities()[q]);
        }
    }

    /** To be called once. */
    List<Outcome> run() {
        try (kernel) {
            return outcomes();
        }
    }

    private List<Outcome> outcomes() {
        resetAtStart();
        startRecording();
        advance(0, protocol.transientSteps());
        startRecording();
        cells.forEach(cell -> cell.spikes().begin());
        pairs.begin();
        tangents.begin();
        advance(protocol.transientSteps(), protocol.steps());
        cells.forEach(cell -> cell.spikes().finish(protocol.steps()));
        List<Outcome> outcomes = new ArrayList<>();
        for (int lane = 0; lane < trials.size(); lane++) {
            outcomes.add(outcome(lane));
        }
        return outcomes;
    }

    /** What spikes change in each lane. */
    private static IntFunction<SpikeChanges> changes(List<Trial> trials) {
        if (!trials.get(0).kernel().model().fires()) {
            return lane -> {
                throw new IllegalStateException("spikes change nothing");
            };
        }
        SpikeChanges.Rules rules = new SpikeChanges.Rules(trials.get(0).kernel());
        return trials.stream()
                .map(trial -> new SpikeChanges(trial.kernel(), trial.quantities(), rules))
                .toList()::get;
    }

    /** Resets, at time 0, the cells that start at their threshold or beyond it. */
    private void resetAtStart() {
        if (trials.get(0).kernel().model().cells().stream().noneMatch(Cell::resets)) {
            return;
        }
        for (int lane = 0; lane < trials.size(); lane++) {
            if (Double.isNaN(divergedAt[lane]) && !cuts.start(lane, 0)) {
                divergedAt[lane] = 0;
                sound--;
            }
        }
    }

    /** Takes rows from {@code from}, where they were left, to {@code to}, or until every one has diverged. */
    void stretch(List<SettlingRow> rows, long from, long to) {
        LaneCell neuron = cells.get(0);
        for (int lane = 0; lane < rows.size(); lane++) {
            double[] kept = rows.get(lane).kept();
            for (int row = 0; row < kept.length; row++) {
                kernel.put(layout.variables().get(row) + lane, kept[row]);
            }
        }
        if (from == 0) {
            resetAtStart();
        }
        startRecording();
        if (from == protocol.transientSteps()) {
            neuron.spikes().begin();
            for (int lane = 0; lane < rows.size(); lane++) {
                rows.get(lane).watchedBy(neuron.spikes().observer(lane));
            }
        } else if (from > protocol.transientSteps()) {
            neuron.spikes()
                    .resume(rows.stream()
                            .flatMap(row -> row.observer().stream())
                            .toList());
        }
        followed = rows;
        advance(from, to);
        neuron.spikes().finish(to);
        report(to);
        for (int lane = 0; lane < rows.size(); lane++) {
            int at = lane;
            double[] kept = layout.variables().stream()
                    .mapToDouble(row -> kernel.get(row + at))
                    .toArray();
            rows.get(lane).leave(to, outcome(lane), kept);
        }
    }

    private void follow(long taken) {
        for (int lane = 0; lane < followed.size(); lane++) {
            if (Double.isNaN(divergedAt[lane])) {
                int at = lane;
                followed.get(lane)
                        .follow(
                                taken * protocol.step(),
                                v -> kernel.get(layout.variables().get(v) + at));
            }
        }
    }

    /** Advances until {@code to}, or until every row has diverged. */
    private void advance(long from, long to) {
        long first = from;
        if (first == protocol.transientSteps()) {
            traces.sample(first);
        }
        while (first < to && sound > 0) {
            if (unreported >= PATIENCE) {
                report(first);
            }
            long limit = Math.min(Math.min(to, traces.next(first)), tangents.next(first));
            limit = first < steadyFrom ? Math.min(limit, steadyFrom) : limit;
            int steps = (int) Math.min(LaneKernel.MOST_STEPS, limit - first);
            noise.fill(first, steps);
            cells.forEach(cell -> cell.histories().begin());
            kernel.expect(limit);
            kernel.advance(first, steps, cuts);
            sound -= cuts.newlyDiverged();
            for (LaneCell cell : cells) {
                cell.watch(first, steps, divergedAt);
            }
            if (first >= protocol.transientSteps()) {
                pairs.add(steps);
                for (LaneCell cell : watchesMaxima ? cells : List.<LaneCell>of()) {
                    cell.addToMaxima(first, steps);
                }
            }
            if (first >= steadyFrom) {
                cells.forEach(cell -> cell.addToSteadyState(steps));
            }
            first += steps;
            unreported += steps;
            if (newlyUnsound(first - steps).length > 0) {
                locateDivergence(first - steps, steps);
            }
            traces.sample(first);
            tangents.scale(first);
            follow(first);
        }
    }

    /** Tells how far the rows are, and ends if that is wanted. */
    private void report(long first) {
        double part = (double) unreported / protocol.steps();
        progress.advanced(trials.size() * part, (long) trials.size() * cells.size() * unreported);
        unreported = 0;
        if (progress.isStopped() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped after " + first + " steps");
        }
    }

    /** The extremes of every recorded variable start from its value now. */
    private void startRecording() {
        for (int lane = 0; lane < layout.lanes(); lane++) {
            startRecording(lane);
        }
    }

    private void startRecording(int lane) {
        for (int v = 0; v < layout.variables().size(); v++) {
            if (layout.isRecorded(v)) {
                double value = kernel.get(layout.variables().get(v) + lane);
                kernel.put(layout.lowest().get(v) + lane, value);
                kernel.put(layout.highest().get(v) + lane, value);
            }
        }
    }

    /** The rows that have diverged after step {@code first}, also those whose reset is known to have failed after it. */
    private int[] newlyUnsound(long first) {
        double start = first * protocol.step();
        int unsound = kernel.find(0, LaneKernel.Sign.UNSOUND, 0, found);
        return unsound == 0
                ? NONE
                : Arrays.stream(found, 0, unsound)
                        .filter(lane -> lane < divergedAt.length && !(divergedAt[lane] <= start))
                        .toArray();
    }

    /** Repeats the last steps one by one to find out in which of them rows diverged. */
    private void locateDivergence(long first, int steps) {
        kernel.rewind();
        // So that their extremes show the step in which they left their range.
        for (int lane : newlyUnsound(first)) {
            startRecording(lane);
        }
        for (int k = 0; k < steps; k++) {
            noise.fill(first + k, 1);
            kernel.advance(first + k, 1, cuts);
            for (int lane : newlyUnsound(first)) {
                sound -= Double.isNaN(divergedAt[lane]) ? 1 : 0;
                double now = (first + k + 1) * protocol.step();
                divergedAt[lane] = divergedAt[lane] < now ? divergedAt[lane] : now;
            }
        }
    }

    private Outcome outcome(int lane) {
        int count = trials.get(lane).initial().length;
        double[] lowest = new double[count];
        double[] highest = new double[count];
        double[] end = new double[count];
        for (int v = 0; v < count; v++) {
            boolean recorded = layout.isRecorded(v);
            lowest[v] = recorded ? kernel.get(layout.lowest().get(v) + lane) : Double.NaN;
            highest[v] = recorded ? kernel.get(layout.highest().get(v) + lane) : Double.NaN;
            end[v] = kernel.get(layout.variables().get(v) + lane);
        }
        return new Outcome(
                divergedAt[lane],
                Double.NaN,
                protocol.steps(),
                outcomesOfCells(lane),
                pairs.outcomes(lane),
                lowest,
                highest,
                end,
                traces.of(lane),
                tangents.exponent(lane, (protocol.steps() - protocol.transientSteps()) * protocol.step()));
    }

    private List<CellOutcome> outcomesOfCells(int lane) {
        CellOutcome[] outcomes = new CellOutcome[cells.size()];
        for (int cell = 0; cell < outcomes.length; cell++) {
            outcomes[cell] = cells.get(cell).outcome(lane, protocol.steps() - steadyFrom);
        }
        return List.of(outcomes);
    }
}
