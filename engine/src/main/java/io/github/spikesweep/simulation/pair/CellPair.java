package io.github.spikesweep.simulation.pair;

import java.io.Serializable;

/** Two cells of a circuit, by their names. */
public record CellPair(String first, String second) implements Serializable {}
