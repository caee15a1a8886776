package io.github.spikesweep.model;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.equation.reading.SourceMap;
import java.util.Collection;
import java.util.List;

/** Reads the formulas of a model file, and keeps where their parts stand. */
final class Formulas {
    private final SourceMap places = new SourceMap();

    /** An expression over {@code names}. */
    Definition definition(String name, Entry entry, Collection<String> names) {
        Entry.Scalar scalar = Fields.scalar(entry, "'" + name + "'");
        return new Definition(
                name, scalar.text(), ExpressionParser.parse(scalar.text(), scalar.textStart(), names, places));
    }

    SourceMap places() {
        return places;
    }

    /** A finite number, written as an expression without names. */
    static double constant(Entry entry) {
        Entry.Scalar scalar = Fields.scalar(entry, "a number");
        Expression expression = ExpressionParser.parse(scalar.text(), scalar.textStart(), List.of());
        double value = Evaluator.evaluate(expression);
        if (!Double.isFinite(value)) {
            throw new InputException(scalar.position(), scalar.shown() + " is not a finite number");
        }
        return value;
    }
}
