package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What becomes of an adaptive step that was tried, for all lanes alike: whether something happens in it that needs a closer look, and how the lane goes on if nothing does.
 * So most steps are taken by loops over lanes.
 *
 * @param alarm positive or no number where a closer look is needed: the error is too large, a variable leaves its range, the step reaches the limit, a recorded variable turns, or the
 *     spike variable passes its threshold, comes down to the floor or is as steep as an onset. It may be so where a closer look finds nothing
 * @param reached the time at the end of the step
 * @param proposed how long the error lets the next step be; none if the method itself chooses
 * @param next the length of the next step
 * @param integrals of each cell the integral of its spike variable over the steady state, with this step
 */
public record StepControl(Value alarm, Value reached, Optional<Value> proposed, Value next, List<Value> integrals) {
    /** What the control of a step reads, besides its time and its length. */
    public enum Input {
        /** The error that a step may have. */
        TOLERANCE(false),
        /** How long the next step was to be, but for the stop and the longest step. */
        PROPOSED(false),
        /** How long a step may be. */
        LONGEST(false),
        /** The time at which a step has to end. */
        STOP(false),
        /** Steps that end later need a closer look. */
        LIMIT(false),
        /** 1 in the steady state, 0 before. */
        STEADY(false),
        /** Of the spike variable, pointing up. */
        THRESHOLD(true),
        /** Where the spike variable, pointing up, is lower, a closer look is needed. */
        FLOOR(true),
        /** The same where its slope is larger. */
        STEEPEST(true),
        /** Of the spike variable over the steady state so far. */
        INTEGRAL(true);

        private final boolean ofCell;

        Input(boolean ofCell) {
            this.ofCell = ofCell;
        }

        public boolean isOfCell() {
            return ofCell;
        }
    }

    /** The safety factor of a step's length. */
    private static final double SAFETY = 0.9;

    private static final double LARGEST_FACTOR = 5;

    /** Makes 1 of every difference of two lengths. */
    private static final double HUGE = 0x1p1000;
    /** Less than any difference that counts. */
    private static final double TINY = 0x1p-1000;
    /** Many roundings. */
    private static final double LONGER = 1 + 0x1p-48;

    /**
     * What is known of the step.
     *
     * @param ends of every variable its value at the end
     * @param curves as in {@link AdaptiveStep}
     * @param error as there
     * @param length how long the method itself has made the step
     * @param firstSlopes of every variable the slope at the start
     * @param lastSlopes the same at the end
     * @param unit the time by which these slopes are
     */
    record Tried(
            List<Value> ends,
            List<List<Value>> curves,
            Value error,
            Optional<Value> length,
            List<Value> firstSlopes,
            List<Value> lastSlopes,
            Value unit) {}

    public StepControl {
        integrals = List.copyOf(integrals);
    }

    static StepControl of(ValueGraph graph, Symbols symbols, KernelSpec spec, Tried step) {
        return new Writer(graph, symbols, spec, step).control();
    }

    List<Value> results() {
        List<Value> results = new ArrayList<>(List.of(alarm, reached));
        proposed.ifPresent(results::add);
        results.add(next);
        results.addAll(integrals);
        return results;
    }

    StepControl mapped(UnaryOperator<Value> of) {
        return new StepControl(
                of.apply(alarm),
                of.apply(reached),
                proposed.map(of),
                of.apply(next),
                integrals.stream().map(of).toList());
    }

    private record Writer(ValueGraph graph, Symbols symbols, KernelSpec spec, Tried step) {

        StepControl control() {
            Value length = step.length().orElse(symbols.step());
            Value reached = graph.add(symbols.start(), length);
            Optional<Value> proposed = step.length().isPresent() ? Optional.empty() : Optional.of(proposed());
            Value longest = symbols.control(Input.LONGEST, 0);
            Value wanted = proposed.map(value -> smaller(value, longest)).orElse(longest);
            Value next = smaller(wanted, graph.subtract(symbols.control(Input.STOP, 0), reached));
            List<Value> integrals = new ArrayList<>();
            Value time = graph.multiply(symbols.control(Input.STEADY, 0), graph.subtract(reached, symbols.start()));
            for (int cell = 0; cell < spec.model().cells().size(); cell++) {
                integrals.add(graph.fma(time, mean(spec.spikeVariable(cell)), symbols.control(Input.INTEGRAL, cell)));
            }
            return new StepControl(alarm(length, reached), reached, proposed, next, integrals);
        }

