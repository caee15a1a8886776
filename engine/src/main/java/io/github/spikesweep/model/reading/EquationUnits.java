package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.unit.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that the equations of a model have the units of its variables, where these are stated. */
final class EquationUnits {
    private final Declarations declarations;
    private final UnitChecker checker;

    EquationUnits(Declarations declarations, Formulas formulas) {
        this.declarations = declarations;
        this.checker = new UnitChecker(declarations, formulas.places());
    }

    /** Finds the units of auxiliary quantities, in their order; the later ones use the earlier. */
    void let(List<Definition> let, Map<String, Entry> entries) {
        for (Definition definition : let) {
            unit(definition, entries).ifPresent(unit -> declarations.put(definition.name(), unit));
        }
    }

    /** Slopes must be in the unit of their variable per unit of time. */
    void slopes(List<Definition> equations, Map<String, Entry> entries, Unit time) {
        for (Definition equation : equations) {
            Optional<Unit> wanted = declarations.unit(equation.name()).map(unit -> unit.over(time));
            check(equation, entries, "the slope of '" + equation.name() + "'", wanted);
        }
    }

    /** Initial values must be in the unit of their variable. */
    void initial(List<Definition> initial, Map<String, Entry> entries) {
        for (Definition value : initial) {
            check(value, entries, "the initial value of '" + value.name() + "'", declarations.unit(value.name()));
        }
    }

    /** New values must be in the unit of their variable. */
    void values(List<Definition> equations, Map<String, Entry> entries) {
        for (Definition equation : equations) {
            check(equation, entries, "the new value of '" + equation.name() + "'", declarations.unit(equation.name()));
        }
    }

    /** Something whose unit is not given must have one that goes together. */
    void known(Definition definition, Map<String, Entry> entries) {
        unit(definition, entries);
    }

    /** The value of a key must be in this unit. */
    void key(Definition value, Entry entry, Optional<Unit> unit) {
        check(value, Map.of(value.name(), entry), "'" + value.name() + "'", unit);
    }

    private void check(Definition equation, Map<String, Entry> entries, String what, Optional<Unit> wanted) {
        Optional<Unit> found = unit(equation, entries);
        if (found.isPresent() && wanted.isPresent() && !found.get().isSameAs(wanted.get())) {
            throw new InputException(
                    start(equation, entries),
                    found.get().mismatch(wanted.get(), what + " is in " + found.get() + ", expected " + wanted.get()));
        }
    }

    private Optional<Unit> unit(Definition definition, Map<String, Entry> entries) {
        return checker.unit(definition.expression(), start(definition, entries));
    }

    private static Position start(Definition definition, Map<String, Entry> entries) {
        Entry entry = entries.get(definition.name());
        return entry instanceof Entry.Scalar scalar ? scalar.textStart() : entry.position();
    }
}
