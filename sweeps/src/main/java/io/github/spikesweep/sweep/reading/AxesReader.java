package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Block;
import io.github.spikesweep.space.Carried;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Values;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.reading.axis.AxisHead;
import io.github.spikesweep.sweep.reading.axis.AxisSource;
import io.github.spikesweep.sweep.reading.axis.BlockSource;
import io.github.spikesweep.sweep.reading.axis.CarriedColumn;
import io.github.spikesweep.sweep.reading.axis.DirectionAxis;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import io.github.spikesweep.unit.Unit;
import java.util.ArrayList;
import java.util.List;

/** Reads the axes of a sweep. */
record AxesReader(GivenKeys keys, Neurons neurons) {
    ParameterSpace read() {
        List<Block> blocks = new ArrayList<>();
        for (BlockSource block : keys.axes().blocks()) {
            blocks.add(new Block(
                    block.axes().stream().map(this::axis).toList(),
                    block.carried().stream().map(AxesReader::carried).toList()));
        }
        try {
            return new ParameterSpace(blocks);
        } catch (ArithmeticException e) {
            throw new InputException(
                    keys.file().positionOf("sweep"), "more combinations than 2^63 - 1, the most that can be numbered");
        }
    }

    private static Carried carried(CarriedColumn column) {
        AxisHead head = column.head();
        head.unit().ifPresent(stated -> Unit.parse(stated.text(), stated.textStart()));
        return new Carried(head.name(), column.cells(), head.label(), head.unitText(), head.description());
    }

    private Axis axis(AxisSource source) {
        AxisHead head = source.head();
        boolean named = SweepKeys.PARTS.contains(head.name());
        Values values = source instanceof DirectionAxis direction
                ? direction.labels()
                : named ? neurons.choice(head.name()).labels() : source.numbers();
        checkUnit(head, "axis ", neurons);
        return new Axis(
                head.name(),
                values,
                head.label(),
                head.unitText().isEmpty() ? neurons.unit(head.name()) : head.unitText(),
                head.description().isEmpty() ? neurons.description(head.name()) : head.description());
    }

    /**
     * Refuses a unit that differs from that of what an axis, or what is found, sets.
     *
     * @param what it is, for messages
     */
    static void checkUnit(AxisHead head, String what, Neurons neurons) {
        head.unit().ifPresent(stated -> checkUnit(head.name(), stated, what, neurons));
    }

    private static void checkUnit(String axis, Entry.Scalar stated, String what, Neurons neurons) {
        Unit found = Unit.parse(stated.text(), stated.textStart());
        for (Model model : neurons.models()) {
            String wanted = Neurons.unit(model, axis).orElse("");
            if (!wanted.isEmpty()) {
                Unit unit = Unit.parse(wanted, stated.position());
                if (!found.isSameAs(unit)) {
                    String message = what + "'" + axis + "' sets " + quantity(axis) + " of " + model.name()
                            + ", which is in " + wanted + ", found " + stated.shown() + found.differenceTo(unit);
                    throw new InputException(
                            stated.position(), found.misspelling().orElse(message));
                }
            }
        }
    }

    private static String quantity(String axis) {
        return SweepKeys.SWEPT.contains(axis) ? "the " + axis : "'" + axis + "'";
    }
}
