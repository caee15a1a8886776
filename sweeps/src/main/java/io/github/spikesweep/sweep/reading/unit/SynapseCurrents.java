package io.github.spikesweep.sweep.reading.unit;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.reading.SourceMap;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.sweep.Neurons;
import io.github.spikesweep.unit.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The unit of a parameter of a synapse is often left open, as that of a conductance is: it follows from the cells. Where a sweep states one, the current that
 * follows from it has to be in the unit of the input of the cell that it leaves.
 *
 * @param model the circuit
 * @param parameter the parameter that the sweep sets
 * @param stated in which unit
 * @param position where
 */
record SynapseCurrents(Model model, String parameter, Unit stated, Position position) {
    /**
     * Refuses a unit that the equations of the circuit cannot have; a parameter whose unit is known, and models that are no circuits, are not looked at.
     *
     * @param owner what states it, for messages
     */
    void check(String owner) {
        Optional<String> known = model.parameter(parameter).map(Parameter::unit);
        if (!model.isCircuit() || known.isEmpty() || !known.get().isBlank()) {
            return;
        }
        Map<String, Quantity> follows = new LinkedHashMap<>();
        follows.put(parameter, Quantity.in(stated, Quantity.Source.FILE));
        ExpressionUnits units = new ExpressionUnits(
                name -> follows.getOrDefault(name, inModel(name)), new SourceMap(), (place, warning) -> {});
        for (Definition let : model.let()) {
            if (let.expression().names().stream().anyMatch(follows::containsKey)) {
                try {
                    follows.put(let.name(), units.of(let.expression(), position));
                } catch (InputException e) {
                    String what = e.getMessage().substring((position + ": ").length());
                    throw new InputException(
                            position,
                            "%s is in %s, which does not go with the currents of %s: %s"
                                    .formatted(owner, stated, model.name(), what));
                }
            }
        }
    }

    private Quantity inModel(String name) {
        return Neurons.unit(model, name)
                .filter(unit -> !unit.isBlank())
                .map(unit -> Quantity.in(Unit.parse(unit, position), Quantity.Source.MODEL))
                .orElseGet(() -> Quantity.without(Unstated.axis(name)));
    }
}
