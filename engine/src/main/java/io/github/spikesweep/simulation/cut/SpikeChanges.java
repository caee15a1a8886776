package io.github.spikesweep.simulation.cut;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What spikes change, in one row: variables of synapses, and by a reset those of the cell; a reset also happens at time 0 if a cell starts at its threshold or beyond. */
public final class SpikeChanges {
    private final KernelSpec spec;
    private final Model model;
    private final double[] quantities;
    private final Rules rules;
    /** By cell. */
    private final SpikeCondition[] spikes;

    /** What is the same in all rows of a spec: where the values of names are, what is assigned to which variables. */
    public static final class Rules {
        /** Assignments that are made at once, and to which variables. */
        private record Assignments(List<Definition> definitions, List<Integer> variables) {}

        private final Map<String, Integer> variables = new HashMap<>();
        private final Map<String, Integer> quantities = new HashMap<>();
        private final Map<String, Integer> inputs = new HashMap<>();
        private final Map<String, Expression> let = new HashMap<>();
        private final List<Assignments> events;
        /** By cell. */
        private final List<Assignments> resets = new ArrayList<>();

        private final List<Integer> spikeVariables = new ArrayList<>();

        public Rules(KernelSpec spec) {
            Model model = spec.model();
            model.variableNames().forEach(name -> variables.put(name, variables.size()));
            spec.quantities().forEach(name -> quantities.put(name, quantities.size()));
            for (int cell = 0; cell < model.cells().size(); cell++) {
                inputs.put(model.cells().get(cell).input().name(), cell);
                spikeVariables.add(spec.spikeVariable(cell));
                resets.add(assignments(model.cells().get(cell).reset()));
            }
            model.let().forEach(definition -> let.put(definition.name(), definition.expression()));
            events = model.events().stream()
                    .map(event -> assignments(event.assignments()))
                    .toList();
        }

        private Assignments assignments(List<Definition> definitions) {
            List<Integer> assigned = definitions.stream()
                    .map(definition -> variables.get(definition.name()))
                    .toList();
            return new Assignments(definitions, assigned);
        }
    }

    /** @param quantities the value of each of {@link KernelSpec#quantities()} */
    public SpikeChanges(KernelSpec spec, double[] quantities) {
        this(spec, quantities, new Rules(spec));
    }

    public SpikeChanges(KernelSpec spec, double[] quantities, Rules rules) {
        this.spec = spec;
        this.model = spec.model();
        this.quantities = quantities;
        this.rules = rules;
        this.spikes = new SpikeCondition[model.cells().size()];
        for (int cell = 0; cell < spikes.length; cell++) {
            spikes[cell] = spec.spike(cell, name -> quantities[rules.quantities.get(name)]);
        }
    }

    /** The value of each of {@link KernelSpec#quantities()}. Must not be modified. */
    double[] quantities() {
        return quantities;
    }

    /** What counts as a spike of a cell. */
    public SpikeCondition spike(int cell) {
        return spikes[cell];
    }

    /**
     * Whether a cell must be reset before it continues from this value of its spike variable: it has a reset, and is at the
     * threshold or beyond it.
     */
    public boolean isDue(int cell, double value) {
        return model.cells().get(cell).resets() && spikes[cell].isReached(value);
    }

    /**
     * Makes the changes of spikes at one time: first those of synapses, one after the other, then the resets, all at once.
     *
     * @param state the value of every variable, not rounded to the kernel's precision after it
     * @param spiked the cells that spike
     * @param reset the cells that are reset
     * @param noise what is added to the input of each cell
     * @return whether the row can go on: what was assigned is finite and in range, and no reset is due
     */
    public boolean make(double[] state, double time, List<Integer> spiked, List<Integer> reset, double[] noise) {
        boolean sound = true;
        for (int event = 0; event < rules.events.size(); event++) {
            if (spiked.contains(model.events().get(event).cell())) {
                sound &= assign(rules.events.get(event), state.clone(), state, time, noise);
            }
        }
        double[] before = reset.size() > 1 ? state.clone() : state;
        for (int cell : reset) {
            sound &= assign(rules.resets.get(cell), before, state, time, noise);
        }
        for (int cell : reset) {
            double value = spec.precision().nearest(state[rules.spikeVariables.get(cell)]);
            sound &= spikes[cell].isBefore(value);
        }
        return sound;
    }

    /** Returns whether all values are finite and in range. */
    private boolean assign(
            Rules.Assignments assignments, double[] before, double[] state, double time, double[] noise) {
        Map<String, Double> known = new HashMap<>();
        double[] values = new double[assignments.variables().size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = value(assignments.definitions().get(k).expression(), before, time, noise, known);
        }
        boolean sound = true;
        for (int k = 0; k < values.length; k++) {
            int variable = assignments.variables().get(k);
            state[variable] = values[k];
            sound &= isSound(variable, state);
        }
        return sound;
    }

    private boolean isSound(int variable, double[] state) {
        double value = spec.precision().nearest(state[variable]);
        return Double.isFinite(value) && model.variables().get(variable).range().contains(value);
    }

    /** How long the spike variable of a cell is held after a reset, in the model's unit of time. */
    public double hold(int cell) {
        Cell of = model.cells().get(cell);
        double[] none = new double[model.variables().size()];
        return value(of.hold().expression(), none, 0, new double[model.cells().size()], new HashMap<>());
    }

    /** Whether all holds are times, for which steps of this length can be counted down. */
    public boolean areHoldable(double step) {
        return IntStream.range(0, model.cells().size()).allMatch(cell -> isHoldable(cell, step));
    }

    /** The same of one cell. */
    public boolean isHoldable(int cell, double step) {
        return !model.cells().get(cell).holds()
                || (Model.isHold(hold(cell)) && spec.precision().counts(hold(cell) / step));
    }

    /** @param known the auxiliary quantities evaluated so far, each only once, since they may use each other often */
    private double value(
            Expression expression, double[] state, double time, double[] noise, Map<String, Double> known) {
        return Evaluator.evaluate(expression, name -> {
            if (name.equals(Model.TIME)) {
                return time;
            }
            Integer variable = rules.variables.get(name);
            if (variable != null) {
                return state[variable];
            }
            if (rules.let.containsKey(name)) {
                Double value = known.get(name);
                if (value == null) {
                    value = value(rules.let.get(name), state, time, noise, known);
                    known.put(name, value);
                }
                return value;
            }
            Integer cell = rules.inputs.get(name);
            return cell != null ? noise[cell] + input(cell, time) : quantities[rules.quantities.get(name)];
        });
    }

    private double input(int cell, double time) {
        return Evaluator.evaluate(
                spec.inputs().get(cell),
                name -> name.equals(Model.TIME) ? time : quantities[rules.quantities.get(name)]);
    }
}
