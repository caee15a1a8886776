package io.github.spikesweep.circuit;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.model.Dynamics;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.model.Variable;
import io.github.spikesweep.model.reading.SynapseUnits;
import io.github.spikesweep.unit.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses synapses that do not fit their cells.
 *
 * @param owner the synapse in messages
 * @param position where it is declared
 */
record SynapseCheck(CircuitDefinition cells, String owner, Position position) {
    /** The groups of two cells, whose models were checked already. */
    private record Ends(String pre, String post) {}

    void check(SynapseGroup group) {
        Synapse synapse = group.synapse();
        List<Connection> connections = cells.connections(group);
        if (connections.isEmpty()) {
            throw fault("connects a cell to itself; it needs two cells");
        }
        Set<Ends> checked = new HashSet<>();
        for (Connection connection : connections) {
            CellGroup pre = cells.group(connection.pre());
            CellGroup post = cells.group(connection.post());
            if (checked.add(new Ends(pre.name(), post.name()))) {
                check(synapse, connection, pre.model(), post.model());
            }
        }
        checkSharedUnit(synapse, connections);
    }

    private void check(Synapse synapse, Connection connection, Model pre, Model post) {
        if (!post.hasInput()) {
            throw fault("ends on '" + connection.post() + "', and " + post.name() + " has no input");
        }
        if (post.isMap() && synapse.hasEvents()) {
            throw fault("is of type " + synapse.name() + ", which spikes change, and '" + connection.post()
                    + "' is a map, which has no time between its steps; a synapse of maps has 'next'");
        }
        if (!synapse.variables().isEmpty() && post.isMap() != (synapse.dynamics() == Dynamics.MAP)) {
            throw fault("is of type " + synapse.name() + ", which has '"
                    + (post.isMap() ? "equations" : "next") + "', and '" + connection.post() + "' is "
                    + (post.isMap() ? "a map" : "no map"));
        }
        if (!synapse.time().isEmpty() && !synapse.time().equals(post.time())) {
            throw fault("is of type " + synapse.name() + ", whose time is in " + synapse.time() + ", and the time of '"
                    + connection.post() + "' is in " + post.time());
        }
        Optional<Unit> current = current(synapse, pre, post);
        Optional<Unit> wanted = unit(post.input().unit());
        if (current.isPresent() && wanted.isPresent() && !current.get().isSameAs(wanted.get())) {
            throw fault("drives a current in " + current.get() + " through '" + connection.post()
                    + "', whose input is in " + wanted.get());
        }
    }

    private Optional<Unit> current(Synapse synapse, Model pre, Model post) {
        try {
            return SynapseUnits.current(synapse, spikeUnit(pre), spikeUnit(post), position);
        } catch (InputException e) {
            throw new InputException(e.getMessage() + ", in " + owner + " from " + pre.name() + " to " + post.name());
        }
    }

    /** One conductance cannot give currents in different units. */
    private void checkSharedUnit(Synapse synapse, List<Connection> connections) {
        Connection first = connections.get(0);
        Model one = cells.group(first.post()).model();
        Set<String> checked = new HashSet<>();
        for (Connection connection : connections) {
            CellGroup group = cells.group(connection.post());
            if (!checked.add(group.name())) {
                continue;
            }
            Model other = group.model();
            boolean open = current(synapse, one, other).isEmpty();
            Optional<Unit> a = unit(one.input().unit());
            Optional<Unit> b = unit(other.input().unit());
            if (open && a.isPresent() && b.isPresent() && !a.get().isSameAs(b.get())) {
                throw fault("has one current for '" + first.post() + "', whose input is in " + a.get() + ", and for '"
                        + connection.post() + "', whose input is in " + b.get()
                        + "; synapses of their own, by 'from' and 'to', have a conductance each");
            }
        }
    }

    private Optional<Unit> spikeUnit(Model model) {
        return model.variable(model.spike().variable()).map(Variable::unit).flatMap(this::unit);
    }

    private Optional<Unit> unit(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(Unit.parse(text, position));
    }

    private InputException fault(String what) {
        return new InputException(position, owner + " " + what);
    }
}
