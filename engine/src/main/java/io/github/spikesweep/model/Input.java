package io.github.spikesweep.model;

import java.io.Serializable;

/**
 * The synaptic input of a model, summed over its sources.
 *
 * @param name its name in the equations; empty if the model has no input
 * @param unit its unit, or empty
 * @param description what it is, or empty
 */
public record Input(String name, String unit, String description) implements Serializable {
    /** That of a model without one. */
    public static final Input NONE = new Input("", "", "");
}
