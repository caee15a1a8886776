package io.github.spikesweep.sweep;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Labels;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the axes of a sweep. */
final class AxesReader {
    private final SweepKeys keys;
    private final Neurons neurons;

    AxesReader(SweepKeys keys, Neurons neurons) {
        this.keys = keys;
        this.neurons = neurons;
    }

    ParameterSpace read() {
        List<Axis> axes = new ArrayList<>();
        keys.sweep().entries().forEach((name, entry) -> {
            AxisReader reader = new AxisReader(name, entry);
            Values values = values(name, reader);
            reader.statedUnit().ifPresent(stated -> new UnitCheck(neurons).check(name, stated));
            axes.add(new Axis(
                    name,
                    values,
                    reader.unit().isEmpty() ? unit(name) : reader.unit(),
                    reader.description().isEmpty() ? description(name) : reader.description()));
        });
        try {
            return new ParameterSpace(axes);
        } catch (ArithmeticException e) {
            throw new InputException(
                    keys.file().positionOf("sweep"), "more combinations than 2^63 - 1, the most that can be numbered");
        }
    }

    private Values values(String name, AxisReader reader) {
        return switch (name) {
            case "model" ->
                new Labels(neurons.models().stream().map(Model::name).toList());
            case "precision" ->
                new Labels(neurons.precision().options().stream()
                        .map(Precision::label)
                        .toList());
            case "integrator" ->
                new Labels(neurons.integrator().options().stream()
                        .map(Integrator::label)
                        .toList());
            default -> reader.numbers();
        };
    }

    private String unit(String axis) {
        return agreed(model -> UnitCheck.unit(model, axis));
    }

    private String description(String axis) {
        return switch (axis) {
            case "step" -> "integration step";
            case "tolerance" -> "error wanted of spike times";
            case "input" -> agreed(model -> Optional.of(model.input().description()));
            case "model", "precision", "integrator" -> "";
            default ->
                agreed(model -> model.parameter(axis)
                        .map(Parameter::description)
                        .or(() -> model.variable(axis).map(variable -> "initial " + variable.description())));
        };
    }

    /** What the models that say something say, if they say the same; otherwise empty. */
    private String agreed(Function<Model, Optional<String>> text) {
        List<String> texts = neurons.models().stream()
                .map(text)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return texts.size() == 1 ? texts.get(0) : "";
    }
}
