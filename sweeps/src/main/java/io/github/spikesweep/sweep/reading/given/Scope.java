package io.github.spikesweep.sweep.reading.given;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Substitution;
import io.github.spikesweep.equation.reading.SourceMap;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.reading.unit.SweepUnits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that the expressions of a sweep file may use: constants, numeric axes and what is found. */
public final class Scope {
    private static final Pattern NAME = Pattern.compile("\\b[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*");
    private static final Pattern TIME = Pattern.compile("\\b" + Model.TIME + "\\b");

    private final Map<String, Double> constants = new LinkedHashMap<>();
    private final List<String> axes;
    private final List<String> found;
    private final SweepUnits units;
    private final List<String> carried;

    /**
     * @param axes the names of the numeric axes
     * @param found the names of what every row looks for
     * @param carried the names of columns that are only carried along, which no expression may use
     */
    public Scope(List<String> axes, List<String> found, List<String> carried, SweepUnits units) {
        this.axes = List.copyOf(axes);
        this.found = List.copyOf(found);
        this.carried = List.copyOf(carried);
        this.units = units;
    }

    /** Declares a constant: a number, or a mapping of its value and its unit. */
    public void declareConstant(String name, Entry entry) {
        String owner = "'" + name + "'";
        Entry value = entry;
        Optional<Entry.Scalar> unit = Optional.empty();
        if (entry instanceof Entry.Section section) {
            Fields fields = new Fields(section, "constant " + owner, List.of("value", "unit", "description"));
            value = fields.require("value");
            unit = fields.scalar("unit");
            fields.text("description");
        }
        checkTimeless(value, owner);
        checkNoAxis(value, owner);
        SourceMap places = new SourceMap();
        Expression parsed = parse(value, owner, List.of(), places);
        double number = Formula.finite(withConstants(parsed), value, owner);
        units.declareConstant(name, number, parsed, places, start(value), unit);
        constants.put(name, number);
    }

    /** Declares a feature, which only some conditions may use. */
    void declareFeature(Column feature) {
        units.declareFeature(feature.name(), feature.unit());
    }

    public Set<String> constants() {
        return constants.keySet();
    }

    /** The finite value of an expression over constants alone, which may have any unit. */
    public double constant(Entry entry, String owner) {
        return constant(entry, owner, model -> Optional.empty());
    }

    /**
     * The finite value of an expression over constants alone.
     *
     * @param unit the unit that it must have for a model, if it has any
     */
    public double constant(Entry entry, String owner, Function<Model, Optional<String>> unit) {
        checkTimeless(entry, owner);
        checkNoAxis(entry, owner);
        return Evaluator.evaluate(resolve(entry, owner, List.of(), unit));
    }

    /** The same for a time. */
    public double time(Entry entry, String owner) {
        return constant(entry, owner, SweepUnits::time);
    }

    /** Checked before names are looked up, since axes are not accepted here. */
    private void checkNoAxis(Entry entry, String owner) {
        firstOf(axes, entry).ifPresent(axis -> {
            throw new InputException(
                    entry.position(), owner + " is the same in every row and cannot use the axis '" + axis + "'");
        });
        checkNotFound(entry, owner + " is the same in every row and");
    }

    /** Refuses the name of what is found. */
    public void checkNotFound(Entry entry, String owner) {
        firstOf(found, entry).ifPresent(name -> {
            throw new InputException(
                    entry.position(), owner + " cannot use '" + name + "', which is found by simulating the row");
        });
    }

