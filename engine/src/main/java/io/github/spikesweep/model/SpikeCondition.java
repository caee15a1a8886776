package io.github.spikesweep.model;

import java.io.Serializable;

/**
 * What counts as a spike: an upward crossing, that is previous value &lt; threshold ≤ new value.
 *
 * @param variable the variable that crosses
 * @param threshold the level, in the variable's unit
 */
public record SpikeCondition(String variable, double threshold) implements Serializable {}
