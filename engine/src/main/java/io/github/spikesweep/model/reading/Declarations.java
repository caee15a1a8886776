package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Excerpt;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.function.Functions;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.unit.Unit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names that a file declares, each once, with their units. */
public final class Declarations {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    private final Map<String, Position> taken = new HashMap<>();
    private final Map<String, Unit> units = new HashMap<>();

    /**
     * Declares the name of a variable, a parameter, the input, an auxiliary quantity, or of a cell or synapse.
     *
     * @throws InputException if it is no name, is taken, or means something else
     */
    public void declare(String name, Position position) {
        checkName(name, position);
        if (name.equals(Model.TIME) || Functions.isReserved(name)) {
            String meaning = name.equals(Model.TIME) ? "the time" : "a function";
            throw new InputException(position, "'" + name + "' is " + meaning + "; choose another name");
        }
        Position first = taken.putIfAbsent(name, position);
        if (first != null) {
            throw new InputException(
                    position, "'" + name + "' is already declared at " + first + "; choose another name");
        }
    }

    /** Reads the key {@code unit} of a quantity: its text, empty if none is stated. */
    String unit(String name, Fields fields) {
        Optional<Entry.Scalar> stated =
                fields.scalar("unit").filter(unit -> !unit.text().isBlank());
        stated.ifPresent(unit -> units.put(name, Unit.parse(unit.text(), unit.textStart())));
        return stated.map(Entry.Scalar::text).orElse("");
    }

    /** Sets the unit of a name. */
    void put(String name, Unit unit) {
        units.put(name, unit);
    }

    /** The unit of a name, if known. */
    Optional<Unit> unit(String name) {
        return Optional.ofNullable(units.get(name));
    }

    /** Refuses what is no name. */
    public static void checkName(String name, Position position) {
        if (!NAME.matcher(name).matches()) {
            throw new InputException(
                    position,
                    "'" + Excerpt.of(name)
                            + "' is not a name: letters, digits and '_', not starting with a digit, at most 64");
        }
    }
}
