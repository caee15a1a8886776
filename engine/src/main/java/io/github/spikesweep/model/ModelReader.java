package io.github.spikesweep.model;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.unit.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a model file. */
public final class ModelReader {
    private static final int MOST_NAMES = 1_000;
    private static final List<String> KEYS = List.of(
            "name",
            "title",
            "source",
            "time",
            "variables",
            "parameters",
            "input",
            "functions",
            "let",
            "equations",
            "next",
            "reset",
            HoldReader.HOLD,
            "spike",
            "longest_step");

    private final Fields file;
    private final Declarations declarations = new Declarations();
    private final Formulas formulas = new Formulas();
    private final List<String> known = new ArrayList<>();
    /** The description and the stated unit of each variable. */
    private final Map<String, Fields> fields = new LinkedHashMap<>();

    private final Map<String, String> units = new HashMap<>();

    private ModelReader(Entry.Section top) {
        if (top.keys().containsKey("duration")) {
            throw new InputException(top.keys().get("duration"), "this is a sweep file, not that of a model");
        }
        this.file = new Fields(top, "a model", KEYS);
    }

    /**
     * Reads the text of a model file.
     *
     * @param source the file's name in messages
     * @throws InputException if it is not a valid model
     */
    public static Model read(String source, byte[] text) {
        return new ModelReader(DocumentReader.read(source, text)).read();
    }

    private Model read() {
        Entry.Scalar name = Fields.scalar(file.require("name"), "'name'");
        Declarations.checkName(name.text(), name.position());
        checkSize();
        List<String> variableNames = variableNames();
        List<Parameter> parameters = parameters();
        Input input = input();
        known.addAll(variableNames);
        known.addAll(parameters.stream().map(Parameter::name).toList());
        if (!input.equals(Input.NONE)) {
            known.add(input.name());
        }
        known.add(Model.TIME);
        Dynamics dynamics = dynamics();
        String time = time(dynamics);
        functions();
        List<Definition> let = let();
        InitialReader initial = new InitialReader(formulas, variableNames, parameters, input, let);
        List<Variable> variables = variables(initial);
        List<Definition> equations = equations(equationsKey(dynamics), variableNames);
        SpikeCondition spike = new SpikeReader(file.require("spike"), (entry, owner) -> Formulas.constant(entry))
                .read(variableNames, name.text());
        List<Definition> reset = reset(dynamics, input, variableNames);
        if (file.find("reset").isPresent()) {
            resetReader().checkEndsSpike(reset, spike, parameters, let);
        }
        Definition hold = new HoldReader(file, formulas).read(dynamics, known, parameters, let);
        checkUnits(dynamics, let, equations, reset);
        file.find(HoldReader.HOLD)
                .ifPresent(entry ->
                        new EquationUnits(declarations, formulas).time(hold, entry, declarations.unit(Model.TIME)));
        Model model = new Model(
                name.text(),
                file.text("title").orElse(name.text()),
                file.text("source").orElse(""),
                time,
                variables,
                parameters,
                input,
                let,
                dynamics,
                equations,
                reset,
                hold,
                spike,
                longestStep(dynamics));
        initial.check(model, initialEntries());
        new EquationUnits(declarations, formulas)
                .initial(variables.stream().map(Variable::initial).toList(), initialEntries());
        return model;
    }

    private void functions() {
        Entry.Section section = file.section("functions");
        section.entries()
                .forEach((key, body) -> formulas.define(key, section.keys().get(key), body));
    }

    private Map<String, Entry> initialEntries() {
        Map<String, Entry> entries = new HashMap<>();
        fields.forEach((name, of) -> entries.put(name, of.require("initial")));
        return entries;
    }

    private void checkSize() {
        int names = 0;
        for (String key : List.of("variables", "parameters", "let")) {
            names += file.mapping(key).size();
            if (names > MOST_NAMES) {
                throw new InputException(
                        file.positionOf(key),
                        "'" + key + "' makes it " + names + " names; a model has at most " + MOST_NAMES);
            }
        }
    }

    private Dynamics dynamics() {
        boolean slopes = file.find("equations").isPresent();
        boolean map = file.find("next").isPresent();
        if (slopes && map) {
            throw new InputException(
                    file.positionOf("next"),
                    "a model has either 'equations' (slopes) or 'next' (a map from step to step), not both");
        }
        if (!slopes && !map) {
            throw new InputException(
                    file.positionOf("equations"),
                    "a model needs the key 'equations' (slopes) or 'next' (a map from step to step)");
        }
        return map ? Dynamics.MAP : Dynamics.DIFFERENTIAL;
    }

