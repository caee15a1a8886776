package io.github.spikesweep.circuit;

import io.github.spikesweep.model.Synapse;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One synapse of a circuit, or several of one kind that share their parameters.
 *
 * @param typeText the synapse as the file names it
 * @param wiring between which cells
 * @param parameters what differs from the synapse's defaults
 * @param initial values at time 0 that differ from the synapse's
 */
public record SynapseGroup(
        String name,
        String typeText,
        Synapse synapse,
        Wiring wiring,
        Map<String, Double> parameters,
        Map<String, Double> initial)
        implements Serializable {
    public SynapseGroup {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        initial = Collections.unmodifiableMap(new LinkedHashMap<>(initial));
    }

    /**
     * What the names of the variables of a connection begin with: the synapse's own name, followed by those of the cells if it makes more than one
     * connection.
     */
    public String prefix(Connection connection, List<Connection> all) {
        return all.size() == 1 ? name : name + "." + connection.pre() + "_" + connection.post();
    }
}
