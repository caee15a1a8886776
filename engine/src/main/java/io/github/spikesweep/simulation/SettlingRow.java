package io.github.spikesweep.simulation;

import io.github.spikesweep.simulation.settling.Settling;
import io.github.spikesweep.simulation.spike.ActionPotentials;
import io.github.spikesweep.simulation.spike.SpikeObserver;
import io.github.spikesweep.simulation.spike.SpikeTrain;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** A neuron that ends when it has settled: what it takes along from one stretch of its steps to the next, whose lanes it shares with others. */
final class SettlingRow {
    private static final double[] NO_TRACE = {};
    /** What was pushed aside has come back when it has come this much nearer. */
    private static final double BACK = 0.1;
    /** And it has gone away when it is this many times as far. */
    private static final double AWAY = 100;

    private final Trial trial;
    private final Protocol.Fixed protocol;
    private final int spikeVariable;
    private final Settling settling;
    private final double[] lowest;
    private final double[] highest;
    private double[] state;
    private double held;
    private Optional<SpikeObserver> observer = Optional.empty();
    private double stretchLowest;
    private double stretchHighest;
    private Optional<SettlingRow> probe = Optional.empty();
    private boolean isUnstable;
    private long steps;
    private double divergedAt = Double.NaN;
    private double settledAt = Double.NaN;

    SettlingRow(Trial trial) {
        this.trial = trial;
        this.protocol = (Protocol.Fixed) trial.protocol();
        this.spikeVariable = trial.kernel().spikeVariable();
        this.settling = new Settling(trial.initial(), spikeVariable, protocol.duration());
        this.lowest = new double[trial.initial().length];
        this.highest = new double[lowest.length];
        Arrays.fill(lowest, Double.NaN);
        Arrays.fill(highest, Double.NaN);
        this.state = trial.initial();
    }

    /** The row as it goes on from here. */
    Trial rest() {
        return trial.restarted(protocol, state);
    }

    /** For how many steps its spike variable is still held. */
    double held() {
        return held;
    }

    /** What looks for its spikes; empty in the transient. */
    Optional<SpikeObserver> observer() {
        return observer;
    }

    /** Follows a few more steps. */
    void follow(double time, IntToDoubleFunction now) {
        observer.ifPresent(watching -> settling.follow(time, watching.train(), now));
    }

    void watchedBy(SpikeObserver watching) {
        observer = Optional.of(watching);
    }

    /**
     * Leaves its lane after a stretch.
     *
     * @param taken how many steps were taken in all
     * @param stretch what came of the stretch
     * @param endHeld for how many steps its spike variable is still held
     */
    void leave(long taken, Outcome stretch, double endHeld) {
        steps = taken;
        held = endHeld;
        divergedAt = stretch.divergedAt();
        state = new double[lowest.length];
        for (int v = 0; v < state.length; v++) {
            state[v] = stretch.end(v);
        }
        if (observer.isEmpty()) {
            return;
        }
        for (int v = 0; v < state.length; v++) {
            lowest[v] = Double.isNaN(lowest[v]) ? stretch.minimum(v) : Math.min(lowest[v], stretch.minimum(v));
            highest[v] = Double.isNaN(highest[v]) ? stretch.maximum(v) : Math.max(highest[v], stretch.maximum(v));
        }
        stretchLowest = stretch.minimum(spikeVariable);
        stretchHighest = stretch.maximum(spikeVariable);
    }

    /** Finds out whether it has settled, after a stretch. */
    void judge() {
        if (observer.isEmpty() || isOver()) {
            return;
        }
        SpikeTrain train = observer.get().train();
        double time = steps * protocol.step();
        switch (settling.progress(time, train, state, stretchLowest, stretchHighest)) {
            case SETTLED -> settledAt = time;
            case MOVING -> probe = Optional.empty();
            case SLOWING -> probe(time);
        }
    }

    /** Tries whether it would come back to where it is: it has settled when what was pushed aside has come back. */
    private void probe(double time) {
        if (probe.isPresent()) {
            double departure = departure(probe.get());
            if (departure <= BACK) {
                settledAt = time;
            } else if (!(departure < AWAY)) {
                isUnstable = true;
                probe = Optional.empty();
            }
        } else if (!isUnstable) {
            probe = Optional.of(beside());
        }
    }

    private SettlingRow beside() {
        SettlingRow beside = new SettlingRow(trial.restarted(protocol, Settling.pushed(state)));
        beside.held = held;
        beside.steps = steps;
        beside.watchedBy(new SpikeObserver(trial.spike(0).upward(), new SpikeTrain(true), Optional.empty()));
        return beside;
    }

    /** How far what was pushed aside is away; infinite if it has diverged. */
    private double departure(SettlingRow other) {
        return Double.isNaN(other.divergedAt) ? settling.departure(state, other.state) : Double.POSITIVE_INFINITY;
    }

    /** The row pushed aside, while that is tried. */
    Optional<SettlingRow> probe() {
        return probe;
    }

    boolean isOver() {
        return !Double.isNaN(divergedAt) || !Double.isNaN(settledAt) || steps == protocol.steps();
    }

    /** The part of its steps that it was spared. */
    double spared() {
        return 1 - (double) steps / protocol.steps();
    }

    Outcome outcome() {
        SpikeTrain seen = observer.map(SpikeObserver::train).orElseGet(() -> new SpikeTrain(true));
        SpikeTrain whole = settling.rhythm()
                .map(rhythm -> seen.continued(rhythm.spikes(), rhythm.change(), protocol.duration()))
                .orElse(seen);
        double[][] traces = new double[state.length][];
        Arrays.fill(traces, NO_TRACE);
        return new Outcome(
                divergedAt,
                settledAt,
                steps,
                List.of(new CellOutcome(whole, new ActionPotentials(), Double.NaN)),
                Map.of(),
                lowest,
                highest,
                state,
                traces);
    }
}
