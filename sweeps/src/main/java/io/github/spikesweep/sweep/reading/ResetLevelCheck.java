package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.sweep.Formula;
import io.github.spikesweep.sweep.Neurons;
import io.github.spikesweep.sweep.ResetLevel;
import io.github.spikesweep.sweep.Settings;
import java.util.Map;
import java.util.stream.Stream;

/** Refuses a sweep whose parameters or threshold make the reset of a model fail in every row. */
record ResetLevelCheck(GivenKeys keys) {
    void check(Neurons neurons, Settings settings) {
        neurons.models().stream()
                .flatMap(model -> ResetLevel.of(model, settings).stream())
                .forEach(level -> check(level, neurons));
    }

    private void check(ResetLevel level, Neurons neurons) {
        if (!level.value().names().isEmpty()) {
            return;
        }
        double value = Evaluator.evaluate(level.value());
        boolean fails = neurons.precision().options().stream().allMatch(precision -> level.fails(value, precision));
        if (fails) {
            SpikeCondition spike = level.cell().spike();
            throw new InputException(
                    position(level),
                    "the reset of %s sets '%s' to %s, which is not %s the threshold of %s"
                            .formatted(
                                    level.shown(),
                                    spike.variable(),
                                    Formula.shown(value),
                                    spike.direction().before(),
                                    Formula.shown(spike.threshold())));
        }
    }

    /** Where a parameter of the reset is set, or else the threshold, or the precision in which the model's own values are too close. */
    private Position position(ResetLevel level) {
        Map<String, Entry> parameters = keys.file().mapping("parameters");
        Stream<Entry> set =
                level.parameters().stream().filter(parameters::containsKey).map(parameters::get);
        Stream<Entry> threshold = Stream.ofNullable(keys.file().mapping("spike").get("threshold"));
        return Stream.concat(set, threshold)
                .map(Entry::position)
                .findFirst()
                .or(() -> keys.given("precision"))
                .orElseGet(() -> keys.file().positionOf("neuron"));
    }
}
