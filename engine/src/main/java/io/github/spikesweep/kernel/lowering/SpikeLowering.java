package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeEvent;
import io.github.spikesweep.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Turns what the spikes of cells change into values of a graph: resets, holds, events of synapses. */
final class SpikeLowering {
    private final ValueGraph graph;
    private final KernelSpec spec;
    private final EquationLowering lowering;
    private final Model model;
    private final Conditions conditions;

    SpikeLowering(ValueGraph graph, KernelSpec spec, EquationLowering lowering) {
        this.graph = graph;
        this.spec = spec;
        this.lowering = lowering;
        this.model = lowering.model();
        this.conditions = lowering.conditions();
    }

    /** The slopes with those of the spike variables over the part of the step in which they are not held, as a mean over the step. */
    List<Value> held(Symbols symbols, List<Value> slopes) {
        List<Value> held = new ArrayList<>(slopes);
        for (int cell = 0; cell < model.cells().size(); cell++) {
            if (model.cells().get(cell).holds()) {
                int spike = spec.spikeVariable(cell);
                held.set(spike, graph.multiply(free(symbols, cell), slopes.get(spike)));
            }
        }
        return held;
    }

    /** The part of the step in which the spike variable of a cell is not held. */
    private Value free(Symbols symbols, int cell) {
        Value one = graph.constant(1);
        return graph.subtract(one, graph.apply(Operation.MIN, List.of(symbols.held(cell), one)));
    }

    /**
     * For how many steps the spike variable of a cell is held from the end of the step on. A hold begins where the parabola through the step's start
     * and end, with the slope at its start, reaches the threshold, although the reset is at the end of the step. Steps are counted down by
     * 1, which is exact.
     *
     * @param observed the spike variable at the end of the step, and
     * @param slope its slope at the start, both pointing up
     */
    Value stillHeld(Symbols symbols, int cell, Value fired, Value observed, Value slope) {
        Value one = graph.constant(1);
        Value zero = graph.constant(0);
        Value start = upward(cell, symbols.state(spikeVariable(cell).name()));
        Value wanted = graph.subtract(threshold(cell), start);
        Value first = graph.multiply(symbols.step(), slope);
        Value bend = graph.subtract(graph.subtract(observed, start), first);
        Value square = graph.add(
                graph.multiply(first, first), graph.multiply(graph.constant(4), graph.multiply(bend, wanted)));
        Value root = graph.apply(Operation.SQRT, List.of(graph.apply(Operation.MAX, List.of(square, zero))));
        Value moved = graph.divide(graph.multiply(graph.constant(2), wanted), graph.add(first, root));
        // Of a step in which a hold ended, the movement is the rest.
        Value passed = graph.multiply(free(symbols, cell), graph.subtract(one, moved));
        Value whole = graph.divide(lowering.lower(model.cells().get(cell).hold().expression()), symbols.step());
        Value begun = graph.apply(Operation.MAX, List.of(graph.subtract(whole, passed), zero));
        Value rest = graph.apply(Operation.MAX, List.of(graph.subtract(symbols.held(cell), one), zero));
        return conditions.where(fired, begun, rest);
    }

    /** Whether the spike of a cell changes something at the end of the step: 1 or 0. */
    Value fired(Symbols symbols, Stages stages, int cell) {
        int spike = spec.spikeVariable(cell);
        Value start = upward(cell, symbols.state(spikeVariable(cell).name()));
        Value end = upward(cell, stages.end().get(spike));
        Value threshold = threshold(cell);
        Value reached = conditions.compare(Operator.GREATER_OR_EQUAL, end, threshold);
        return model.cells().get(cell).resets()
                ? fired(stages, cell, start, end, reached)
                : conditions.compare(Operator.AND, reached, conditions.compare(Operator.LESS, start, threshold));
    }

    /**
     * Whether the cell resets. The upstroke of a cell with a reset can be so steep that a method with negative weights ends the step far below
     * its start; then a stage above the threshold shows it. Where spikes point down, the same holds of the negative variable.
     */
    private Value fired(Stages stages, int cell, Value start, Value end, Value reached) {
        Value highest = null;
        for (List<Value> state : stages.within()) {
            Value value = upward(cell, state.get(spec.spikeVariable(cell)));
            highest = highest == null ? value : graph.apply(Operation.MAX, List.of(highest, value));
        }
        if (highest == null) {
            return reached;
        }
        Value over = conditions.compare(Operator.GREATER_OR_EQUAL, highest, threshold(cell));
        return conditions.compare(
                Operator.OR, reached, graph.multiply(over, conditions.compare(Operator.LESS, end, start)));
    }

