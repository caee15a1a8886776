package io.github.spikesweep.command.text;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.Range;
import io.github.spikesweep.model.Variable;
import io.github.spikesweep.progress.Figures;
import java.util.List;

/** Tables of variables and parameters, of models, synapses and circuits. */
final class QuantityTables {
    private static final String INDENT = "  ";

    private QuantityTables() {}

    /** Adds a table with a title, and a blank line before it. */
    static void section(List<String> lines, String title, TextTable table) {
        lines.add("");
        lines.add(title);
        lines.addAll(table.lines(INDENT));
    }

    static TextTable variables(List<Variable> variables) {
        TextTable table = new TextTable("name", "initial", "unit", "valid range", "description");
        for (Variable variable : variables) {
            table.row(
                    variable.name(),
                    initial(variable.initial()),
                    unit(variable.unit()),
                    range(variable.range()),
                    variable.description());
        }
        return table;
    }

    private static String initial(Definition initial) {
        return initial.expression().names().isEmpty()
                ? Figures.number(Evaluator.evaluate(initial.expression()))
                : initial.text();
    }

    static TextTable parameters(List<Parameter> parameters) {
        TextTable table = new TextTable("name", "default", "unit", "description", "source");
        for (Parameter parameter : parameters) {
            table.row(
                    parameter.name(),
                    Figures.number(parameter.defaultValue()),
                    unit(parameter.unit()),
                    parameter.description(),
                    parameter.source());
        }
        return table;
    }

    /** Empty for a pure number, which model files write as 1. */
    static String unit(String unit) {
        return unit.equals("1") ? "" : unit;
    }

    private static String range(Range range) {
        return range.equals(Range.UNBOUNDED) ? "" : Figures.number(range.low()) + " to " + Figures.number(range.high());
    }
}
