package io.github.spikesweep.model;

import java.io.Serializable;

/**
 * A state variable of a model.
 *
 * @param initial its default value at time 0: an expression over parameters, variables and auxiliary quantities
 * @param range the values for which the equations are valid; a neuron that leaves it has diverged
 * @param unit its unit, or empty
 * @param description what it is, or empty
 */
public record Variable(String name, Definition initial, Range range, String unit, String description)
        implements Serializable {}