    /** The spike variable at the end of a step, at the threshold or beyond it if it fired; of its negative, where spikes point down. */
    Value peak(int cell, Value end, Value fired) {
        return conditions.atLeast(upward(cell, end), fired, threshold(cell));
    }

    /** The threshold of a cell; its negative, where spikes point down. */
    Value threshold(int cell) {
        return spec.threshold(cell)
                .map(quantity -> upward(cell, new Symbols(graph, spec).quantity(quantity)))
                .orElseGet(() ->
                        graph.constant(model.cells().get(cell).spike().upward().threshold()));
    }

    private Variable spikeVariable(int cell) {
        return model.variables().get(spec.spikeVariable(cell));
    }

    /** A value of the spike variable of a cell or of its slope, negative where spikes point down. */
    Value upward(int cell, Value value) {
        return switch (model.cells().get(cell).spike().direction()) {
            case UP -> value;
            case DOWN -> graph.negate(value);
        };
    }

    /**
     * The state after what spikes change: first what they do to synapses, one event after the other, then the resets, all at once. Call it
     * after {@link EquationLowering#equations()}.
     *
     * @param end the value of every variable at the end of a step
     * @param fired of each cell whether it spikes
     */
    List<Value> after(Symbols symbols, List<Value> end, List<Value> fired) {
        List<Value> next = new ArrayList<>(end);
        for (SpikeEvent event : model.events()) {
            assign(symbols, event.assignments(), List.copyOf(next), fired.get(event.cell()), next);
        }
        List<Value> before = List.copyOf(next);
        for (int cell = 0; cell < model.cells().size(); cell++) {
            assign(symbols, model.cells().get(cell).reset(), before, fired.get(cell), next);
        }
        return next;
    }

    private void assign(
            Symbols symbols, List<Definition> assignments, List<Value> from, Value fired, List<Value> next) {
        UnaryOperator<Value> atEnd = atEnd(symbols, from);
        for (Definition assignment : assignments) {
            int variable = model.indexOf(assignment.name());
            Value assigned = atEnd.apply(lowering.lower(assignment.expression()));
            next.set(variable, conditions.where(fired, assigned, from.get(variable)));
        }
    }

    private UnaryOperator<Value> atEnd(Symbols symbols, List<Value> state) {
        return Stages.at(graph, symbols, state, graph.add(symbols.time(), symbols.step()));
    }

    /**
     * The states at the end of a step in single precision, after a spike that sets a variable to the time: what that loses to rounding goes
     * into the variable's account.
     *
     * @param next the states at the end of the step, the time in it in double by {@code time}
     * @param end the value of every variable before the spikes
     */
    List<Value> withLost(Symbols symbols, List<Value> next, List<Value> end, List<Value> fired, DoubleTime time) {
        List<Value> accounted = new ArrayList<>(next);
        for (SpikeEvent event : spec.model().events()) {
            account(symbols, event.assignments(), end, fired.get(event.cell()), time, accounted);
        }
        for (int cell = 0; cell < model.cells().size(); cell++) {
            account(symbols, spec.model().cells().get(cell).reset(), end, fired.get(cell), time, accounted);
            if (model.cells().get(cell).holds()) {
                // What was lost before the reset must not move what is held.
                Value rest = next.get(symbols.variable(symbols.held(cell)));
                Value held = conditions.compare(
                        Operator.AND,
                        time.of(fired.get(cell)),
                        conditions.compare(Operator.GREATER, rest, graph.constant(0)));
                int account = symbols.variable(symbols.lost(spikeVariable(cell).name()));
                if (accounted.get(account).equals(next.get(account))) {
                    accounted.set(account, conditions.where(held, graph.constant(0), accounted.get(account)));
                }
            }
        }
        return accounted;
    }

    private void account(
            Symbols symbols,
            List<Definition> assignments,
            List<Value> end,
            Value fired,
            DoubleTime time,
            List<Value> accounted) {
        UnaryOperator<Value> atEnd = atEnd(symbols, end);
        for (Definition assignment : assignments) {
            int account = symbols.variable(symbols.lost(assignment.name()));
            time.lost(atEnd.apply(lowering.lower(assignment.expression())))
                    .ifPresent(lost ->
                            accounted.set(account, conditions.where(time.of(fired), lost, accounted.get(account))));
        }
    }
}
