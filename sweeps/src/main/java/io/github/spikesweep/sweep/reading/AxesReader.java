package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Block;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Values;
import io.github.spikesweep.sweep.Neurons;
import io.github.spikesweep.sweep.reading.axis.AxisHead;
import io.github.spikesweep.sweep.reading.axis.AxisSource;
import java.util.ArrayList;
import java.util.List;

/** Reads the axes of a sweep. */
final class AxesReader {
    private final GivenKeys keys;
    private final Neurons neurons;

    AxesReader(GivenKeys keys, Neurons neurons) {
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
                head.unitText().isEmpty() ? neurons.unit(head.name()) : head.unitText(),
                head.description().isEmpty() ? neurons.description(head.name()) : head.description());
    }

    private Values values(AxisSource source) {
        return switch (source.head().name()) {
            case "model" -> neurons.model().labels();
            case "precision" -> neurons.precision().labels();
            case "integrator" -> neurons.integrator().labels();
            default -> source.numbers();
        };
    }
}
