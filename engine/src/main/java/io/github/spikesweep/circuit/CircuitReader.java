package io.github.spikesweep.circuit;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.model.reading.Constants;
import io.github.spikesweep.model.reading.Declarations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a circuit: a file with {@code cells} and {@code synapses}, or what a sweep file says under {@code circuit}. */
public final class CircuitReader {
    /** The key by which the file of a circuit is told from that of a model. */
    public static final String CELLS = "cells";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,63}");
    private static final String SYNAPSES = "synapses";
    private static final String NOISE = "noise";
    private static final List<String> KEYS = List.of("name", "title", "source", CELLS, SYNAPSES);
    private static final List<String> SYNAPSE_KEYS =
            List.of("type", "from", "to", "between", "ring", "parameters", "initial");
    /** More connections would make equations of many megabytes. */
    private static final int MOST_CONNECTIONS = CircuitDefinition.MOST_CELLS * (CircuitDefinition.MOST_CELLS - 1);

    private final Fields file;
    private final Parts parts;
    private final Declarations declarations = new Declarations();

    private CircuitReader(Fields file, Parts parts) {
        this.file = file;
        this.parts = parts;
    }

    /** Whether a document is the file of a circuit. */
    public static boolean isCircuit(Entry.Section top) {
        return top.keys().containsKey(CELLS);
    }

    /**
     * Reads a circuit.
     *
     * @param unnamed the name of a circuit that has none
     * @throws InputException if it is not a valid circuit
     */
    public static CircuitDefinition read(Entry.Section top, String unnamed, Parts parts) {
        return new CircuitReader(new Fields(top, "a circuit", KEYS), parts).read(unnamed);
    }

    private CircuitDefinition read(String unnamed) {
        Optional<Entry.Scalar> name = file.scalar("name");
        name.ifPresent(CircuitReader::checkName);
        List<CellGroup> groups = cells();
        CircuitDefinition cells =
                new CircuitDefinition(name.map(Entry.Scalar::text).orElse(unnamed), "", "", groups, List.of());
        List<SynapseGroup> synapses = synapses(cells);
        CircuitDefinition circuit = new CircuitDefinition(
                cells.name(),
                file.text("title").orElse(cells.name()),
                file.text("source").orElse(""),
                groups,
                synapses);
        new ColumnNames(circuit).check(file.section(CELLS), file.section(SYNAPSES));
        return circuit;
    }

    /** No name in a formula: it may be like that of a file. */
    private static void checkName(Entry.Scalar name) {
        if (!NAME.matcher(name.text()).matches()) {
            throw new InputException(
                    name.position(),
                    name.shown()
                            + " is not the name of a circuit: letters, digits, '_' and '-', not starting with '-', at most 64");
        }
    }

    private List<CellGroup> cells() {
        Entry.Section section =
                Fields.section(file.require(CELLS), "'" + CELLS + "'", "{a: {model: HH}, b: {model: HH}}");
        List<CellGroup> groups = new ArrayList<>();
        CellReader reader = new CellReader(parts);
        int count = 0;
        for (Map.Entry<String, Entry> cell : section.entries().entrySet()) {
            Position position = section.keys().get(cell.getKey());
            declare(cell.getKey(), position);
            CellGroup group = reader.read(cell.getKey(), cell.getValue(), position);
            count += group.cells().size();
            if (count > CircuitDefinition.MOST_CELLS) {
                throw new InputException(
                        position,
                        "'%s' makes it %d cells; a circuit has at most %d"
                                .formatted(cell.getKey(), count, CircuitDefinition.MOST_CELLS));
            }
            if (group.count() > 0) {
                group.cells().forEach(each -> declarations.declare(each, position));
            }
            groups.forEach(other -> checkTogether(other, group, position));
            groups.add(group);
        }
        if (groups.isEmpty()) {
            throw new InputException(section.position(), "'cells' is empty; a circuit needs at least one cell");
        }
        return groups;
    }

    private static void checkTogether(CellGroup first, CellGroup second, Position position) {
        Model a = first.model();
        Model b = second.model();
        if (a.isMap() != b.isMap()) {
            throw new InputException(
                    position,
                    "cells of a circuit are all maps or none: '%s' (%s) is %s, '%s' (%s) is %s"
                            .formatted(first.name(), a.name(), kind(a), second.name(), b.name(), kind(b)));
        }
        if (!a.time().equals(b.time())) {
            throw new InputException(
                    position,
                    "cells of a circuit have one unit of time: that of '%s' (%s) is %s, that of '%s' (%s) is %s"
                            .formatted(first.name(), a.name(), a.time(), second.name(), b.name(), b.time()));
        }
    }

    private static String kind(Model model) {
        return model.isMap() ? "a map" : "none";
    }

    private List<SynapseGroup> synapses(CircuitDefinition cells) {
        Entry.Section section = file.section(SYNAPSES);
        List<SynapseGroup> synapses = new ArrayList<>();
        int connections = 0;
        for (Map.Entry<String, Entry> synapse : section.entries().entrySet()) {
            Position position = section.keys().get(synapse.getKey());
            declare(synapse.getKey(), position);
            SynapseGroup group = synapse(synapse.getKey(), synapse.getValue(), position, cells);
            synapses.add(group);
            connections += cells.connections(group).size();
            if (connections > MOST_CONNECTIONS) {
                throw new InputException(
                        position,
                        "'%s' makes it %d connections; a circuit has at most %d"
                                .formatted(synapse.getKey(), connections, MOST_CONNECTIONS));
            }
            checkNames(group, cells.connections(group), position);
        }
        return synapses;
    }

    /** Names of a cell or a synapse begin with its own, and those of the noise with {@code noise}. */
    private void declare(String name, Position position) {
        declarations.declare(name, position);
        if (name.equals(NOISE)) {
            throw new InputException(
                    position, "'" + name + "' is what is added to the inputs of cells; choose another name");
        }
    }

    /** Refuses a synapse of which two connections would have one name, as from a to b_c and from a_b to c. */
    private static void checkNames(SynapseGroup group, List<Connection> connections, Position position) {
        Map<String, Connection> named = new HashMap<>();
        for (Connection connection : connections) {
            String name = group.prefix(connection, connections);
            Connection other = named.putIfAbsent(name, connection);
            if (other != null) {
                throw new InputException(
                        position,
                        "'%s' goes from '%s' to '%s' and from '%s' to '%s', and both would be called '%s'; choose other names for the cells"
                                .formatted(
                                        group.name(),
                                        other.pre(),
                                        other.post(),
                                        connection.pre(),
                                        connection.post(),
                                        name));
            }
        }
    }

    private SynapseGroup synapse(String name, Entry entry, Position position, CircuitDefinition cells) {
        String owner = "synapse '" + name + "'";
        Fields fields =
                new Fields(Fields.section(entry, owner, "{type: Electrical, between: [a, b]}"), owner, SYNAPSE_KEYS);
        Entry.Scalar type = Fields.scalar(fields.require("type"), "'type'");
        Synapse synapse = parts.synapse(type);
        Wiring wiring = wiring(fields, owner, position, cells);
        Map<String, Double> parameters = Constants.read(
                fields.section("parameters"),
                synapse.parameters().stream().map(each -> each.name()).toList(),
                "parameter",
                synapse.name());
        Map<String, Double> initial = Constants.read(
                fields.section("initial"),
                synapse.variables().stream().map(each -> each.name()).toList(),
                "variable",
                synapse.name());
        SynapseGroup group = new SynapseGroup(name, type.text(), synapse, wiring, parameters, initial);
        new SynapseCheck(cells, owner, position).check(group);
        return group;
    }

    private Wiring wiring(Fields fields, String owner, Position position, CircuitDefinition cells) {
        List<String> forms = Stream.of("from", "between", "ring")
                .filter(key -> fields.find(key).isPresent())
                .toList();
        if (forms.size() != 1) {
            throw new InputException(
                    position,
                    owner + " needs one of 'from' with 'to', 'between', 'ring', found "
                            + (forms.isEmpty() ? "none" : String.join(" and ", forms)));
        }
        String form = forms.get(0);
        List<String> first = named(fields.require(form), form, cells);
        if (form.equals("from")) {
            return new Wiring(Wiring.Form.FROM_TO, first, named(fields.require("to"), "to", cells));
        }
        if (fields.find("to").isPresent()) {
            throw new InputException(
                    fields.positionOf("to"), "'to' goes with 'from'; " + owner + " has '" + form + "'");
        }
        return new Wiring(Wiring.Form.valueOf(form.toUpperCase(Locale.ROOT)), first, List.of());
    }

    /** Refuses a cell that is named twice, by its own name or that of its group. */
    private static void checkOnce(Entry.Scalar name, String key, List<String> before, CircuitDefinition cells) {
        for (String other : before) {
            cells.cells(name.text()).stream()
                    .filter(cells.cells(other)::contains)
                    .findFirst()
                    .ifPresent(twice -> {
                        String by = other.equals(twice) ? "" : " by '" + other + "'";
                        throw new InputException(
                                name.position(), "'%s' names cell '%s' already%s".formatted(key, twice, by));
                    });
        }
    }

    /** One name or a list of them, of cells and of groups, or {@code all}. */
    private static List<String> named(Entry entry, String key, CircuitDefinition cells) {
        List<Entry> items = entry instanceof Entry.Listing listing ? listing.items() : List.of(entry);
        if (items.isEmpty()) {
            throw new InputException(entry.position(), "'" + key + "' is empty; it names cells");
        }
        List<String> names = new ArrayList<>();
        for (Entry item : items) {
            Entry.Scalar name = Fields.scalar(item, "a cell in '" + key + "'");
            if (cells.cells(name.text()).isEmpty()) {
                List<String> known = new ArrayList<>(
                        cells.groups().stream().map(CellGroup::name).toList());
                cells.cells().stream().filter(cell -> !known.contains(cell)).forEach(known::add);
                known.add(Wiring.ALL);
                throw new InputException(
                        name.position(), "unknown cell " + name.shown() + new KnownNames(known).hint(name.text()));
            }
            checkOnce(name, key, names, cells);
            names.add(name.text());
        }
        return names;
    }
}
