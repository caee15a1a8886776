package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.DecimalText;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Dynamics;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads {@code hold}, the time for which the spike variable stays where a reset has put it. */
record HoldReader(Fields file, Formulas formulas) {
    /** The key in a model file. */
    static final String HOLD = "hold";

    /** @param known all names of the model */
    Definition read(Dynamics dynamics, Collection<String> known, List<Parameter> parameters, List<Definition> let) {
        Optional<Entry> stated = file.find(HOLD);
        if (stated.isEmpty()) {
            return Cell.NO_HOLD;
        }
        if (dynamics == Dynamics.MAP) {
            throw new InputException(
                    file.positionOf(HOLD), "a map has no 'hold'; count its iterations in a variable of 'next'");
        }
        if (file.find("reset").isEmpty()) {
            throw new InputException(
                    file.positionOf(HOLD),
                    "'hold' needs the key 'reset', which says where the spike variable is held after a spike");
        }
        Map<String, Double> constants = ResetReader.constants(parameters, let);
        Definition hold = formulas.definition(HOLD, stated.get(), known);
        hold.expression().names().stream()
                .filter(name -> !constants.containsKey(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    String accepted = String.join(", ", new TreeSet<>(constants.keySet()));
                    throw new InputException(
                            stated.get().position(),
                            "'" + name
                                    + "' changes while the model runs; 'hold' may use parameters, and what 'let' makes of them alone"
                                    + (accepted.isEmpty() ? "" : " (" + accepted + ")"));
                });
        double time = Evaluator.evaluate(hold.expression(), constants::get);
        if (!Model.isHold(time)) {
            throw new InputException(
                    stated.get().position(),
                    "'hold' must be a time of 0 or more, found " + (Double.isFinite(time) ? DecimalText.of(time) : time)
                            + (hold.expression().names().isEmpty() ? "" : " with the parameters' defaults"));
        }
        return hold;
    }
}
