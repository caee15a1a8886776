package io.github.spikesweep.circuit;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Substitution;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Input;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.model.SpikeEvent;
import io.github.spikesweep.model.SpikeLevels;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Writes the equations of a circuit as those of one model. The names of a cell or synapse are written after its own name and a dot; the input of a cell is
 * what the sweep gives it, less the currents of the synapses that end on it.
 */
final class CircuitEquations {
    private static final String CURRENT = ".current";
    /** After the name of a cell: its input less the currents of synapses. */
    private static final String NET = ".input.net";

    private final CircuitDefinition circuit;
    private final List<String> names;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    /** Those of synapses come first: they depend on nothing in the cells but variables. */
    private final List<Definition> let = new ArrayList<>();

    private final List<Definition> equations = new ArrayList<>();
    private final List<SpikeEvent> events = new ArrayList<>();
    /** The currents that leave each cell. */
    private final Map<String, List<Expression>> currents = new LinkedHashMap<>();

    CircuitEquations(CircuitDefinition circuit) {
        this.circuit = circuit;
        this.names = circuit.cells();
    }

    Model model() {
        List<Variable> ofSynapses = new ArrayList<>();
        List<Definition> equationsOfSynapses = new ArrayList<>();
        List<Parameter> parametersOfSynapses = new ArrayList<>();
        for (SynapseGroup group : circuit.synapses()) {
            parametersOfSynapses.addAll(parameters(group.name(), group.synapse().parameters(), group.parameters()));
            List<Connection> connections = circuit.connections(group);
            for (Connection connection : connections) {
                String prefix = group.prefix(connection, connections);
                add(group, connection, prefix, ofSynapses, equationsOfSynapses);
            }
        }
        circuit.groups().forEach(group -> group.cells().forEach(cell -> add(group, cell)));
        variables.addAll(ofSynapses);
        equations.addAll(equationsOfSynapses);
        parameters.addAll(parametersOfSynapses);
        Model first = circuit.groups().get(0).model();
        return new Model(
                circuit.name(),
                circuit.title(),
                circuit.source(),
                first.time(),
                variables,
                parameters,
                cells,
                let,
                first.dynamics(),
                equations,
                events,
                circuit.groups().stream()
                        .mapToDouble(group -> group.model().longestStep())
                        .min()
                        .orElseThrow());
    }

    private void add(
            SynapseGroup group,
            Connection connection,
            String prefix,
            List<Variable> ofSynapses,
            List<Definition> equationsOfSynapses) {
        Synapse synapse = group.synapse();
        Set<String> shared = synapse.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        String pre = spikeVariable(connection.pre());
        String post = spikeVariable(connection.post());
        UnaryOperator<Expression> renamed = expression -> Substitution.apply(
                expression,
                name -> new Expression.Name(
                        switch (name) {
                            case Model.TIME -> name;
                            case Synapse.PRE -> pre;
                            case Synapse.POST -> post;
                            default -> (shared.contains(name) ? group.name() : prefix) + "." + name;
                        }));
        ofSynapses.addAll(variables(prefix, synapse.variables(), group.initial(), renamed));
        let.addAll(definitions(prefix, synapse.let(), renamed));
        equationsOfSynapses.addAll(definitions(prefix, synapse.equations(), renamed));
        // Its two dots keep it apart from the names of the synapse itself.
        String current = prefix + "." + connection.pre() + "_" + connection.post() + CURRENT;
        Expression formula = renamed.apply(synapse.current().expression());
        let.add(new Definition(current, synapse.current().text(), formula));
        currents.computeIfAbsent(connection.post(), cell -> new ArrayList<>()).add(new Expression.Name(current));
        addEvent(connection.pre(), definitions(prefix, synapse.onPre(), renamed));
        addEvent(connection.post(), definitions(prefix, synapse.onPost(), renamed));
    }

    private void addEvent(String cell, List<Definition> assignments) {
        if (!assignments.isEmpty()) {
            events.add(new SpikeEvent(names.indexOf(cell), assignments));
        }
    }

    private void add(CellGroup group, String cell) {
        Model model = group.model();
        Input input = model.input();
        Expression given = new Expression.Name(Cell.inputKey(cell));
        Expression net = given;
        for (Expression current : currents.getOrDefault(cell, List.of())) {
            net = net.minus(current);
        }
        if (!net.equals(given)) {
            let.add(new Definition(cell + NET, "", net));
        }
        Expression driven = net.equals(given) ? given : new Expression.Name(cell + NET);
        UnaryOperator<Expression> renamed = expression -> Substitution.apply(
                expression,
                name -> name.equals(Model.TIME)
                        ? new Expression.Name(name)
                        : model.hasInput() && name.equals(input.name())
                                ? driven
                                : new Expression.Name(cell + "." + name));
        variables.addAll(variables(cell, model.variables(), group.initial(), renamed));
        parameters.addAll(parameters(cell, model.parameters(), group.parameters()));
        let.addAll(definitions(cell, model.let(), renamed));
        equations.addAll(definitions(cell, model.equations(), renamed));
        SpikeCondition spike = model.spike();
        Definition hold = model.hold();
        cells.add(new Cell(
                cell,
                model.hasInput() ? new Input(Cell.inputKey(cell), input.unit(), input.description()) : Input.NONE,
                new SpikeCondition(
                        cell + "." + spike.variable(),
                        spike.direction(),
                        spike.threshold(),
                        spike.rearm(),
                        spike.refractory(),
                        spike.onsetSlope()),
                new SpikeLevels(
                        renamed(model.neuron().levels().threshold(), renamed),
                        renamed(model.neuron().levels().rearm(), renamed)),
                definitions(cell, model.reset(), renamed),
                renamed(hold, renamed)));
    }

    /** A definition that keeps its name. */
    private static Definition renamed(Definition of, UnaryOperator<Expression> renamed) {
        return new Definition(of.name(), of.text(), renamed.apply(of.expression()));
    }

    private String spikeVariable(String cell) {
        return cell + "." + circuit.group(cell).model().spike().variable();
    }

    private static List<Variable> variables(
            String prefix, List<Variable> of, Map<String, Double> initial, UnaryOperator<Expression> renamed) {
        return of.stream()
                .map(variable -> new Variable(
                        prefix + "." + variable.name(),
                        initial(prefix, variable, initial.get(variable.name()), renamed),
                        variable.range(),
                        variable.unit(),
                        described(variable.description(), prefix)))
                .toList();
    }

    private static Definition initial(
            String prefix, Variable variable, Double stated, UnaryOperator<Expression> renamed) {
        Definition own = variable.initial();
        return stated == null
                ? new Definition(prefix + "." + own.name(), own.text(), renamed.apply(own.expression()))
                : new Definition(prefix + "." + own.name(), stated.toString(), new Expression.Literal(stated));
    }

    private static List<Parameter> parameters(String prefix, List<Parameter> of, Map<String, Double> stated) {
        return of.stream()
                .map(parameter -> new Parameter(
                        prefix + "." + parameter.name(),
                        stated.getOrDefault(parameter.name(), parameter.defaultValue()),
                        parameter.unit(),
                        described(parameter.description(), prefix),
                        stated.containsKey(parameter.name()) ? "" : parameter.source()))
                .toList();
    }

    private static String described(String description, String prefix) {
        return (description + " (" + prefix + ")").strip();
    }

    private static List<Definition> definitions(String prefix, List<Definition> of, UnaryOperator<Expression> renamed) {
        return of.stream()
                .map(definition -> new Definition(
                        prefix + "." + definition.name(), definition.text(), renamed.apply(definition.expression())))
                .toList();
    }
}
