package io.github.spikesweep.model;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.unit.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that a model file declares, each once, with the units that it states for them. */
final class Declarations {
    private static final int SHOWN = 80;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    private final Set<String> taken = new HashSet<>(Set.of(Model.TIME));
    private final Map<String, Unit> units = new HashMap<>();

    /** Takes a name for a variable, a parameter, the input or an auxiliary quantity. */
    void declare(String name, Position position) {
        checkName(name, position);
        if (Function.find(name).isPresent()) {
            throw new InputException(position, "'" + name + "' is a function and cannot be declared");
        }
        if (!taken.add(name)) {
            throw new InputException(position, "'" + name + "' is declared already (or is the time t)");
        }
    }

    /** Reads the key {@code unit} of a quantity: its text, empty if none is stated. */
    String unit(String name, Fields fields) {
        Optional<Entry.Scalar> stated =
                fields.scalar("unit").filter(unit -> !unit.text().isBlank());
        stated.ifPresent(unit -> units.put(name, Unit.parse(unit.text(), Formulas.textStart(unit))));
        return stated.map(Entry.Scalar::text).orElse("");
    }

    /** States the unit of a name. */
    void put(String name, Unit unit) {
        units.put(name, unit);
    }

    /** The unit of a name, if one is stated or known. */
    Optional<Unit> unit(String name) {
        return Optional.ofNullable(units.get(name));
    }

    static void checkName(String name, Position position) {
        if (!NAME.matcher(name).matches()) {
            throw new InputException(
                    position,
                    "'" + shown(name) + "' is not a name: letters, digits and '_', not starting with a digit");
        }
    }

    private static String shown(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    }
}
