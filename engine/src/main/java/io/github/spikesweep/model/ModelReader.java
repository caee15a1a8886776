package io.github.spikesweep.model;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.ExpressionParser;
import io.github.spikesweep.equation.Function;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a model file. */
public final class ModelReader {
    private static final int MOST_NAMES = 1_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
    private static final List<String> KEYS =
            List.of("name", "title", "source", "time", "variables", "parameters", "input", "let", "equations", "spike");

    private final Fields file;
    private final Set<String> taken = new HashSet<>(Set.of(Model.TIME));
    private final List<String> known = new ArrayList<>();

    private ModelReader(Entry.Section top) {
        this.file = new Fields(top, "a model", KEYS);
    }

    /**
     * Reads the text of a model file.
     *
     * @param source what the file is called in messages
     * @throws InputException if it is not a valid model
     */
    public static Model read(String source, byte[] text) {
        return new ModelReader(DocumentReader.read(source, text)).read();
    }

    private Model read() {
        Entry.Scalar name = Fields.scalar(file.require("name"), "'name'");
        checkName(name.text(), name.position());
        List<Variable> variables = variables();
        List<Parameter> parameters = parameters();
        Input input = input();
        known.addAll(variables.stream().map(Variable::name).toList());
        known.addAll(parameters.stream().map(Parameter::name).toList());
        known.add(input.name());
        known.add(Model.TIME);
        if (known.size() + file.mapping("let").size() > MOST_NAMES) {
            throw new InputException(name.position(), "more than " + MOST_NAMES + " names in a model");
        }
        List<Definition> let = let();
        List<Definition> equations = equations(variables);
        return new Model(
                name.text(),
                file.text("title").orElse(name.text()),
                file.text("source").orElse(""),
                file.text("time").orElse("ms"),
                variables,
                parameters,
                input,
                let,
                equations,
                spike(variables));
    }

    private List<Variable> variables() {
        file.require("variables");
        List<Variable> variables = new ArrayList<>();
        file.mapping("variables").forEach((name, entry) -> {
            declare(name, entry.position());
            String owner = "variable '" + name + "'";
            Fields fields =
                    new Fields(Fields.section(entry, owner), owner, List.of("initial", "range", "unit", "description"));
            variables.add(new Variable(
                    name,
                    constant(fields.require("initial")),
                    fields.find("range").map(ModelReader::range).orElse(Range.UNBOUNDED),
                    fields.text("unit").orElse(""),
                    fields.text("description").orElse("")));
        });
        if (variables.isEmpty()) {
            throw new InputException(file.positionOf("variables"), "a model needs at least one variable");
        }
        return variables;
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        file.mapping("parameters").forEach((name, entry) -> {
            declare(name, entry.position());
            String owner = "parameter '" + name + "'";
            Fields fields = new Fields(
                    Fields.section(entry, owner), owner, List.of("default", "unit", "description", "source"));
            parameters.add(new Parameter(
                    name,
                    constant(fields.require("default")),
                    fields.text("unit").orElse(""),
                    fields.text("description").orElse(""),
                    fields.text("source").orElse("")));
        });
        return parameters;
    }

    /** {@code input: I}, or the same with a unit: {@code input: {name: I, unit: µA}}. */
    private Input input() {
        Entry entry = file.require("input");
        if (entry instanceof Entry.Scalar) {
            Entry.Scalar scalar = Fields.scalar(entry, "'input'");
            declare(scalar.text(), scalar.position());
            return new Input(scalar.text(), "", "");
        }
        Fields fields = new Fields(Fields.section(entry, "'input'"), "'input'", List.of("name", "unit", "description"));
        Entry.Scalar name = Fields.scalar(fields.require("name"), "'name'");
        declare(name.text(), name.position());
        return new Input(
                name.text(),
                fields.text("unit").orElse(""),
                fields.text("description").orElse(""));
    }

    private List<Definition> let() {
        List<Definition> let = new ArrayList<>();
        file.mapping("let").forEach((name, entry) -> {
            declare(name, entry.position());
            let.add(definition(name, entry));
            known.add(name);
        });
        return let;
    }

    private List<Definition> equations(List<Variable> variables) {
        Entry.Section section = Fields.section(file.require("equations"), "'equations'");
        KnownNames names = new KnownNames(variables.stream().map(Variable::name).toList());
        section.keys().forEach((key, position) -> {
            if (!names.contains(key)) {
                throw new InputException(
                        position, "an equation for '" + key + "', which is no variable" + names.hint(key));
            }
        });
        List<Definition> equations = new ArrayList<>();
        for (Variable variable : variables) {
            Entry entry = section.entries().get(variable.name());
            if (entry == null) {
                throw new InputException(section.position(), "no equation for variable '" + variable.name() + "'");
            }
            equations.add(definition(variable.name(), entry));
        }
        return equations;
    }

    private SpikeCondition spike(List<Variable> variables) {
        Entry entry = file.require("spike");
        Fields fields = new Fields(Fields.section(entry, "'spike'"), "'spike'", List.of("variable", "threshold"));
        Entry.Scalar variable = Fields.scalar(fields.require("variable"), "'variable'");
        KnownNames names = new KnownNames(variables.stream().map(Variable::name).toList());
        if (!names.contains(variable.text())) {
            throw new InputException(
                    variable.position(), "unknown variable '" + variable.text() + "'" + names.hint(variable.text()));
        }
        return new SpikeCondition(variable.text(), constant(fields.require("threshold")));
    }

    private Definition definition(String name, Entry entry) {
        Entry.Scalar scalar = Fields.scalar(entry, "'" + name + "'");
        Expression expression = ExpressionParser.parse(scalar.text(), textStart(scalar), known);
        return new Definition(name, scalar.text(), expression);
    }

    private static Range range(Entry entry) {
        List<Entry> ends = Fields.listing(entry, "'range'").items();
        if (ends.size() != 2) {
            throw new InputException(entry.position(), "'range' must be [low, high]");
        }
        double low = constant(ends.get(0));
        double high = constant(ends.get(1));
        if (!(low < high)) {
            throw new InputException(entry.position(), "the low end of 'range' must be below the high end");
        }
        return new Range(low, high);
    }

    /** A finite number, written as an expression without names. */
    private static double constant(Entry entry) {
        Entry.Scalar scalar = Fields.scalar(entry, "a number");
        double value = Evaluator.evaluate(ExpressionParser.parse(scalar.text(), textStart(scalar), List.of()));
        if (!Double.isFinite(value)) {
            throw new InputException(scalar.position(), scalar.shown() + " is not a finite number");
        }
        return value;
    }

    private static Position textStart(Entry.Scalar scalar) {
        return scalar.quoted() ? scalar.position().plus(1) : scalar.position();
    }

    private void declare(String name, Position position) {
        checkName(name, position);
        if (Function.find(name).isPresent()) {
            throw new InputException(position, "'" + name + "' is a function and cannot be declared");
        }
        if (!taken.add(name)) {
            throw new InputException(position, "'" + name + "' is declared already (or is the time t)");
        }
    }

    private static void checkName(String name, Position position) {
        if (!NAME.matcher(name).matches()) {
            throw new InputException(
                    position, "'" + name + "' is not a name: letters, digits and '_', not starting with a digit");
        }
    }
}
