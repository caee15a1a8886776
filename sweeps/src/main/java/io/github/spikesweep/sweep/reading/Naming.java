package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.circuit.ColumnNames;
import io.github.spikesweep.document.Excerpt;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.function.Functions;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.Settled;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.output.OutputCatalog;
import io.github.spikesweep.sweep.reading.axis.AxisHead;
import io.github.spikesweep.sweep.reading.axis.AxisSource;
import io.github.spikesweep.sweep.reading.axis.ReplicateAxis;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for names of constants and axes. */
final class Naming {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
    private static final int MOST_NAMES = 1_000;
    /** Words that YAML reads as a truth value or as null. */
    private static final Set<String> YAML_WORDS =
            Set.of("true", "True", "TRUE", "false", "False", "FALSE", "null", "Null", "NULL");

    private final Neurons neurons;
    /** The columns so far by their names in lower case, since SQL and many file readers ignore case. */
    private final Map<String, String> columns = new HashMap<>();

    /** What axes may set. */
    private final Set<String> quantities = new LinkedHashSet<>();

    private String clash = "";
    private int declared;

    Naming(Neurons neurons) {
        this.neurons = neurons;
        columns.put(ParameterSpace.ID, ParameterSpace.ID);
        for (Output output : OutputCatalog.available(neurons)) {
            String name = output.column().name();
            String other = columns.put(name.toLowerCase(Locale.ROOT), name);
            if (other != null && clash.isEmpty() && neurons.anyCircuit()) {
                clash = "the columns '" + other + "' and '" + name + "' of " + neurons.shown()
                        + (other.equals(name) ? " have one name" : " differ only in case")
                        + "; choose other names for its cells and synapses";
            }
        }
        quantities.addAll(neurons.parameterNames());
        quantities.addAll(neurons.variableNames());
        quantities.addAll(neurons.inputNames());
    }

    /** Refuses a circuit of which two columns have one name. */
    void checkColumns(Position position) {
        if (!clash.isEmpty()) {
            throw new InputException(position, clash);
        }
    }

    /** Refuses a name that a constant cannot have. */
    void checkConstant(String name, Position position) {
        checkName(name, position, "a constant");
        if (SweepKeys.ALL.contains(name)) {
            throw new InputException(
                    position, "a constant cannot be called '" + name + "', which is a key" + instead(name));
        }
        if (neurons.parameterNames().contains(name)) {
            throw new InputException(
                    position, "'" + name + "' is a parameter of " + neurons.shown() + "; set it under 'parameters'");
        }
        if (neurons.variableNames().contains(name)) {
            throw new InputException(
                    position, "'" + name + "' is a variable of " + neurons.shown() + "; set it under 'initial'");
        }
    }

    /** Refuses a name that a carried column cannot have, and records that it is taken. */
    void declareCarried(AxisHead column, Set<String> constants) {
        String name = column.name();
        checkName(name, column.position(), "a column");
        boolean sets = neurons.parameterNames().contains(name)
                || neurons.variableNames().contains(name)
                || SweepKeys.ALL.contains(name)
                || SweepKeys.SWEPT.contains(name)
                || name.equals(SweepKeys.REPLICATE);
        if (sets || constants.contains(name)) {
            throw new InputException(
                    column.position(),
                    "'" + name
                            + "' cannot be carried along: a column of this name in the results would look like what sets "
                            + (sets ? "that of the neuron or the sweep" : "the constant") + "; rename it in the table");
        }
        take(name, column.position(), "a column");
    }

    /** Records that the column is taken that says when a row has settled. */
    void declareUntil(Position position) {
        take(Settled.COLUMN, position, "what tells when a row has settled");
    }

    /**
     * Refuses a name of which no value can be found, and records that it is taken.
     *
     * @param depth within how many others it is found
     */
    void declareFound(AxisHead found, int depth, Set<String> constants) {
        String name = found.name();
        checkName(name, found.position(), "what is found");
        if (constants.contains(name)) {
            throw new InputException(
                    found.position(), "'" + name + "' is already a constant; choose another name, or leave that out");
        }
        take(Find.statusColumn(name, depth), found.position(), "what tells whether it is found");
        take(name, found.position(), "what is found");
    }

    /** Refuses a name that an axis cannot have, and records that it is taken. */
    void declareAxis(AxisSource axis, Set<String> constants) {
        String name = axis.head().name();
        Position position = axis.head().position();
        checkName(name, position, "an axis");
        if (SweepKeys.ALL.contains(name) && !SweepKeys.SWEPT.contains(name)) {
            throw new InputException(
                    position,
                    "'" + name + "' cannot be swept; of the keys only " + String.join(", ", SweepKeys.SWEPT) + " can");
        }
        if (constants.contains(name)) {
            throw new InputException(
                    position, "'" + name + "' is already a constant; choose another name for the axis");
        }
        if (name.equals(SweepKeys.REPLICATE) && !(axis instanceof ReplicateAxis)) {
            throw new InputException(
                    position,
                    "an axis cannot be called '" + name + "', which numbers the rows of the block 'replicates'");
        }
        take(name, position, "an axis");
    }

    private void take(String name, Position position, String what) {
        String column = ColumnNames.of(name);
        String other = columns.putIfAbsent(column.toLowerCase(Locale.ROOT), column);
        if (other == null) {
            return;
        }
        if (!column.equals(name)) {
            throw new InputException(
                    position,
                    "the column of '%s' would be '%s', and there is the column '%s' already; choose another name for that"
                            .formatted(name, column, other));
        }
        String clash =
                other.equals(column) ? "is another column" : "differs only in case from the column '" + other + "'";
        throw new InputException(position, what + " cannot be called '" + name + "', which " + clash + instead(name));
    }

    /** A name like one that is refused. */
    private static String instead(String name) {
        String letters = Excerpt.of(name).replaceAll("[^A-Za-z0-9_]+", "_");
        String started = letters.matches("[0-9].*") ? "_" + letters : letters;
        return "; a name such as '" + (started.equals(name) ? name + "_value" : started) + "' is accepted";
    }

    private void checkName(String name, Position position, String what) {
        if (name.indexOf('.') > 0 && neurons.anyCircuit()) {
            checkQuantity(name, position);
        } else if (!NAME.matcher(name).matches()) {
            throw new InputException(
                    position,
                    "'" + Excerpt.of(name)
                            + "' is not a name: letters, digits and '_', not starting with a digit, at most 64"
                            + instead(name));
        }
        if (name.equals(Model.TIME) || Functions.isReserved(name)) {
            String meaning = name.equals(Model.TIME) ? "the time" : "a function";
            throw new InputException(
                    position, what + " cannot be called '" + name + "', which is " + meaning + instead(name));
        }
        if (YAML_WORDS.contains(name)) {
            throw new InputException(
                    position,
                    what + " cannot be called '" + name + "', which has a special meaning in YAML" + instead(name));
        }
        count(name, position);
    }

    /** A name with a dot is that of a quantity of a circuit. */
    private void checkQuantity(String name, Position position) {
        if (!quantities.contains(name)) {
            throw new InputException(
                    position,
                    "'" + Excerpt.of(name) + "' is no parameter, variable or input of " + neurons.shown()
                            + new KnownNames(quantities).hint(name));
        }
    }

    private void count(String name, Position position) {
        if (++declared > MOST_NAMES) {
            throw new InputException(
                    position,
                    "'" + name + "' is one too many: at most " + MOST_NAMES + " constants and axes are accepted");
        }
    }
}
