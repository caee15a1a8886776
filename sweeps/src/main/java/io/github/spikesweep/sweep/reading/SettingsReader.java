package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.RandomCurrent;
import io.github.spikesweep.sweep.neuron.Settings;
import io.github.spikesweep.sweep.reading.axis.AxisHead;
import io.github.spikesweep.sweep.reading.axis.DirectionAxis;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import io.github.spikesweep.sweep.reading.given.Scope;
import io.github.spikesweep.sweep.reading.unit.SweepUnits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code parameters}, {@code initial}, {@code input} and {@code noise}, and the axes that set these directly. */
record SettingsReader(GivenKeys keys, Neurons neurons, Scope scope) {
    /** @param find what every row looks for */
    Settings read(ParameterSpace space, Find find) {
        Map<String, Expression> parameters = section("parameters", "parameter", neurons.parameterNames());
        Map<String, Expression> initial = section("initial", "variable", neurons.variableNames());
        checkInput();
        Expression input = input();
        Map<String, Expression> inputs = inputs();
        RandomCurrent noise = new NoiseReader(keys, neurons, scope).read();
        List<Expression> expressions = new ArrayList<>(parameters.values());
        expressions.addAll(initial.values());
        expressions.addAll(noise.quantities());
        expressions.add(input);
        expressions.addAll(inputs.values());
        checkUsed(space, expressions, find);
        List<String> setting =
                new ArrayList<>(space.axes().stream().map(Axis::name).toList());
        keys.found().forEach(head -> setting.add(head.name()));
        for (String name : setting) {
            if (isParameter(name)) {
                parameters.put(name, new Expression.Name(name));
            }
            if (isVariable(name)) {
                initial.put(name, new Expression.Name(name));
            }
        }
        return new Settings(parameters, initial, input, inputs, noise);
    }

    private Map<String, Expression> section(String key, String what, Set<String> known) {
        Map<String, Expression> settings = new LinkedHashMap<>();
        Optional<Entry> entry = keys.file().find(key);
        if (entry.isEmpty()) {
            return settings;
        }
        Entry.Section section = Fields.section(entry.get(), "'" + key + "'");
        section.entries().forEach((name, value) -> {
            Position position = section.keys().get(name);
            if (!known.contains(name)) {
                throw new InputException(
                        position,
                        "unknown " + what + " '" + name + "' of " + neurons.shown() + hint(name, what, known));
            }
            keys.checkSetOnce(name, position);
            settings.put(name, scope.expression(value, "'" + name + "'", model -> Neurons.unit(model, name)));
        });
        return settings;
    }

    private String hint(String name, String what, Set<String> known) {
        if (what.equals("parameter") && neurons.variableNames().contains(name)) {
            return "; it is a variable: set it under 'initial'";
        }
        if (what.equals("variable") && neurons.parameterNames().contains(name)) {
            return "; it is a parameter: set it under 'parameters'";
        }
        return new KnownNames(known).hint(name);
    }

    /** What is given to the input needs a model that has one. */
    private void checkInput() {
        if (neurons.anyInput()) {
            return;
        }
        for (String key : List.of("input", "noise")) {
            keys.given(key).ifPresent(position -> {
                throw new InputException(
                        position,
                        "'%s' has nothing to act on: %s has no input; leave it out, or name the input in the model file: 'input: I'"
                                .formatted(key, neurons.shown()));
            });
        }
    }

    /** The input of every cell that has none of its own. */
    private Expression input() {
        Optional<Entry> entry = keys.file().find("input");
        if (entry.isPresent() && entry.get() instanceof Entry.Section && neurons.anyCircuit()) {
            return new Expression.Literal(0);
        }
        if (keys.varies("input")) {
            entry.ifPresent(key -> keys.checkSetOnce("input", keys.file().positionOf("input")));
            return new Expression.Name("input");
        }
        return entry.map(value -> scope.expressionOfTime(value, "'input'", SweepUnits::input))
                .orElse(new Expression.Literal(0));
    }

    /** The inputs of single cells: {@code input: {a: 0.1, b: 0.08}}, or axes such as {@code a.input}. */
    private Map<String, Expression> inputs() {
        Map<String, Expression> inputs = new LinkedHashMap<>();
        Optional<Entry> entry = keys.file().find("input");
        if (entry.isPresent() && entry.get() instanceof Entry.Section section && neurons.anyCircuit()) {
            keys.checkSetOnce("input", keys.file().positionOf("input"));
            List<String> cells = neurons.cellNames().stream()
                    .filter(cell -> neurons.inputNames().contains(Cell.inputKey(cell)))
                    .toList();
            KnownNames known = new KnownNames(cells);
            section.entries().forEach((cell, value) -> {
                Position position = section.keys().get(cell);
                if (!known.contains(cell)) {
                    throw new InputException(
                            position, "no cell '" + cell + "' with an input in " + neurons.shown() + known.hint(cell));
                }
                String key = Cell.inputKey(cell);
                keys.checkSetOnce(key, position);
                inputs.put(cell, scope.expressionOfTime(value, "'" + key + "'", model -> Neurons.unit(model, key)));
            });
        }
        for (String cell : neurons.cellNames()) {
            String key = Cell.inputKey(cell);
            if (neurons.inputNames().contains(key) && keys.varies(key)) {
                inputs.put(cell, new Expression.Name(key));
            }
        }
        return inputs;
    }

    private void checkUsed(ParameterSpace space, List<Expression> expressions, Find find) {
        Set<String> used = new HashSet<>();
        expressions.forEach(expression -> used.addAll(expression.names()));
        // A condition alone makes no difference to what it is about, nor to what is found within that.
        List<Find> all = find.all();
        for (int depth = all.size() - 1; depth >= 0; depth--) {
            AxisHead head = keys.found().get(depth);
            checkUsed(head.name(), "", head.position(), used);
            used.addAll(all.get(depth).condition().expression().names());
        }
        space.axes().forEach(axis -> checkUsed(axis.name(), "axis ", keys.axisPosition(axis.name()), used));
    }

    private void checkUsed(String name, String what, Position position, Set<String> used) {
        boolean known = SweepKeys.SWEPT.contains(name)
                || name.equals(SweepKeys.REPLICATE)
                || (keys.hasAxis(name) && keys.axes().get(name) instanceof DirectionAxis)
                || neurons.inputNames().contains(name);
        if (!known && !used.contains(name) && !isParameter(name) && !isVariable(name)) {
            throw new InputException(
                    position,
                    what + "'" + name + "' is not a parameter or variable of " + neurons.shown()
                            + " and no expression uses it" + axisHint(name));
        }
    }

    private String axisHint(String name) {
        if (neurons.models().stream()
                .anyMatch(model -> !model.isCircuit() && model.input().name().equals(name))) {
            return "; did you mean 'input'?";
        }
        List<String> known = new ArrayList<>(neurons.parameterNames());
        known.addAll(neurons.variableNames());
        known.addAll(neurons.inputNames());
        known.addAll(SweepKeys.SWEPT);
        return new KnownNames(known).hint(name);
    }

    private boolean isParameter(String name) {
        return !SweepKeys.SWEPT.contains(name) && neurons.parameterNames().contains(name);
    }

    private boolean isVariable(String name) {
        return !SweepKeys.SWEPT.contains(name) && neurons.variableNames().contains(name);
    }
}
