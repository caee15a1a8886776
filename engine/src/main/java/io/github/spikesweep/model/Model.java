package io.github.spikesweep.model;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is simulated: the variables, parameters and equations of a neuron, or of a circuit of neurons and synapses as one system. Immutable plain
 * data, which can be sent between machines.
 *
 * <p>In a circuit, names have two parts: {@code a.v} is the variable {@code v} of the cell {@code a}, {@code ab.g} the parameter {@code g} of the
 * synapse {@code ab}. A neuron is a circuit of one cell whose name is empty; the methods that speak of the model's own input, reset, hold and spike
 * are for neurons.
 *
 * @param name its name, as in {@code HHDoubleRK4}
 * @param title what it is, in one line
 * @param source where it was published
 * @param time the unit of time, such as {@code ms}
 * @param variables the state, in the order of the file
 * @param parameters in the order of the file
 * @param cells what spikes, at least one
 * @param let auxiliary quantities; each uses only variables, parameters, the inputs, {@code t} and those before it
 * @param dynamics what the equations give
 * @param equations of every variable, in their order: its time derivative, or in a map its next value
 * @param events what spikes of cells assign to other variables than the cell's own; applied one after the other, before the resets
 * @param longestStep the longest step with which RK4 still gives the right spikes, in the model's unit of time; infinite if not
 *     stated
 */
public record Model(
        String name,
        String title,
        String source,
        String time,
        List<Variable> variables,
        List<Parameter> parameters,
        List<Cell> cells,
        List<Definition> let,
        Dynamics dynamics,
        List<Definition> equations,
        List<SpikeEvent> events,
        double longestStep)
        implements Serializable {

    /** The name of the time in every expression that may depend on it. */
    public static final String TIME = "t";

    public Model {
        if (!(longestStep > 0)) {
            throw new IllegalArgumentException("the longest step must be positive: " + longestStep);
        }
        variables = List.copyOf(variables);
        parameters = List.copyOf(parameters);
        cells = List.copyOf(cells);
        let = List.copyOf(let);
        equations = List.copyOf(equations);
        events = List.copyOf(events);
    }

    /** A neuron whose threshold is a number. */
    public Model(
            String name,
            String title,
            String source,
            String time,
            List<Variable> variables,
            List<Parameter> parameters,
            Input input,
            List<Definition> let,
            Dynamics dynamics,
            List<Definition> equations,
            List<Definition> reset,
            Definition hold,
            SpikeCondition spike,
            double longestStep) {
        this(
                name,
                title,
                source,
                time,
                variables,
                parameters,
                List.of(new Cell("", input, spike, SpikeLevels.of(spike), reset, hold)),
                let,
                dynamics,
                equations,
                List.of(),
                longestStep);
    }

    /** The same neuron with another spike condition, whose levels are numbers. */
    public Model withSpike(SpikeCondition other) {
        return withCell(neuron().withSpike(other));
    }

    /** The same neuron with another cell. */
    public Model withCell(Cell other) {
        return withFormulas(List.of(other), let, equations, events);
    }

    /** The same model with other formulas. */
    public Model withFormulas(
            List<Cell> otherCells,
            List<Definition> otherLet,
            List<Definition> otherEquations,
            List<SpikeEvent> otherEvents) {
        return new Model(
                name,
                title,
                source,
                time,
                variables,
                parameters,
                otherCells,
                otherLet,
                dynamics,
                otherEquations,
                otherEvents,
                longestStep);
    }

    /** Whether this is a circuit; otherwise it is a neuron. */
    public boolean isCircuit() {
        return !cells.get(0).name().isEmpty();
    }

    /**
     * The cell of a neuron.
     *
     * @throws IllegalStateException if this is a circuit
     */
    public Cell neuron() {
        if (isCircuit()) {
            throw new IllegalStateException(name + " is a circuit, not a neuron");
        }
        return cells.get(0);
    }

    /** The input of a neuron; {@link Input#NONE} without one. */
    public Input input() {
        return neuron().input();
    }

    /** What a neuron's spike assigns to its variables; may be empty. */
    public List<Definition> reset() {
        return neuron().reset();
    }

    /** For how long a neuron's spike variable stays where a reset has put it. */
    public Definition hold() {
        return neuron().hold();
    }

    /** What counts as a spike of a neuron. */
    public SpikeCondition spike() {
        return neuron().spike();
    }

    /** Whether a neuron has an input, or some cell of a circuit. */
    public boolean hasInput() {
        return cells.stream().anyMatch(Cell::hasInput);
    }

    /** Whether the spike variable of some cell may be held after a reset. */
    public boolean holds() {
        return cells.stream().anyMatch(Cell::holds);
    }

    /** Whether some cell resets. */
    public boolean resets() {
        return cells.stream().anyMatch(Cell::resets);
    }

    /** The index of a cell; -1 if there is none of that name. */
    public int cellIndex(String cell) {
        // No stream: it is asked for each number of a table.
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).name().equals(cell)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a spike of a cell changes variables: its own by a reset, or others. */
    public boolean fires(int cell) {
        // No stream: it is asked for each row.
        for (SpikeEvent event : events) {
            if (event.cell() == cell) {
                return true;
            }
        }
        return cells.get(cell).resets();
    }

    /** Whether the spikes of some cell change variables. */
    public boolean fires() {
        return resets() || !events.isEmpty();
    }

    /** Whether a variable is one of a cell; of a neuron all are. */
    public boolean isOf(int cell, int variable) {
        String name = cells.get(cell).name();
        return name.isEmpty() || variables.get(variable).name().startsWith(name + ".");
    }

    /** The indices of the variables of each cell and each synapse: of a neuron all together. */
    public List<List<Integer>> parts() {
        Map<String, List<Integer>> parts = IntStream.range(0, variables.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        v -> {
                            String variable = variables.get(v).name();
                            return variable.substring(0, variable.lastIndexOf('.') + 1);
                        },
                        LinkedHashMap::new,
                        Collectors.toList()));
        return List.copyOf(parts.values());
    }

    /** Every formula: auxiliary quantities, equations, what spikes assign. */
    public List<Definition> formulas() {
        return Stream.of(
                        let,
                        equations,
                        cells.stream().flatMap(cell -> cell.reset().stream()).toList(),
                        events.stream()
                                .flatMap(event -> event.assignments().stream())
                                .toList())
                .flatMap(Collection::stream)
                .toList();
    }

    /** Whether the spike variable can be held for a time. */
    public static boolean isHold(double time) {
        return time >= 0 && !Double.isInfinite(time);
    }

    public boolean isMap() {
        return dynamics == Dynamics.MAP;
    }

    public Optional<Variable> variable(String wanted) {
        return variables.stream().filter(v -> v.name().equals(wanted)).findFirst();
    }

    public Optional<Parameter> parameter(String wanted) {
        return parameters.stream().filter(p -> p.name().equals(wanted)).findFirst();
    }

    public List<String> variableNames() {
        return variables.stream().map(Variable::name).toList();
    }

    /** The index of a variable; -1 if there is none of that name. */
    public int indexOf(String variable) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).name().equals(variable)) {
                return i;
            }
        }
        return -1;
    }

    public List<String> parameterNames() {
        return parameters.stream().map(Parameter::name).toList();
    }
}
