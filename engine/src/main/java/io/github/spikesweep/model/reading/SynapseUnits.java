package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.reading.SourceMap;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.unit.Unit;
import java.util.Optional;

/** The unit of a synapse's current, once the units of the cells are known. */
public final class SynapseUnits {
    private SynapseUnits() {}

    /**
     * The unit of the current; empty if the synapse leaves it open, as by a conductance without a unit.
     *
     * @param pre the unit of the presynaptic spike variable, if it has one
     * @param post that of the postsynaptic one
     * @param position where the synapse is declared
     * @throws io.github.spikesweep.document.InputException if the units of its formulas do not go together
     */
    public static Optional<Unit> current(Synapse synapse, Optional<Unit> pre, Optional<Unit> post, Position position) {
        Declarations declarations = new Declarations();
        // A variable without a unit is a number where the other cell's has one.
        Optional<Unit> number = pre.or(() -> post).map(any -> Unit.NUMBER);
        pre.or(() -> number).ifPresent(unit -> declarations.put(Synapse.PRE, unit));
        post.or(() -> number).ifPresent(unit -> declarations.put(Synapse.POST, unit));
        synapse.variables().forEach(variable -> put(declarations, variable.name(), variable.unit(), position));
        synapse.parameters().forEach(parameter -> put(declarations, parameter.name(), parameter.unit(), position));
        UnitChecker checker = new UnitChecker(declarations, new SourceMap());
        for (Definition let : synapse.let()) {
            checker.unit(let.expression(), position).ifPresent(unit -> declarations.put(let.name(), unit));
        }
        synapse.equations().forEach(equation -> checker.unit(equation.expression(), position));
        return checker.unit(synapse.current().expression(), position);
    }

    private static void put(Declarations declarations, String name, String unit, Position position) {
        if (!unit.isBlank()) {
            declarations.put(name, Unit.parse(unit, position));
        }
    }
}