    /** The first of some names in the text of an entry. */
    private static Optional<String> firstOf(List<String> names, Entry entry) {
        return entry instanceof Entry.Scalar scalar
                ? NAME.matcher(scalar.text())
                        .results()
                        .map(MatchResult::group)
                        .filter(names::contains)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * An expression over constants, axes and what is found, in which only the names of constants are replaced.
     *
     * @param unit the unit that it must have for a model, if it has any
     */
    public Expression expression(Entry entry, String owner, Function<Model, Optional<String>> unit) {
        checkTimeless(entry, owner);
        return resolve(entry, owner, quantities(), unit);
    }

    private static void checkTimeless(Entry entry, String owner) {
        if (entry instanceof Entry.Scalar scalar && TIME.matcher(scalar.text()).find()) {
            throw new InputException(entry.position(), owner + " cannot depend on the time t; only 'input' can");
        }
    }

    /** The same, but with the time. */
    public Expression expressionOfTime(Entry entry, String owner, Function<Model, Optional<String>> unit) {
        List<String> names = new ArrayList<>(quantities());
        names.add(Model.TIME);
        return resolve(entry, owner, names, unit);
    }

    private Expression resolve(
            Entry entry, String owner, List<String> further, Function<Model, Optional<String>> unit) {
        if (entry instanceof Entry.Scalar scalar) {
            List<String> names = new ArrayList<>(constants.keySet());
            names.addAll(further);
            Formula.checkUnitless(scalar, owner, names, units.known(unit));
        }
        SourceMap places = new SourceMap();
        Expression parsed = parse(entry, owner, further, places);
        units.check(parsed, places, start(entry), owner, unit);
        Expression resolved = withConstants(parsed);
        return resolved.names().isEmpty() ? new Expression.Literal(Formula.finite(resolved, entry, owner)) : resolved;
    }

    /** An expression as written, over constants and {@code further} names, with units that go together. */
    public Expression parse(Entry entry, String owner, List<String> further) {
        SourceMap places = new SourceMap();
        Expression parsed = parse(entry, owner, further, places);
        units.check(parsed, places, start(entry), owner, model -> Optional.empty());
        return parsed;
    }

    /**
     * An expression over constants and columns of results, whose units are not known here.
     *
     * @param reason why a name is not accepted, if there is more to say than that it is unknown
     */
    public Expression parseUnitless(
            Entry entry, String owner, List<String> columns, Function<String, Optional<String>> reason) {
        if (entry instanceof Entry.Scalar scalar) {
            NAME.matcher(scalar.text())
                    .results()
                    .filter(name -> !columns.contains(name.group()) && !constants.containsKey(name.group()))
                    .forEach(name -> reason.apply(name.group()).ifPresent(message -> {
                        throw new InputException(scalar.textStart().plus(name.start()), owner + ": " + message);
                    }));
        }
        return parse(entry, owner, columns, new SourceMap());
    }

    private Expression parse(Entry entry, String owner, List<String> further, SourceMap places) {
        checkNotCarried(entry, owner);
        List<String> names = new ArrayList<>(constants.keySet());
        names.addAll(further);
        return Formula.parse(entry, owner, names, constants, places);
    }

    private static Position start(Entry entry) {
        return entry instanceof Entry.Scalar scalar ? scalar.textStart() : entry.position();
    }

    /** Warnings about units that cannot be checked. */
    public List<String> warnings() {
        return units.warnings();
    }

    private void checkNotCarried(Entry entry, String owner) {
        firstOf(carried, entry).ifPresent(column -> {
            throw new InputException(
                    entry.position(),
                    owner + " cannot use '" + column + "', which is only carried along; without 'carry' it is an axis");
        });
    }

    /** The names of the numeric axes. */
    public List<String> axes() {
        return axes;
    }

    /** The names of the numeric axes, and of what is found. */
    List<String> quantities() {
        return Stream.concat(axes.stream(), found.stream()).toList();
    }

    /** {@code expression} with the values of the constants in it. */
    public Expression withConstants(Expression expression) {
        return Substitution.apply(expression, this::meaning);
    }

    /** Whether {@code name} is a constant or a numeric axis. */
    public boolean contains(String name) {
        return constants.containsKey(name) || axes.contains(name);
    }

    private Expression meaning(String name) {
        Double constant = constants.get(name);
        return constant == null ? new Expression.Name(name) : new Expression.Literal(constant);
    }
}
