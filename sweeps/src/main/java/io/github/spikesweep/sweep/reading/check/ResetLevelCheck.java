package io.github.spikesweep.sweep.reading.check;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.ResetLevel;
import io.github.spikesweep.sweep.neuron.Settings;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import java.util.Map;
import java.util.stream.Stream;

/** Refuses a sweep whose parameters or threshold make the reset of a model fail in every row. */
public record ResetLevelCheck(GivenKeys keys) {
    public void check(Neurons neurons, Settings settings) {
        neurons.models().stream()
                .flatMap(model -> ResetLevel.of(model, settings).stream())
                .forEach(level -> check(level, neurons));
    }

    private void check(ResetLevel level, Neurons neurons) {
        if (!level.axes().isEmpty()) {
            return;
        }
        double value = Evaluator.evaluate(level.value());
        double threshold = Evaluator.evaluate(level.threshold());
        boolean fails =
                neurons.precision().options().stream().allMatch(precision -> level.fails(value, threshold, precision));
        if (fails) {
            SpikeCondition spike = level.cell().spike();
            throw new InputException(
                    position(level, neurons),
                    "the reset of %s sets '%s' to %s, which is not %s the threshold of %s"
                            .formatted(
                                    level.shown(),
                                    spike.variable(),
                                    Formula.shown(value),
                                    spike.direction().before(),
                                    Formula.shown(threshold)));
        }
    }

    /**
     * Where a parameter of the reset is set, or else the threshold, or the precision in which the model's own values are too close, or the
     * model.
     */
    private Position position(ResetLevel level, Neurons neurons) {
        Map<String, Entry> parameters = keys.file().mapping("parameters");
        Stream<Entry> set =
                level.parameters().stream().filter(parameters::containsKey).map(parameters::get);
        Stream<Entry> threshold = Stream.ofNullable(keys.file().mapping("spike").get("threshold"));
        return Stream.of(set, threshold, ofCell(level, neurons))
                .flatMap(entries -> entries)
                .map(Entry::position)
                .findFirst()
                .or(() -> keys.given("precision"))
                .or(() -> keys.given("model"))
                .orElseGet(() -> keys.file().positionOf("neuron"));
    }

    /** The same where the sweep describes the cell: a parameter, the threshold, the cell. */
    private Stream<Entry> ofCell(ResetLevel level, Neurons neurons) {
        String cell = level.cell().name();
        return neurons.circuit().groups().stream()
                .filter(group -> group.cells().contains(cell))
                .flatMap(group -> at(keys.file().find("circuit").stream(), "cells", group.name()))
                .flatMap(entry -> Stream.of(
                                level.parameters().stream()
                                        .flatMap(name -> at(
                                                Stream.of(entry), "parameters", name.substring(name.indexOf('.') + 1))),
                                at(Stream.of(entry), "spike", "threshold"),
                                Stream.of(entry))
                        .flatMap(found -> found));
    }

    private static Stream<Entry> at(Stream<Entry> from, String... keys) {
        Stream<Entry> at = from;
        for (String key : keys) {
            at = at.filter(Entry.Section.class::isInstance)
                    .flatMap(entry ->
                            Stream.ofNullable(((Entry.Section) entry).entries().get(key)));
        }
        return at;
    }
}
