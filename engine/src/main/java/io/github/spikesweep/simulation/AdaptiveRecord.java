package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.pair.PairOutcome;
import io.github.spikesweep.simulation.spike.UnitPolynomial;
import java.util.List;
import java.util.Map;

/**
 * The state of one neuron or circuit with adaptive steps, and what is recorded of it: extremes and traces, from the curves of its steps.
 */
final class AdaptiveRecord {
    /** Tolerance for rounding in the number of values of a trace. */
    private static final double ROUNDING = 1e-9;

    private final double[] memory;
    private final AdaptiveLayout layout;
    private final int lane;
    private final Model model;
    private final Protocol.Adaptive protocol;
    private final double every;
    private final int[] variables;
    private final int[] ends;
    private final boolean[] recorded;
    private final Traces traces;
    private final int samples;
    private final UnitPolynomial curve;
    private final double[] coefficients;
    private double reached = 1;

    AdaptiveRecord(double[] memory, AdaptiveLayout layout, int lane, Trial trial, Recording recording) {
        this.memory = memory;
        this.layout = layout;
        this.lane = lane;
        KernelSpec spec = trial.kernel();
        this.model = spec.model();
        this.protocol = (Protocol.Adaptive) trial.protocol();
        this.every = recording.traceEvery();
        int count = spec.ownVariables();
        this.coefficients = new double[layout.curves().get(0).size()];
        this.curve = new UnitPolynomial(coefficients.length - 1);
        this.variables = rows(layout.variables());
        this.ends = rows(layout.ends());
        this.recorded = new boolean[count];
        double spans = (protocol.duration() - protocol.transientTime()) / every;
        this.samples = Traces.areKept(model, recording) ? Math.toIntExact((long) (spans * (1 + ROUNDING)) + 1) : 0;
        this.traces = new Traces(model, recording, samples);
        for (int v = 0; v < count; v++) {
            recorded[v] = spec.isMeasured(v);
            setExtremes(v, Double.NaN);
        }
    }

    private static int[] rows(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The time of the next value of the traces; infinite if there is none. */
    double nextSample() {
        return traces.taken() < samples ? protocol.transientTime() + traces.taken() * every : Double.POSITIVE_INFINITY;
    }

    /** Starts to record, from the current state. */
    void begin() {
        for (int v = 0; v < recorded.length; v++) {
            setExtremes(v, now(v));
        }
        traces.add(this::now);
    }

    /** Ends the step that was tried at θ instead of at 1. */
    void endAt(double theta) {
        reached = theta;
        for (int v = 0; v < recorded.length; v++) {
            memory[ends[v] + lane] = curve(v).value(theta);
        }
    }

    /** Whether every variable is, at the end of the step, a finite number within its range. */
    boolean isSound() {
        boolean sound = true;
        for (int v = 0; v < recorded.length; v++) {
            double value = memory[ends[v] + lane];
            sound &= Double.isFinite(value) && model.variables().get(v).range().contains(value);
        }
        return sound;
    }

    /**
     * Records the step.
     *
     * @param from the time at its start
     * @param to the time at its end
     */
    void record(double from, double to) {
        for (int v = 0; v < recorded.length; v++) {
            if (recorded[v]) {
                extend(v, memory[ends[v] + lane]);
                double first = slope(v, 0);
                double last = slope(v, reached);
                if (first > 0 && last < 0) {
                    double peak = curve(v).derivative().firstFall(0, 0, reached);
                    extend(v, curve.value(peak));
                } else if (first < 0 && last > 0) {
                    double trough = curve(v).derivative().firstRise(0, 0, reached);
                    extend(v, curve.value(trough));
                }
            }
        }
        double next = protocol.transientTime() + traces.taken() * every;
        while (traces.taken() < samples && (next <= to || to >= protocol.duration())) {
            double theta = Math.min(reached, reached * (next - from) / (to - from));
            traces.add(v -> curve(v).value(theta));
            next = protocol.transientTime() + traces.taken() * every;
        }
    }

    /** Records the state to which a spike has moved variables. */
    void jumped() {
        for (int v = 0; v < recorded.length; v++) {
            if (recorded[v]) {
                extend(v, now(v));
            }
        }
    }

    private void extend(int variable, double value) {
        int lowest = layout.lowest().get(variable) + lane;
        int highest = layout.highest().get(variable) + lane;
        memory[lowest] = Math.min(memory[lowest], value);
        memory[highest] = Math.max(memory[highest], value);
    }

    private void setExtremes(int variable, double value) {
        if (recorded[variable]) {
            memory[layout.lowest().get(variable) + lane] = value;
            memory[layout.highest().get(variable) + lane] = value;
        }
    }

    private double[] extremes(List<Integer> rows) {
        double[] extremes = new double[recorded.length];
        for (int v = 0; v < recorded.length; v++) {
            extremes[v] = recorded[v] ? memory[rows.get(v) + lane] : Double.NaN;
        }
        return extremes;
    }

    /** The slope at θ by θ, or of a polynomial over the time by that. */
    private double slope(int variable, double theta) {
        List<Integer> rows = layout.curves().get(variable);
        if (layout.chosen().isPresent() && theta == 1) {
            return memory[layout.chosen().get().slopes().get(variable) + lane];
        }
        double argument = theta * length();
        double slope = 0;
        for (int k = argument == 0 ? 1 : rows.size() - 1; k >= 1; k--) {
            slope = slope * argument + k * memory[rows.get(k) + lane];
        }
        return slope;
    }

    /** The argument of the polynomials at the end of the step that was tried. */
    private double length() {
        return layout.chosen().isPresent() ? memory[layout.chosen().get().length() + lane] : 1;
    }

    private UnitPolynomial curve(int variable) {
        List<Integer> rows = layout.curves().get(variable);
        double length = length();
        double power = 1;
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = power * memory[rows.get(k) + lane];
            power *= length;
        }
        curve.set(coefficients);
        return curve;
    }

    /** Makes the end of the step the state. */
    void moveOn() {
        for (int v = 0; v < ends.length; v++) {
            memory[variables[v] + lane] = memory[ends[v] + lane];
        }
        reached = 1;
    }

    /** Makes the state the end of the step, from which the kernel goes on. */
    void goOn() {
        for (int v = 0; v < ends.length; v++) {
            memory[ends[v] + lane] = memory[variables[v] + lane];
        }
    }

    /** The value of a variable now. */
    double now(int variable) {
        return memory[variables[variable] + lane];
    }

    /** The value of a variable at θ of the step that was tried. */
    double within(int variable, double theta) {
        return curve(variable).value(theta);
    }

    Outcome outcome(
            double divergedAt, long steps, List<CellOutcome> cells, Map<CellPair, PairOutcome> pairs, double lyapunov) {
        double[] end = new double[recorded.length];
        for (int v = 0; v < end.length; v++) {
            end[v] = memory[variables[v] + lane];
        }
        return new Outcome(
                divergedAt,
                Double.NaN,
                steps,
                cells,
                pairs,
                extremes(layout.lowest()),
                extremes(layout.highest()),
                end,
                traces.values(),
                lyapunov);
    }
}
