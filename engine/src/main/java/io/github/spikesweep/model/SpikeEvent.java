package io.github.spikesweep.model;

import java.io.Serializable;
import java.util.List;

/**
 * What a spike of a cell does elsewhere: when the cell's spike variable crosses its threshold, it assigns to variables of a synapse.
 *
 * @param cell the index of the cell
 * @param assignments all made at once, from the values before
 */
public record SpikeEvent(int cell, List<Definition> assignments) implements Serializable {
    public SpikeEvent {
        assignments = List.copyOf(assignments);
    }
}
