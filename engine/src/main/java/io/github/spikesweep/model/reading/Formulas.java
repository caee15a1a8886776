package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Excerpt;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.function.Functions;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.equation.reading.SourceMap;
import io.github.spikesweep.equation.reading.StimulusCheck;
import io.github.spikesweep.equation.reading.UserFunctions;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.unit.NumberWithUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the formulas of a model file, and records the positions of their parts. */
final class Formulas {
    private static final Pattern HEAD = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]{0,63})\\s*\\(([^()]*)\\)\\s*");

    private final SourceMap places = new SourceMap();
    private final UserFunctions functions = new UserFunctions();

    /** An expression over {@code names}. */
    Definition definition(String name, Entry entry, Collection<String> names) {
        Entry.Scalar scalar = Fields.scalar(entry, "'" + name + "'");
        Expression expression = expression(scalar, names);
        StimulusCheck.check(expression, Map.of(), places, scalar.textStart());
        return new Definition(name, scalar.text(), expression);
    }

    private Expression expression(Entry.Scalar scalar, Collection<String> names) {
        return ExpressionParser.parse(scalar.text(), scalar.textStart(), names, places, functions);
    }

    /** Defines a function: its key is its name with its arguments, {@code sigmoid(v, half)}, and it may call earlier ones. */
    void define(String key, Position position, Entry body) {
        Matcher head = HEAD.matcher(key);
        if (!head.matches()) {
            throw new InputException(
                    position,
                    "'" + Excerpt.of(key) + "' is not a function with its arguments, such as 'sigmoid(v, half)'");
        }
        String name = head.group(1);
        if (Functions.isReserved(name) || functions.names().contains(name)) {
            throw new InputException(position, "there is a function '" + name + "' already; choose another name");
        }
        List<String> arguments = List.of(head.group(2).strip().split("\\s*,\\s*"));
        for (String argument : arguments) {
            Declarations.checkName(argument, position);
            if (Functions.isReserved(argument)) {
                throw new InputException(position, "'" + argument + "' is a function; choose another name");
            }
        }
        if (new HashSet<>(arguments).size() < arguments.size()) {
            throw new InputException(position, "'" + name + "' has two arguments of one name");
        }
        functions.define(name, arguments, expression(Fields.scalar(body, "'" + name + "'"), arguments));
    }

    SourceMap places() {
        return places;
    }

    /** A finite number, written as an expression without names. */
    static double constant(Entry entry) {
        Entry.Scalar scalar = Fields.scalar(entry, "a number");
        NumberWithUnit.find(scalar.text()).ifPresent(found -> {
            throw new InputException(
                    scalar.position(),
                    "a number without a unit is needed, found " + scalar.shown() + "; write " + found.number());
        });
        Expression expression = ExpressionParser.parse(scalar.text(), scalar.textStart(), List.of());
        double value = Evaluator.evaluate(expression);
        if (!Double.isFinite(value)) {
            throw new InputException(scalar.position(), scalar.shown() + " is not a finite number");
        }
        return value;
    }
}
