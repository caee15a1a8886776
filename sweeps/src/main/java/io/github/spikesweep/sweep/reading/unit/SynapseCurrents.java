package io.github.spikesweep.sweep.reading.unit;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.reading.SourceMap;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.unit.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The unit of a parameter of a synapse is often left open, as that of a conductance is: it follows from the cells. Where a sweep states one, the current that
 * follows from it has to be in the unit of the input of the cell that it leaves, and the slopes of the synapse's variables in theirs per unit of time.
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
        Optional<String> declared = model.parameter(parameter).map(Parameter::unit);
        if (!model.isCircuit() || declared.isEmpty() || !declared.get().isBlank()) {
            return;
        }
        Map<String, Quantity> known = new HashMap<>();
        known.put(parameter, Quantity.in(stated, Quantity.Source.FILE));
        Set<String> follows = new HashSet<>(Set.of(parameter));
        ExpressionUnits units = new ExpressionUnits(
                name -> known.containsKey(name) ? known.get(name) : inModel(name),
                new SourceMap(),
                (place, warning) -> {});
        for (Definition let : model.let()) {
            boolean uses = let.expression().names().stream().anyMatch(follows::contains);
            unit(let, units, owner, "currents").ifPresent(unit -> known.put(let.name(), unit));
            if (uses) {
                follows.add(let.name());
            }
        }
        for (Definition equation : model.equations()) {
            if (equation.expression().names().stream().anyMatch(follows::contains)) {
                checkSlope(equation, units, owner);
            }
        }
    }

    private Optional<Quantity> unit(Definition definition, ExpressionUnits units, String owner, String what) {
        try {
            return Optional.of(units.of(definition.expression(), position));
        } catch (InputException e) {
            throw new InputException(
                    position,
                    "%s is in %s, which does not go with the %s of %s: %s"
                            .formatted(
                                    owner,
                                    stated,
                                    what,
                                    model.name(),
                                    e.getMessage().substring((position + ": ").length())));
        }
    }

    /** A time constant or a rate has to be in the unit of time of the cells. */
    private void checkSlope(Definition equation, ExpressionUnits units, String owner) {
        Quantity found = unit(equation, units, owner, "equations").orElseThrow();
        Optional<Unit> wanted = Neurons.unit(model, equation.name())
                .filter(unit -> !unit.isBlank() && SweepUnits.time(model).isPresent())
                .map(unit -> Unit.parse(unit, position).over(Unit.parse(model.time(), position)));
        if (wanted.isPresent()
                && found.isKnown()
                // Numbers in an equation have no unit; another parameter may have one that makes up for it.
                && found.assumed().stream().noneMatch(Unstated::isNamed)
                && !found.unit().orElseThrow().isSameAs(wanted.get())) {
            throw new InputException(
                    position,
                    "%s is in %s, which makes the slope of '%s' one in %s instead of %s"
                            .formatted(
                                    owner, stated, equation.name(), found.unit().orElseThrow(), wanted.get()));
        }
    }

    private Quantity inModel(String name) {
        return Neurons.unit(model, name)
                .filter(unit -> !unit.isBlank())
                .map(unit -> Quantity.in(Unit.parse(unit, position), Quantity.Source.MODEL))
                .orElseGet(() -> Quantity.without(Unstated.axis(name)));
    }
}
