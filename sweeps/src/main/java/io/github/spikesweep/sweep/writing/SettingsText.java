package io.github.spikesweep.sweep.writing;

import io.github.spikesweep.equation.DecimalText;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.Refinement;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.RandomCurrent;
import io.github.spikesweep.sweep.neuron.Settings;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the keys of a sweep file with expressions. */
final class SettingsText {
    private final SweepDefinition definition;
    private final YamlLines lines;
    private final FormulasText formulas;
    private final Settings settings;
    private final List<Expression> constraints;

    SettingsText(SweepDefinition definition, YamlLines lines) {
        this.definition = definition;
        this.lines = lines;
        this.formulas = new FormulasText(definition);
        this.settings = definition.settings();
        this.constraints = definition.constraint().expressions();
    }

    /** Writes {@code input} to {@code initial}. */
    void write() {
        Map<String, Expression> parameters = withoutAxes(settings.parameters());
        Map<String, Expression> initial = withoutAxes(settings.initial());
        writeInputs();
        if (settings.noise().kind() != Noise.NONE) {
            write(settings.noise());
        }
        parameters.values().forEach(formulas::of);
        initial.values().forEach(formulas::of);
        constraints.forEach(formulas::of);
        definition.find().all().forEach(find -> formulas.of(find.condition().expression()));
        formulas.of(definition.refinement().by());
        writeConstants();
        write("parameters", parameters);
        write("initial", initial);
    }

    private void writeInputs() {
        Map<String, Expression> ofCells = new LinkedHashMap<>(settings.inputs());
        ofCells.keySet().removeIf(cell -> isAxis(Cell.inputKey(cell)));
        if (!ofCells.isEmpty()) {
            write("input", ofCells);
        } else if (!isAxis("input") && !settings.input().equals(new Expression.Literal(0))) {
            write(0, "input", settings.input());
        }
    }

    /** Writes {@code where}. */
    void writeConstraint() {
        if (constraints.size() == 1) {
            write(0, "where", constraints.get(0));
        } else if (!constraints.isEmpty()) {
            lines.add(0, "where:");
            constraints.forEach(expression -> lines.add(1, "- " + YamlScalar.inBlock(formulas.of(expression))));
        }
    }

    /** Writes {@code find}. */
    void writeFind() {
        if (definition.find().isPresent()) {
            lines.add(0, "find:");
            lines.add(1, definition.find().name(), YamlLines.mapping(entries(definition.find(), 0)));
        }
    }

    private Map<String, String> entries(Find find, int depth) {
        Column column = definition.outputs().stream()
                .filter(output -> output instanceof Output.Found found && found.depth() == depth)
                .map(Output::column)
                .findFirst()
                .orElseThrow();
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("between", YamlLines.list(List.of(DecimalText.of(find.low()), DecimalText.of(find.high()))));
        entries.put("where", YamlScalar.inFlow(formulas.of(find.condition().expression())));
        entries.put("tolerance", DecimalText.of(find.tolerance()));
        AxisText.put(entries, "label", column.label(), "");
        AxisText.put(entries, "unit", column.unit(), definition.neurons().unit(find.name()));
        AxisText.put(
                entries, "description", find.description(), definition.neurons().description(find.name()));
        find.inner()
                .forEach(inner -> entries.put(
                        "find", YamlLines.mapping(Map.of(inner.name(), YamlLines.mapping(entries(inner, depth + 1))))));
        return entries;
    }

    /** Writes {@code refine}. */
    void writeRefinement() {
        Refinement refinement = definition.refinement();
        if (refinement.isPresent()) {
            Map<String, String> coarse = new LinkedHashMap<>();
            refinement
                    .axes()
                    .forEach(along -> coarse.put(
                            definition.space().axes().get(along.axis()).name(), Long.toString(along.coarse())));
            lines.add(0, "refine:");
            write(1, "by", refinement.by());
            lines.add(1, "coarse", YamlLines.mapping(coarse));
            if (refinement.fill()) {
                lines.add(1, "fill", "true");
            }
        }
    }

    private void write(RandomCurrent noise) {
        lines.add(0, "noise:");
        lines.add(1, "kind", RandomCurrent.ORNSTEIN_UHLENBECK);
        write(1, "mean", noise.quantities().get(0));
        write(1, "sigma", noise.quantities().get(1));
        write(1, "tau", noise.quantities().get(2));
        lines.add(1, "seed", Long.toString(noise.seed()));
    }

    /** The constants that the expressions use; all expressions have been written once by now. */
    private void writeConstants() {
        if (!formulas.constants().isEmpty()) {
            lines.add(0, "constants:");
            formulas.constants().forEach((value, name) -> lines.add(1, name, DecimalText.of(value)));
        }
    }

    private void write(String key, Map<String, Expression> expressions) {
        if (!expressions.isEmpty()) {
            lines.add(0, key + ":");
            expressions.forEach((name, expression) -> write(1, name, expression));
        }
    }

    private void write(int depth, String key, Expression expression) {
        lines.add(depth, key, YamlScalar.inBlock(formulas.of(expression)));
    }

    /** The settings that do not come from an axis of the same name. */
    private Map<String, Expression> withoutAxes(Map<String, Expression> all) {
        Map<String, Expression> without = new LinkedHashMap<>(all);
        without.keySet().removeIf(this::isAxis);
        return without;
    }

    /** Whether an axis sets it, or it is found. */
    private boolean isAxis(String name) {
        return definition.space().axis(name).isPresent() || definition.find().finds(name);
    }
}
