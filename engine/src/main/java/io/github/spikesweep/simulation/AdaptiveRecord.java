package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.pair.PairOutcome;
import io.github.spikesweep.simulation.spike.UnitPolynomial;
import java.util.Arrays;
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
    private final boolean[] recorded;
    private final double[] lowest;
    private final double[] highest;
    private final Traces traces;
    private final int samples;
    private final UnitPolynomial curve;
    private final double[] coefficients;
    private final int[] starts;
    private final int[] ends;
    private final int[] firstSlopes;
    private final int[] lastSlopes;
    private final double[] low;
    private final double[] high;
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
        this.recorded = new boolean[count];
        this.lowest = new double[count];
        this.highest = new double[count];
        Arrays.fill(lowest, Double.NaN);
        Arrays.fill(highest, Double.NaN);
        double spans = (protocol.duration() - protocol.transientTime()) / every;
        this.samples = Traces.areKept(model, recording) ? Math.toIntExact((long) (spans * (1 + ROUNDING)) + 1) : 0;
        this.traces = new Traces(model, recording, samples);
        this.starts = rows(layout.variables());
        this.ends = rows(layout.ends());
        this.firstSlopes =
                rows(layout.curves().stream().map(curve -> curve.get(1)).toList());
        this.lastSlopes = layout.chosen()
                .map(AdaptiveLayout.ChosenLength::slopes)
                .map(AdaptiveRecord::rows)
                .orElseGet(() -> new int[count]);
        this.low = model.variables().stream()
                .mapToDouble(variable -> variable.range().low())
                .toArray();
        this.high = model.variables().stream()
                .mapToDouble(variable -> variable.range().high())
                .toArray();
        for (int v = 0; v < count; v++) {
            recorded[v] = spec.recorded().contains(v) || spec.isSpikeVariable(v);
        }
    }

    private static int[] rows(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Whether the ends of a step whose length the kernel chose tell all that is recorded of it.
     *
     * @param to the time at its end
     * @param isCounted whether it is after the transient
     */
    boolean isPlain(double to, boolean isCounted) {
        if (isCounted && traces.taken() < samples && protocol.transientTime() + traces.taken() * every <= to) {
            return false;
        }
        for (int v = 0; v < recorded.length; v++) {
            double value = memory[ends[v] + lane];
            if (!(Math.abs(value) < Double.POSITIVE_INFINITY && value >= low[v] && value <= high[v])) {
                return false;
            }
            if (isCounted && recorded[v] && memory[firstSlopes[v] + lane] * memory[lastSlopes[v] + lane] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Records such a step, and makes its end the state. */
    void pass(boolean isCounted) {
        for (int v = 0; v < recorded.length; v++) {
            double value = memory[ends[v] + lane];
            if (isCounted && recorded[v]) {
                extend(v, value);
            }
            memory[starts[v] + lane] = value;
        }
    }

    /** Starts to record, from the current state. */
    void begin() {
        for (int v = 0; v < recorded.length; v++) {
            double value = memory[layout.variables().get(v) + lane];
            lowest[v] = recorded[v] ? value : Double.NaN;
            highest[v] = lowest[v];
        }
        traces.add(v -> memory[layout.variables().get(v) + lane]);
    }

    /** Ends the step that was tried at θ instead of at 1. */
    void endAt(double theta) {
        reached = theta;
        for (int v = 0; v < recorded.length; v++) {
            memory[layout.ends().get(v) + lane] = curve(v).value(theta);
        }
    }

    /** Whether every variable is, at the end of the step, a finite number within its range. */
    boolean isSound() {
        boolean sound = true;
        for (int v = 0; v < recorded.length; v++) {
            double value = memory[layout.ends().get(v) + lane];
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
                extend(v, memory[layout.ends().get(v) + lane]);
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
        lowest[variable] = Math.min(lowest[variable], value);
        highest[variable] = Math.max(highest[variable], value);
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
        for (int v = 0; v < layout.ends().size(); v++) {
            memory[layout.variables().get(v) + lane] = memory[layout.ends().get(v) + lane];
        }
        reached = 1;
    }

    /** The value of a variable now. */
    double now(int variable) {
        return memory[layout.variables().get(variable) + lane];
    }

    /** The value of a variable at θ of the step that was tried. */
    double within(int variable, double theta) {
        return curve(variable).value(theta);
    }

    Outcome outcome(
            double divergedAt, long steps, List<CellOutcome> cells, Map<CellPair, PairOutcome> pairs, double lyapunov) {
        double[] end = new double[recorded.length];
        for (int v = 0; v < end.length; v++) {
            end[v] = memory[layout.variables().get(v) + lane];
        }
        return new Outcome(
                divergedAt, Double.NaN, steps, cells, pairs, lowest, highest, end, traces.values(), lyapunov);
    }
}
