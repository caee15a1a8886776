package io.github.spikesweep.sweep;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Block;
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
        List<Block> blocks = new ArrayList<>();
        for (List<AxisSource> block : keys.axes().blocks()) {
            blocks.add(new Block(block.stream().map(this::axis).toList()));
        }
        try {
            return new ParameterSpace(blocks);
        } catch (ArithmeticException e) {
            throw new InputException(
                    keys.file().positionOf("sweep"), "more combinations than 2^63 - 1, the most that can be numbered");
        }
    }

    private Axis axis(AxisSource source) {
        AxisHead head = source.head();
        Values values = values(source);
        head.unit().ifPresent(stated -> new UnitCheck(neurons).check(head.name(), stated));
        return new Axis(
                head.name(),
                values,
                head.label(),
                head.unitText().isEmpty() ? unit(neurons, head.name()) : head.unitText(),
                head.description().isEmpty() ? description(neurons, head.name()) : head.description());
    }

    private Values values(AxisSource source) {
        return switch (source.head().name()) {
            case "model" -> neurons.model().labels();
            case "precision" -> neurons.precision().labels();
            case "integrator" -> neurons.integrator().labels();
            default -> source.numbers();
        };
    }

    /** The unit of an axis unless the file states one. */
    static String unit(Neurons neurons, String axis) {
        return agreed(neurons, model -> UnitCheck.unit(model, axis));
    }

    /** What an axis is unless the file says it. */
    static String description(Neurons neurons, String axis) {
        return switch (axis) {
            case "step" -> "integration step";
            case "tolerance" -> "error wanted of spike times";
            case "input" -> agreed(neurons, model -> Optional.of(model.input().description()));
            case "model", "precision", "integrator" -> "";
            default ->
                agreed(
                        neurons,
                        model -> model.parameter(axis)
                                .map(Parameter::description)
                                .or(() -> model.variable(axis).map(variable -> "initial " + variable.description())));
        };
    }

    /** What the models that say something say, if they say the same; otherwise empty. */
    private static String agreed(Neurons neurons, Function<Model, Optional<String>> text) {
        List<String> texts = neurons.models().stream()
                .map(text)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return texts.size() == 1 ? texts.get(0) : "";
    }
}
