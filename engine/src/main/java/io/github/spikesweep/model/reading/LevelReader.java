package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.SpikeLevels;
import io.github.spikesweep.unit.NumberWithUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code threshold} and {@code rearm} of a model file, which may be formulas over its parameters. */
record LevelReader(Formulas formulas, List<Parameter> parameters) {
    /** The number in an entry of {@code spike}; of a formula its value with the parameters' defaults. */
    double number(Entry entry, String owner) {
        boolean isLevel = List.of(SpikeLevels.THRESHOLD, SpikeLevels.REARM).contains(owner.replace("'", ""));
        if (!isLevel) {
            return Formulas.constant(entry);
        }
        Map<String, Double> defaults = new LinkedHashMap<>();
        parameters.forEach(parameter -> defaults.put(parameter.name(), parameter.defaultValue()));
        double level = Evaluator.evaluate(level(entry, owner).expression(), defaults::get);
        if (!Double.isFinite(level)) {
            throw new InputException(
                    entry.position(),
                    owner + " must be a finite number, found " + level + " with the parameters' defaults");
        }
        return level;
    }

    /** The levels of a model's spikes. */
    SpikeLevels read(SpikeReader spike) {
        Definition threshold = level(spike.level(SpikeLevels.THRESHOLD).orElseThrow(), SpikeLevels.THRESHOLD);
        return new SpikeLevels(
                threshold,
                spike.level(SpikeLevels.REARM)
                        .map(entry -> level(entry, SpikeLevels.REARM))
                        .orElse(new Definition(SpikeLevels.REARM, threshold.text(), threshold.expression())));
    }

    private Definition level(Entry entry, String key) {
        String text = Fields.scalar(entry, "a number").text();
        List<String> names = parameters.stream().map(Parameter::name).toList();
        Definition formula = NumberWithUnit.find(text).isPresent()
                ? SpikeLevels.number(key, Formulas.constant(entry))
                : formulas.definition(key, entry, names);
        return formula.expression().names().isEmpty() ? SpikeLevels.number(key, Formulas.constant(entry)) : formula;
    }
}
