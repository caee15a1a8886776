package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Dynamics;
import io.github.spikesweep.model.Input;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.model.SpikeLevels;
import io.github.spikesweep.model.Variable;
import io.github.spikesweep.unit.Unit;
import java.util.List;
import java.util.Optional;

/** Reads a model file. */
public final class ModelReader {
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
    private final QuantityReader quantities;
    private final List<String> known;

    private ModelReader(Entry.Section top) {
        if (top.keys().containsKey("duration")) {
            throw new InputException(top.keys().get("duration"), "this is a sweep file, not that of a model");
        }
        if (top.keys().containsKey("kind")) {
            throw new InputException(
                    top.keys().get("kind"), "this is the file of a synapse, which is a part of a circuit, not a model");
        }
        this.file = new Fields(top, "a model", KEYS);
        this.quantities = new QuantityReader(file, "a model", declarations, formulas);
        this.known = quantities.known();
    }

    /**
     * Reads the text of a model file.
     *
     * @param source the file's name in messages
     * @throws InputException if it is not a valid model
     */
    public static Model read(String source, byte[] text) {
        return read(DocumentReader.read(source, text));
    }

    /** The same of a document. */
    public static Model read(Entry.Section top) {
        return new ModelReader(top).read();
    }

    private Model read() {
        Entry.Scalar name = Fields.scalar(file.require("name"), "'name'");
        Declarations.checkName(name.text(), name.position());
        quantities.checkSize();
        List<String> variableNames = quantities.variableNames();
        List<Parameter> parameters = quantities.parameters();
        Input input = input();
        known.addAll(variableNames);
        known.addAll(parameters.stream().map(Parameter::name).toList());
        if (!input.equals(Input.NONE)) {
            known.add(input.name());
        }
        known.add(Model.TIME);
        Dynamics dynamics = dynamics();
        String time = time(dynamics);
        quantities.functions();
        List<Definition> let = quantities.let();
        InitialReader initial = new InitialReader(formulas, variableNames, parameters, input, let);
        List<Variable> variables = quantities.variables(initial);
        List<Definition> equations = quantities.equations(equationsKey(dynamics), variableNames);
        LevelReader levelReader = new LevelReader(formulas, parameters);
        SpikeReader spikeReader = new SpikeReader(file.require("spike"), levelReader::number);
        SpikeCondition spike = spikeReader.read(variableNames, name.text());
        SpikeLevels levels = levelReader.read(spikeReader);
        List<Definition> reset = reset(dynamics, input, variableNames);
        if (file.find("reset").isPresent()) {
            resetReader().checkEndsSpike(reset, spike, parameters, let);
        }
        Definition hold = new HoldReader(file, formulas).read(dynamics, known, parameters, let);
        checkUnits(dynamics, let, equations, reset);
        EquationUnits units = new EquationUnits(declarations, formulas);
        file.find(HoldReader.HOLD).ifPresent(entry -> units.key(hold, entry, declarations.unit(Model.TIME)));
        for (Definition level : List.of(levels.threshold(), levels.rearm())) {
            spikeReader
                    .level(level.name())
                    .ifPresent(entry -> units.key(level, entry, declarations.unit(spike.variable())));
        }
        Model atNumber = new Model(
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
        Model model = atNumber.withCell(atNumber.neuron().withSpike(spike, levels));
        initial.check(model, quantities.initialEntries());
        new EquationUnits(declarations, formulas)
                .initial(variables.stream().map(Variable::initial).toList(), quantities.initialEntries());
        return model;
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
}
