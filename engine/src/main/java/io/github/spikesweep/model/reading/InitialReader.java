package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Input;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the initial values of variables, each a number or an expression that depends only on parameters and other initial values.
 */
final class InitialReader {
    private final Formulas formulas;
    private final Input input;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Definition> definitions = new HashMap<>();
    /** Names that depend only on parameters and numbers. */
    private final Set<String> checked = new HashSet<>();

    InitialReader(
            Formulas formulas, List<String> variables, List<Parameter> parameters, Input input, List<Definition> let) {
        this.formulas = formulas;
        this.input = input;
        names.addAll(variables);
        parameters.forEach(parameter -> names.add(parameter.name()));
        let.forEach(definition -> {
            names.add(definition.name());
            definitions.put(definition.name(), definition);
        });
    }

    /** Reads the value of one variable, a number or an expression. */
    Definition read(String variable, Entry entry) {
        Entry.Scalar scalar = Fields.scalar(entry, "a number");
        Definition initial = formulas.definition(variable, scalar, names);
        if (initial.expression().names().isEmpty()) {
            Formulas.constant(entry);
        }
        return initial;
    }

    /** Checks that the values depend only on parameters and numbers, and are finite with the defaults. */
    void check(Model model, Map<String, Entry> entries) {
        checkEnds(model.variables(), entries);
        for (Variable variable : model.variables()) {
            Entry entry = entries.get(variable.name());
            double value = InitialState.ofDefaults(model).of(variable.name());
            if (!Double.isFinite(value)) {
                throw new InputException(
                        entry.position(),
                        "the initial value of '" + variable.name() + "' is " + value + " with the default parameters");
            }
        }
    }

    /** Checks that no value depends on itself, or on the input. */
    void checkEnds(List<Variable> variables, Map<String, Entry> entries) {
        variables.forEach(variable -> definitions.put(variable.name(), variable.initial()));
        for (Variable variable : variables) {
            checkEnds(variable.name(), new ArrayDeque<>(), entries.get(variable.name()));
        }
    }

    private void checkEnds(String name, Deque<String> from, Entry entry) {
        if (name.equals(input.name())) {
            throw new InputException(
                    entry.position(),
                    "the initial value of '" + from.peekLast() + "' depends on the input '" + name
                            + "', which has no value before the first step");
        }
        if (from.contains(name)) {
            throw new InputException(
                    entry.position(),
                    "the initial value of '" + from.peekLast() + "' depends on itself, by '" + from.peek() + "'");
        }
        Definition definition = definitions.get(name);
        if (definition != null && !checked.contains(name)) {
            from.push(name);
            definition.expression().names().forEach(each -> checkEnds(each, from, entry));
            from.pop();
            checked.add(name);
        }
    }
}