        /**
         * The error is proportional to the fifth power of the step; the exponent 3/16, somewhat less than 1/5, is computed by square roots. If a stop, or the longest step, cut the
         * step short, what was proposed may still be right.
         */
        private Value proposed() {
            Value ratio = graph.divide(symbols.control(Input.TOLERANCE, 0), step.error());
            Value eighth = root(root(root(ratio)));
            // A product that stays as it is, whatever it is multiplied by.
            Value careful = graph.fma(graph.constant(SAFETY), eighth, graph.constant(-0.0));
            Value factor = graph.multiply(careful, root(eighth));
            Value grown = graph.multiply(symbols.step(), smaller(factor, graph.constant(LARGEST_FACTOR)));
            Value before = symbols.control(Input.PROPOSED, 0);
            Value cut = graph.multiply(graph.subtract(before, symbols.step()), graph.constant(HUGE));
            Value kept = graph.multiply(smaller(cut, graph.constant(1)), before);
            return graph.apply(Operation.MAX, List.of(grown, kept));
        }

        private Value root(Value value) {
            return graph.apply(Operation.SQRT, List.of(value));
        }

        private Value smaller(Value a, Value b) {
            return graph.apply(Operation.MIN, List.of(a, b));
        }

        /** The mean of a variable over the step. */
        private Value mean(int variable) {
            List<Value> curve = step.curves().get(variable);
            Value sum = graph.constant(0);
            for (int k = curve.size() - 1; k >= 0; k--) {
                Value term = graph.multiply(graph.constant(1.0 / (k + 1)), curve.get(k));
                Value risen = step.length().isPresent()
                        ? graph.multiply(sum, step.length().get())
                        : sum;
                sum = graph.add(risen, term);
            }
            return sum;
        }

        private Value alarm(Value length, Value reached) {
            Value limit = symbols.control(Input.LIMIT, 0);
            Value alarm = excess(step.error(), symbols.control(Input.TOLERANCE, 0));
            alarm = graph.add(alarm, excess(reached, limit));
            Value longer = graph.multiply(graph.constant(LONGER), length);
            alarm = graph.add(alarm, excess(longer, graph.subtract(limit, symbols.start())));
            for (int v = 0; v < spec.ownVariables(); v++) {
                alarm = graph.add(alarm, unsound(v));
                if (spec.isMeasured(v)) {
                    alarm = graph.add(alarm, turns(v));
                }
            }
            for (int cell = 0; cell < spec.model().cells().size(); cell++) {
                alarm = graph.add(alarm, spikes(cell));
            }
            return alarm;
        }

        /** Positive where the one value is larger than the other; otherwise 0, or no number. */
        private Value excess(Value value, Value limit) {
            Value difference = graph.subtract(value, limit);
            return graph.add(graph.apply(Operation.ABS, List.of(difference)), difference);
        }

        private Value unsound(int v) {
            Value end = step.ends().get(v);
            double low = spec.model().variables().get(v).range().low();
            double high = spec.model().variables().get(v).range().high();
            Value above = excess(end, graph.constant(Math.min(high, Double.MAX_VALUE)));
            return Double.isInfinite(low) ? above : graph.add(above, excess(graph.constant(low), end));
        }

        private Value turns(int v) {
            Value product =
                    graph.multiply(step.firstSlopes().get(v), step.lastSlopes().get(v));
            return excess(graph.constant(0), product);
        }

        private Value spikes(int cell) {
            int v = spec.spikeVariable(cell);
            Value start =
                    upward(cell, symbols.state(spec.model().variableNames().get(v)));
            Value end = upward(cell, step.ends().get(v));
            Value threshold = symbols.control(Input.THRESHOLD, cell);
            Value floor = symbols.control(Input.FLOOR, cell);
            Value steepest = graph.multiply(symbols.control(Input.STEEPEST, cell), step.unit());
            Value sides = graph.multiply(graph.subtract(start, threshold), graph.subtract(end, threshold));
            Value first = upward(cell, step.firstSlopes().get(v));
            Value last = upward(cell, step.lastSlopes().get(v));
            Value levels =
                    graph.add(excess(graph.constant(TINY), sides), graph.add(excess(floor, start), excess(floor, end)));
            return graph.add(levels, graph.add(excess(first, steepest), excess(last, steepest)));
        }

        private Value upward(int cell, Value value) {
            return spec.direction(cell).sign() < 0 ? graph.negate(value) : value;
        }
    }
}
