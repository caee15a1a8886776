package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Dynamics;
import io.github.spikesweep.model.Input;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.model.Variable;
import io.github.spikesweep.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the file of a synapse. */
public final class SynapseReader {
    private static final String KIND = "synapse";
    private static final String CURRENT = "current";
    private static final String ON_PRE = "on_pre";
    private static final String ON_POST = "on_post";
    private static final List<String> KEYS = List.of(
            "kind",
            "name",
            "title",
            "source",
            "time",
            "variables",
            "parameters",
            "functions",
            "let",
            "equations",
            "next",
            CURRENT,
            ON_PRE,
            ON_POST);

    private final Fields file;
    private final Declarations declarations = new Declarations();
    private final Formulas formulas = new Formulas();
    private final QuantityReader quantities;

    private SynapseReader(Entry.Section top) {
        if (!top.keys().containsKey("kind")) {
            throw new InputException(
                    top.position(), "this is not the file of a synapse, which has the key 'kind: synapse'");
        }
        this.file = new Fields(top, "a synapse", KEYS);
        this.quantities = new QuantityReader(file, "a synapse", declarations, formulas);
    }

    /**
     * Reads the text of a synapse's file.
     *
     * @param source the file's name in messages
     * @throws InputException if it is not a valid synapse
     */
    public static Synapse read(String source, byte[] text) {
        return read(DocumentReader.read(source, text));
    }

    /** The same of a document. */
    public static Synapse read(Entry.Section top) {
        return new SynapseReader(top).read();
    }

    private Synapse read() {
        Entry.Scalar kind = Fields.scalar(file.require("kind"), "'kind'");
        if (!kind.text().equals(KIND)) {
            throw new InputException(
                    kind.position(),
                    "unknown kind of file " + kind.shown() + new KnownNames(List.of(KIND)).hint(kind.text()));
        }
        Entry.Scalar name = Fields.scalar(file.require("name"), "'name'");
        Declarations.checkName(name.text(), name.position());
        quantities.checkSize();
        declarations.declare(Synapse.PRE, file.positionOf(CURRENT));
        declarations.declare(Synapse.POST, file.positionOf(CURRENT));
        List<String> variableNames = quantities.anyVariableNames();
        List<Parameter> parameters = quantities.parameters();
        quantities.known().addAll(variableNames);
        parameters.forEach(parameter -> quantities.known().add(parameter.name()));
        quantities.known().addAll(List.of(Synapse.PRE, Synapse.POST, Model.TIME));
        Optional<Entry.Scalar> time = file.scalar("time");
        time.ifPresent(stated -> declarations.put(Model.TIME, Unit.parse(stated.text(), stated.textStart())));
        quantities.functions();
        List<Definition> let = quantities.let();
        InitialReader initial = new InitialReader(formulas, withCells(variableNames), parameters, Input.NONE, let);
        List<Variable> variables = quantities.variables(initial);
        Dynamics dynamics = dynamics(variableNames);
        String key = dynamics == Dynamics.MAP ? "next" : "equations";
        List<Definition> equations = variableNames.isEmpty() ? List.of() : quantities.equations(key, variableNames);
        Definition current = formulas.definition(CURRENT, file.require(CURRENT), quantities.known());
        List<Definition> onPre = assignments(ON_PRE, variableNames, dynamics);
        List<Definition> onPost = assignments(ON_POST, variableNames, dynamics);
        Synapse synapse = new Synapse(
                name.text(),
                file.text("title").orElse(name.text()),
                file.text("source").orElse(""),
                time.map(Entry.Scalar::text).orElse(""),
                variables,
                parameters,
                let,
                dynamics,
                equations,
                current,
                onPre,
                onPost);
        checkUnits(synapse, key, time.isPresent());
        initial.checkEnds(variables, quantities.initialEntries());
        return synapse;
    }

    private static List<String> withCells(List<String> variables) {
        List<String> names = new ArrayList<>(variables);
        names.addAll(List.of(Synapse.PRE, Synapse.POST));
        return names;
    }

    private Dynamics dynamics(List<String> variables) {
        boolean slopes = file.find("equations").isPresent();
        boolean map = file.find("next").isPresent();
        if (slopes && map) {
            throw new InputException(
                    file.positionOf("next"),
                    "a synapse has either 'equations' (slopes) or 'next' (from step to step, between maps), not both");
        }
        if (variables.isEmpty() && (slopes || map)) {
            throw new InputException(
                    file.positionOf(map ? "next" : "equations"),
                    "a synapse without 'variables' has no '" + (map ? "next" : "equations") + "'");
        }
        return map ? Dynamics.MAP : Dynamics.DIFFERENTIAL;
    }

    private List<Definition> assignments(String key, List<String> variables, Dynamics dynamics) {
        if (file.find(key).isEmpty()) {
            return List.of();
        }
        Entry.Section section = Fields.section(file.require(key), "'" + key + "'", "{s: s + 1}");
        if (dynamics == Dynamics.MAP) {
            throw new InputException(
                    file.positionOf(key),
                    "a synapse between maps has no '" + key + "'; put it into 'next' with where(condition, a, b)");
        }
        KnownNames known = new KnownNames(variables);
        List<Definition> assignments = new ArrayList<>();
        section.entries().forEach((name, entry) -> {
            if (!known.contains(name)) {
                throw new InputException(
                        section.keys().get(name),
                        "'" + key + "' assigns to '" + name + "', which is not a variable" + known.hint(name));
            }
            assignments.add(formulas.definition(name, entry, quantities.known()));
        });
        if (assignments.isEmpty()) {
            throw new InputException(section.position(), "'" + key + "' is empty; leave it out");
        }
        return assignments;
    }

    /** The units of the cells are not known here; {@link SynapseUnits} checks with them. */
    private void checkUnits(Synapse synapse, String key, boolean hasTime) {
        EquationUnits checker = new EquationUnits(declarations, formulas);
        checker.let(synapse.let(), file.mapping("let"));
        if (synapse.dynamics() == Dynamics.MAP) {
            checker.values(synapse.equations(), file.mapping(key));
        } else if (hasTime) {
            checker.slopes(
                    synapse.equations(),
                    file.mapping(key),
                    declarations.unit(Model.TIME).orElse(Unit.NUMBER));
        }
        checker.values(synapse.onPre(), file.mapping(ON_PRE));
        checker.values(synapse.onPost(), file.mapping(ON_POST));
        checker.initial(synapse.variables().stream().map(Variable::initial).toList(), quantities.initialEntries());
        checker.known(synapse.current(), Map.of(CURRENT, file.require(CURRENT)));
    }
}
