package io.github.spikesweep.circuit;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Synapse;

/** Where a circuit finds the models and synapses that it names. */
public interface Parts {
    /**
     * The model of a cell.
     *
     * @throws io.github.spikesweep.document.InputException if there is no such model, or it is a circuit
     */
    Model model(Entry.Scalar name);

    /**
     * A kind of synapse.
     *
     * @throws io.github.spikesweep.document.InputException if there is no such synapse
     */
    Synapse synapse(Entry.Scalar name);
}
