package io.github.spikesweep.model;

import java.io.Serializable;
import java.util.List;

/**
 * A kind of synapse: how the current that it drives through the postsynaptic cell follows from the spike variables of both cells, named
 * {@link #PRE} and {@link #POST}, and from its own variables. Immutable plain data.
 *
 * @param name its name, as in {@code Gradual}
 * @param title what it is, in one line
 * @param source where it was published
 * @param time the unit of time, or empty if it takes that of the cells
 * @param variables its state, may be empty
 * @param parameters in the order of the file
 * @param let auxiliary quantities; each uses only variables, parameters, the spike variables, {@code t} and those before it
 * @param dynamics what the equations give; {@link Dynamics#MAP} only with variables
 * @param equations of every variable, in their order: its time derivative, or in a map its next value
 * @param current the current that leaves the postsynaptic cell, as an ionic current does
 * @param onPre what is assigned to its variables when the presynaptic cell spikes, all at once; may be empty
 * @param onPost what is assigned when the postsynaptic cell spikes, after {@code onPre} if both do
 */
public record Synapse(
        String name,
        String title,
        String source,
        String time,
        List<Variable> variables,
        List<Parameter> parameters,
        List<Definition> let,
        Dynamics dynamics,
        List<Definition> equations,
        Definition current,
        List<Definition> onPre,
        List<Definition> onPost)
        implements Serializable {
    /** The spike variable of the cell whose spikes or voltage the synapse transmits. */
    public static final String PRE = "v_pre";

    /** The spike variable of the cell that the current leaves. */
    public static final String POST = "v_post";

    public Synapse {
        variables = List.copyOf(variables);
        parameters = List.copyOf(parameters);
        let = List.copyOf(let);
        equations = List.copyOf(equations);
        onPre = List.copyOf(onPre);
        onPost = List.copyOf(onPost);
    }

    /** Whether spikes change it. */
    public boolean hasEvents() {
        return !onPre.isEmpty() || !onPost.isEmpty();
    }
}
