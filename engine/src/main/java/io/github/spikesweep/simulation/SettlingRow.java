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
    /** It is tried for this part of the duration, and then not for as long. */
    private static final int PROBES = 5;

    private final Trial trial;
    private final Protocol.Fixed protocol;
    private final int spikeVariable;
    private final Settling settling;
    private final double[] lowest;
    private final double[] highest;
    private double[] state;
    private double[] kept = {};
    private boolean isStill;
    private Optional<SpikeObserver> observer = Optional.empty();
    private double stretchLowest;
    private double stretchHighest;
    private Optional<SettlingRow> probe = Optional.empty();
    /** After how many steps one may begin, or this one ends. */
    private long nextProbe;
    /** By how many spikes it is behind the row that it was pushed from. */
    private int behind;

    private long steps;
    private long stretchSteps;
    private long probedSteps;
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

    /** What a kernel has of it, the variables first; empty at the start. */
    double[] kept() {
        return kept;
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
     * @param end what the kernel has of it
     */
    void leave(long taken, Outcome stretch, double[] end) {
        stretchSteps = taken - steps;
        steps = taken;
        stretchLowest = stretch.minimum(spikeVariable);
        stretchHighest = stretch.maximum(spikeVariable);
        isStill = Arrays.equals(end, kept) && Double.compare(stretchLowest, stretchHighest) == 0;
        kept = end;
        divergedAt = stretch.divergedAt();
        state = Arrays.copyOf(end, lowest.length);
        if (observer.isEmpty()) {
            return;
        }
        for (int v = 0; v < state.length; v++) {
            lowest[v] = Double.isNaN(lowest[v]) ? stretch.minimum(v) : Math.min(lowest[v], stretch.minimum(v));
            highest[v] = Double.isNaN(highest[v]) ? stretch.maximum(v) : Math.max(highest[v], stretch.maximum(v));
        }
    }

    /** Finds out whether it has settled, after a stretch. */
    void judge() {
        probedSteps += probe.isPresent() ? stretchSteps : 0;
        if (observer.isEmpty() || isOver()) {
            return;
        }
        double time = steps * protocol.step();
        SpikeTrain train = observer.get().train();
        Settling.Course course = settling.course(time, train, state, stretchLowest, stretchHighest);
        boolean settled = isStill
                || (course != Settling.Course.MOVING && probe.isPresent() && departure(course, probe.get()) <= BACK);
        if (settled) {
            settledAt = time;
        } else if (probe.isEmpty()) {
            probe = course == Settling.Course.MOVING || steps < nextProbe
                    ? Optional.empty()
                    : Optional.of(beside(train.count()));
        } else if (steps >= nextProbe || departure(course, probe.get()) >= AWAY) {
            probe = Optional.empty();
            nextProbe = steps + protocol.steps() / PROBES;
        }
    }

    /** This row, pushed aside. */
    private SettlingRow beside(int spikes) {
        SettlingRow beside = new SettlingRow(trial.restarted(protocol, Settling.pushed(state)));
        beside.kept = kept.clone();
        System.arraycopy(beside.state, 0, beside.kept, 0, beside.state.length);
        beside.steps = steps;
        beside.behind = spikes;
        beside.watchedBy(new SpikeObserver(trial.spike(0).upward(), new SpikeTrain(true), Optional.empty()));
        nextProbe = steps + protocol.steps() / PROBES;
        return beside;
    }

    /** How far away what was pushed aside is. */
    private double departure(Settling.Course course, SettlingRow other) {
        if (!Double.isNaN(other.divergedAt)) {
            return Double.POSITIVE_INFINITY;
        }
        return course == Settling.Course.RESTING
                ? settling.departure(state, other.state)
                : settling.departure(other.settling, other.behind);
    }

    /** This row, pushed aside, while it is seen whether that comes back. */
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
                .filter(rhythm -> !Double.isNaN(settledAt))
                .map(rhythm -> seen.continued(rhythm.spikes(), rhythm.change(), protocol.duration()))
                .orElse(seen);
        double[][] traces = new double[state.length][];
        Arrays.fill(traces, NO_TRACE);
        return new Outcome(
                divergedAt,
                settledAt,
                steps + probedSteps,
                List.of(new CellOutcome(whole, new ActionPotentials(), Double.NaN)),
                Map.of(),
                lowest,
                highest,
                state,
                traces,
                Double.NaN);
    }
}
