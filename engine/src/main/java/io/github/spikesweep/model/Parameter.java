package io.github.spikesweep.model;

import java.io.Serializable;

/**
 * A quantity that is constant during a simulation.
 *
 * @param defaultValue its value unless the sweep sets it
 * @param unit its unit, or empty
 * @param description what it is, or empty
 * @param source where the default comes from, or empty
 */
public record Parameter(String name, double defaultValue, String unit, String description, String source)
        implements Serializable {}
