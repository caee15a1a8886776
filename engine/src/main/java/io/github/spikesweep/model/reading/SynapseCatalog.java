package io.github.spikesweep.model.reading;

import io.github.spikesweep.model.Synapse;
import java.util.List;
import java.util.Optional;

/** The synapses that come with SpikeSweep. */
public final class SynapseCatalog {
    private static final Catalog<Synapse> SYNAPSES = new Catalog<>("synapse/", "Electrical", SynapseReader::read);

    private SynapseCatalog() {}

    /** The names of the synapses, sorted. */
    public static List<String> names() {
        return SYNAPSES.names();
    }

    /** The built-in synapse of that name. */
    public static Optional<Synapse> find(String name) {
        return SYNAPSES.find(name);
    }
}