    private static String equationsKey(Dynamics dynamics) {
        return switch (dynamics) {
            case DIFFERENTIAL -> "equations";
            case MAP -> "next";
        };
    }

    /** The unit of time, which is the unit of {@code t}. */
    private String time(Dynamics dynamics) {
        Optional<Entry.Scalar> stated = file.scalar("time");
        String time = stated.map(Entry.Scalar::text)
                .orElse(
                        switch (dynamics) {
                            case DIFFERENTIAL -> "ms";
                            case MAP -> "iteration";
                        });
        declarations.put(
                Model.TIME,
                Unit.parse(time, stated.map(Entry.Scalar::textStart).orElseGet(() -> file.positionOf("time"))));
        return time;
    }

    private List<String> variableNames() {
        file.require("variables");
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
        if (fields.isEmpty()) {
            throw new InputException(section.position(), "'variables' is empty; a model needs at least one variable");
        }
        return List.copyOf(fields.keySet());
    }

    private List<Variable> variables(InitialReader initial) {
        List<Variable> variables = new ArrayList<>();
        fields.forEach((name, of) -> variables.add(new Variable(
                name,
                initial.read(name, of.require("initial")),
                of.find("range").map(ModelReader::range).orElse(Range.UNBOUNDED),
                units.get(name),
                of.text("description").orElse(""))));
        return variables;
    }

    private List<Parameter> parameters() {
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

    /** {@code input: I}, or nothing, or the same with a unit: {@code input: {name: I, unit: µA}}. */
    private Input input() {
        Optional<Entry> stated = file.find("input");
        if (stated.isEmpty()) {
            return Input.NONE;
        }
        Entry entry = stated.get();
        if (entry instanceof Entry.Scalar) {
            Entry.Scalar scalar = Fields.scalar(entry, "'input'");
            declarations.declare(scalar.text(), scalar.position());
            return new Input(scalar.text(), "", "");
        }
        Fields fields = new Fields(Fields.section(entry, "'input'"), "'input'", List.of("name", "unit", "description"));
        Entry.Scalar name = Fields.scalar(fields.require("name"), "'name'");
        declarations.declare(name.text(), name.position());
        return new Input(
                name.text(),
                declarations.unit(name.text(), fields),
                fields.text("description").orElse(""));
    }

    private List<Definition> let() {
        List<Definition> let = new ArrayList<>();
        Entry.Section section = file.section("let");
        section.entries().forEach((name, entry) -> {
            declarations.declare(name, section.keys().get(name));
            let.add(formulas.definition(name, entry, known));
            known.add(name);
        });
        return let;
    }

    private List<Definition> equations(String key, List<String> variables) {
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

    private List<Definition> reset(Dynamics dynamics, Input input, List<String> variables) {
        if (file.find("reset").isEmpty()) {
            return List.of();
        }
        if (dynamics == Dynamics.MAP) {
            throw new InputException(
                    file.positionOf("reset"), "a map has no 'reset'; put it into 'next' with where(condition, a, b)");
        }
        // Without the input, which belongs to the step that the spike has ended.
        List<String> names =
                known.stream().filter(name -> !name.equals(input.name())).toList();
        return resetReader().read(names, variables);
    }

    private ResetReader resetReader() {
        return new ResetReader(Fields.section(file.require("reset"), "'reset'"), formulas);
    }

    private double longestStep(Dynamics dynamics) {
        Optional<Entry> stated = file.find("longest_step");
        if (stated.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        if (dynamics == Dynamics.MAP) {
            throw new InputException(
                    file.positionOf("longest_step"), "a map has no 'longest_step'; all of its steps are 1");
        }
        double step = Formulas.constant(stated.get());
        if (!(step > 0)) {
            throw new InputException(
                    stated.get().position(),
                    "'longest_step' must be positive, found " + stated.get().shown());
        }
        return step;
    }

    private void checkUnits(
            Dynamics dynamics, List<Definition> let, List<Definition> equations, List<Definition> reset) {
        EquationUnits checker = new EquationUnits(declarations, formulas);
        checker.let(let, file.mapping("let"));
        switch (dynamics) {
            case DIFFERENTIAL ->
                checker.slopes(
                        equations,
                        file.mapping("equations"),
                        declarations.unit(Model.TIME).orElse(Unit.NUMBER));
            case MAP -> checker.values(equations, file.mapping("next"));
        }
        checker.values(reset, file.mapping("reset"));
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
