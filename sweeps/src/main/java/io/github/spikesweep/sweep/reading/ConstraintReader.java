package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Labels;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.Constraint;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import io.github.spikesweep.sweep.reading.given.Scope;
import io.github.spikesweep.sweep.rows.RowSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a condition on rows: an expression over axes and constants.
 *
 * @param owner what is read, for messages
 * @param further names besides those of axes and constants
 */
record ConstraintReader(Scope scope, ParameterSpace space, String owner, List<String> further) {
    private static final String OPTION = "--where";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** Up to here every whole number is a double. */
    private static final long LARGEST_ID = 1L << 53;

    /** Reads the {@code where} of a file, which may also be a list of conditions that must all hold. */
    static Constraint ofFile(GivenKeys keys, Scope scope, ParameterSpace space) {
        return new ConstraintReader(scope, space, "'where'", List.of())
                .read(keys.file().find("where"));
    }

    /** Reads the condition of {@code --where} on the rows of a sweep, which may also use the id. */
    static Constraint ofOption(String text, Scope scope, SweepDefinition definition) {
        Position start = Position.startOf(OPTION);
        Entry entry = new Entry.Scalar(start, text, false);
        List<String> known = names(definition.columns().stream()
                .filter(column -> column.role() == Column.Role.ID || column.role() == Column.Role.AXIS));
        List<String> results = names(definition.columns().stream().filter(Column::needsSimulation));
        NAME.matcher(text)
                .results()
                .filter(name -> results.contains(name.group()))
                .forEach(name -> {
                    throw new InputException(
                            start.plus(name.start()),
                            "'" + name.group() + "' is a result; the rows to simulate can only depend on "
                                    + String.join(", ", known));
                });
        ParameterSpace space = definition.space();
        return new ConstraintReader(scope, space, OPTION, List.of(ParameterSpace.ID)).read(Optional.of(entry));
    }

    private static List<String> names(Stream<Column> columns) {
        return columns.map(Column::name).toList();
    }

    private Constraint read(Optional<Entry> entry) {
        if (entry.isEmpty()) {
            return Constraint.NONE;
        }
        List<Entry> items = entry.get() instanceof Entry.Listing listing ? listing.items() : List.of(entry.get());
        if (items.isEmpty()) {
            throw new InputException(entry.get().position(), owner + " is empty; leave it out to keep every row");
        }
        Constraint constraint =
                new Constraint(items.stream().map(this::expression).toList());
        if (RowSet.of(space, constraint).isSurelyEmpty()) {
            throw new InputException(
                    entry.get().position(), owner + " keeps none of the " + space.size() + " combinations");
        }
        return constraint;
    }

    private Expression expression(Entry item) {
        Set<String> names = new LinkedHashSet<>(scope.axes());
        for (Axis axis : space.axes()) {
            if (axis.values() instanceof Labels labels) {
                names.add(axis.name());
                names.addAll(labels.names());
            }
        }
        names.addAll(further);
        scope.checkNotFound(item, owner);
        Expression parsed = scope.parse(item, owner, List.copyOf(names));
        TextComparisons comparisons = new TextComparisons(
                owner, item.position(), name -> labels(name).map(Labels::names), name -> checkNumber(name, item));
        Expression expression = scope.withConstants(comparisons.places(parsed));
        if (expression.names().isEmpty()) {
            throw new InputException(item.position(), owner + " uses no axis, found " + item.shown() + axesHint());
        }
        checkEqualities(expression, item);
        if (expression.names().contains(ParameterSpace.ID) && space.size() > LARGEST_ID) {
            throw new InputException(
                    item.position(), owner + " cannot use 'id' in a sweep of more than 2^53 combinations");
        }
        return expression;
    }

    /** Refuses an axis that is to equal a number which is none of its values. */
    private void checkEqualities(Expression expression, Entry item) {
        if (expression instanceof Expression.Operation operation && operation.operator() == Operator.EQUAL) {
            Constraint.condition(operation, space).stream()
                    .flatMap(condition -> space.misses(condition).stream())
                    .findFirst()
                    .ifPresent(miss -> {
                        throw new InputException(item.position(), owner + ": " + miss);
                    });
        }
        expression.parts().forEach(part -> checkEqualities(part, item));
    }

    private String axesHint() {
        List<String> names = new ArrayList<>(further);
        space.axes().forEach(axis -> names.add(axis.name()));
        return new KnownNames(names).hint("");
    }

    private Optional<Labels> labels(String name) {
        return Constraint.labels(new Expression.Name(name), space);
    }

    /** Refuses a name of a model, precision or integrator, or the axis of one, where a number is needed. */
    private void checkNumber(String name, Entry item) {
        if (!scope.contains(name) && !further.contains(name)) {
            throw new InputException(
                    item.position(),
                    owner + " uses '" + name + "' as a number; compare an axis of names with one of its names, as in "
                            + example());
        }
    }

    private String example() {
        return space.axes().stream()
                .filter(axis -> axis.values() instanceof Labels)
                .findFirst()
                .map(axis -> axis.name() + " == " + axis.name(0))
                .orElseThrow();
    }
}
