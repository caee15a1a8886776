package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.Range;
import io.github.spikesweep.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what the files of models and of synapses have in common: variables, parameters, functions, auxiliary quantities, equations. */
final class QuantityReader {
    private static final int MOST_NAMES = 1_000;

    private final Fields file;
    private final String kind;
    private final Declarations declarations;
    private final Formulas formulas;
    private final List<String> known = new ArrayList<>();
    /** The description and the stated unit of each variable. */
    private final Map<String, Fields> fields = new LinkedHashMap<>();

    private final Map<String, String> units = new HashMap<>();

    /** @param kind what the file is of, for messages */
    QuantityReader(Fields file, String kind, Declarations declarations, Formulas formulas) {
        this.file = file;
        this.kind = kind;
        this.declarations = declarations;
        this.formulas = formulas;
    }

    /** The names that formulas may use so far; the caller adds those that are not read here. */
    List<String> known() {
        return known;
    }

    void functions() {
        Entry.Section section = file.section("functions");
        section.entries()
                .forEach((key, body) -> formulas.define(key, section.keys().get(key), body));
    }

    Map<String, Entry> initialEntries() {
        Map<String, Entry> entries = new HashMap<>();
        fields.forEach((name, of) -> entries.put(name, of.require("initial")));
        return entries;
    }

    void checkSize() {
        int names = 0;
        for (String key : List.of("variables", "parameters", "let")) {
            names += file.mapping(key).size();
            if (names > MOST_NAMES) {
                throw new InputException(
                        file.positionOf(key),
                        "'" + key + "' makes it " + names + " names; " + kind + " has at most " + MOST_NAMES);
            }
        }
    }

    /** Declares the variables; at least one. */
    List<String> variableNames() {
        file.require("variables");
        List<String> names = anyVariableNames();
        if (names.isEmpty()) {
            throw new InputException(
                    file.section("variables").position(),
                    "'variables' is empty; " + kind + " needs at least one variable");
        }
        return names;
    }

    /** Declares the variables, if there are any. */
    List<String> anyVariableNames() {
        Entry.Section section = file.section("variables");
        section.entries().forEach((name, entry) -> {
            declarations.declare(name, section.keys().get(name));
            String owner = "variable '" + name + "'";
            Fields of = new Fields(
                    Fields.section(entry, owner, "{initial: -65, unit: mV}"),
                    owner,
                    List.of("initial", "range", "unit", "description"));
            of.require("initial");
            units.put(name, declarations.unit(name, of));
            fields.put(name, of);
        });
        return List.copyOf(fields.keySet());
    }

    List<Variable> variables(InitialReader initial) {
        List<Variable> variables = new ArrayList<>();
        fields.forEach((name, of) -> variables.add(new Variable(
                name,
                initial.read(name, of.require("initial")),
                of.find("range").map(QuantityReader::range).orElse(Range.UNBOUNDED),
                units.get(name),
                of.text("description").orElse(""))));
        return variables;
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        Entry.Section section = file.section("parameters");
        section.entries().forEach((name, entry) -> {
            declarations.declare(name, section.keys().get(name));
            String owner = "parameter '" + name + "'";
            Fields fields = new Fields(
                    Fields.section(entry, owner, "{default: 20, unit: ms}"),
                    owner,
                    List.of("default", "unit", "description", "source"));
            parameters.add(new Parameter(
                    name,
                    Formulas.constant(fields.require("default")),
                    declarations.unit(name, fields),
                    fields.text("description").orElse(""),
                    fields.text("source").orElse("")));
        });
        return parameters;
    }

    List<Definition> let() {
        List<Definition> let = new ArrayList<>();
        Entry.Section section = file.section("let");
        section.entries().forEach((name, entry) -> {
            declarations.declare(name, section.keys().get(name));
            let.add(formulas.definition(name, entry, known));
            known.add(name);
        });
        return let;
    }

    List<Definition> equations(String key, List<String> variables) {
        Entry.Section section = Fields.section(file.require(key), "'" + key + "'");
        KnownNames names = new KnownNames(variables);
        section.keys().forEach((name, position) -> {
            if (!names.contains(name)) {
                throw new InputException(
                        position, "an equation for '" + name + "', which is not a variable" + names.hint(name));
            }
        });
        List<Definition> equations = new ArrayList<>();
        for (String variable : variables) {
            Entry entry = section.entries().get(variable);
            if (entry == null) {
                throw new InputException(
                        section.position(),
                        "no equation for variable '" + variable + "'; every variable needs one ("
                                + String.join(", ", variables) + ")");
            }
            equations.add(formulas.definition(variable, entry, known));
        }
        return equations;
    }

    private static Range range(Entry entry) {
        List<Entry> ends = Fields.listing(entry, "'range'").items();
        if (ends.size() != 2) {
            throw new InputException(entry.position(), "'range' must be [low, high], found a list of " + ends.size());
        }
        double low = Formulas.constant(ends.get(0));
        double high = Formulas.constant(ends.get(1));
        if (!(low < high)) {
            throw new InputException(
                    entry.position(),
                    "the low end of 'range' must be below the high end, found "
                            + ends.get(0).shown() + " and " + ends.get(1).shown());
        }
        return new Range(low, high);
    }
}
