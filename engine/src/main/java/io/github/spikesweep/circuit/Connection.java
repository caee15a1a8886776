package io.github.spikesweep.circuit;

import java.io.Serializable;

/**
 * One direction of a synapse.
 *
 * @param pre the cell whose potential or spikes are transmitted
 * @param post the cell that the current leaves
 */
public record Connection(String pre, String post) implements Serializable {}
