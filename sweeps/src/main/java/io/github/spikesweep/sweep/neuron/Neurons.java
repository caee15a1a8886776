package io.github.spikesweep.sweep.neuron;

import io.github.spikesweep.circuit.CircuitDefinition;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Input;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.Variable;
import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The neurons or circuits of a sweep: model, precision and integrator, each fixed or along an axis.
 *
 * @param spike what the file says about spikes; the models already include it
 * @param circuit the circuit that the file itself describes, which then is the model; {@link #NO_CIRCUIT} if it does not
 */
public record Neurons(
        Choice<Model> model,
        Choice<Precision> precision,
        Choice<Integrator> integrator,
        SpikeRequest spike,
        CircuitDefinition circuit)
        implements Serializable {
    /** The sweep file describes no circuit. */
    public static final CircuitDefinition NO_CIRCUIT = new CircuitDefinition("", "", "", List.of(), List.of());

    /** Neurons with their models' own spike conditions. */
    public Neurons(Choice<Model> model, Choice<Precision> precision, Choice<Integrator> integrator) {
        this(model, precision, integrator, SpikeRequest.NONE, NO_CIRCUIT);
    }

    /** The same with other models, which are the old ones with other spikes. */
    public Neurons spiking(List<Model> models, SpikeRequest request) {
        return new Neurons(model.among(models), precision, integrator, request, circuit);
    }

    /** The cells of all models, each name once; that of a neuron is empty. */
    public List<String> cellNames() {
        return models().stream()
                .flatMap(of -> of.cells().stream())
                .map(Cell::name)
                .distinct()
                .toList();
    }

    /** What the inputs of single cells are called in a sweep: {@code a.input}. */
    public Set<String> inputNames() {
        return models().stream()
                .flatMap(of -> of.cells().stream())
                .filter(cell -> !cell.name().isEmpty() && cell.hasInput())
                .map(Cell::inputKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether some model is a circuit. */
    public boolean anyCircuit() {
        return models().stream().anyMatch(Model::isCircuit);
    }

    /** The models of the rows; more than one if {@code model} is an axis, in its order. */
    public List<Model> models() {
        return model.options();
    }

    /** What can vary along an axis of names: {@code model}, {@code precision} or {@code integrator}. */
    public Choice<?> choice(String axis) {
        return switch (axis) {
            case "model" -> model;
            case "precision" -> precision;
            case "integrator" -> integrator;
            default -> throw new IllegalArgumentException("no axis of names: " + axis);
        };
    }

    /** The names of the parameters of any model. */
    public Set<String> parameterNames() {
        return union(Model::parameterNames);
    }

    /** The names of the variables of any model. */
    public Set<String> variableNames() {
        return union(Model::variableNames);
    }

    /** The models' names for messages: {@code HH}, {@code HH and HR}. */
    public String shown() {
        return models().stream().map(Model::name).collect(Collectors.joining(" and "));
    }

    /** Whether some model has an input. */
    public boolean anyInput() {
        return models().stream().anyMatch(Model::hasInput);
    }

    /** The names of the models that are maps, for messages; empty without one. */
    public String mapsShown() {
        return models().stream().filter(Model::isMap).map(Model::name).collect(Collectors.joining(" and "));
    }

    /** Whether some model is a map. */
    public boolean anyMap() {
        return models().stream().anyMatch(Model::isMap);
    }

    /** The adaptive integrators that rows use, or those with fixed steps; maps use neither. */
    public List<Integrator> differential(boolean adaptive) {
        return integrator.options().stream()
                .filter(option -> option != Integrator.MAP && option.isAdaptive() == adaptive)
                .toList();
    }

    /** The integrators of the rows of a model. */
    public Set<Integrator> integrators(Model of) {
        return integrator.options().stream()
                .filter(option -> of.isMap() || option != Integrator.MAP)
                .map(option -> moving(of, option))
                .collect(Collectors.toSet());
    }

    /** The integrator of a row; a map has its own, whatever the integrator of other rows. */
    Integrator moving(Model of, Integrator chosen) {
        return of.isMap() ? Integrator.MAP : chosen;
    }

    /** The unit of time of all models; empty if they differ or have none. */
    public String timeUnit() {
        String unit = agreed(model -> Optional.of(model.time()));
        return unit.equals("dimensionless") ? "" : unit;
    }

    /** The default unit of an axis: that of what an axis with this name sets; empty if models differ. */
    public String unit(String axis) {
        return agreed(model -> unit(model, axis));
    }

    /** The unit of what an axis of that name sets in a model. */
    public static Optional<String> unit(Model model, String axis) {
        return switch (axis) {
            case "step", "tolerance" -> Optional.of(model.time());
            case "input" -> input(model, Input::unit);
            default ->
                model.parameter(axis)
                        .map(Parameter::unit)
                        .or(() -> model.variable(axis).map(Variable::unit))
                        .or(() -> input(model, axis, Input::unit));
        };
    }

    /** What all inputs of a model agree on; empty without one, or where they differ. */
    public static Optional<String> input(Model model, Function<Input, String> of) {
        List<String> found = model.cells().stream()
                .filter(Cell::hasInput)
                .map(cell -> of.apply(cell.input()))
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The same of the input that has this name in a sweep. */
    private static Optional<String> input(Model model, String key, Function<Input, String> of) {
        return model.cells().stream()
                .filter(cell -> cell.hasInput() && cell.inputKey().equals(key))
                .map(cell -> of.apply(cell.input()))
                .findFirst();
    }

    /** The default description of an axis; empty if models differ. */
    public String description(String axis) {
        return switch (axis) {
            case "step" -> "integration step";
            case "tolerance" -> "error allowed to a step";
            case "input" -> agreed(model -> input(model, Input::description));
            case "model", "precision", "integrator" -> "";
            default ->
                agreed(model -> model.parameter(axis)
                        .map(Parameter::description)
                        .or(() -> model.variable(axis).map(variable -> "initial " + variable.description()))
                        .or(() -> input(model, axis, Input::description)));
        };
    }

    /** The text that all models with a text agree on; otherwise empty. */
    public String agreed(Function<Model, Optional<String>> text) {
        Set<String> texts =
                models().stream().map(text).flatMap(Optional::stream).collect(Collectors.toSet());
        return texts.size() == 1 ? texts.iterator().next() : "";
    }

    private Set<String> union(Function<Model, List<String>> names) {
        return models().stream()
                .map(names)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
