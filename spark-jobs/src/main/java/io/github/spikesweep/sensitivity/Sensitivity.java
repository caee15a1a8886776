package io.github.spikesweep.sensitivity;

import io.github.spikesweep.sensitivity.Method.Subject;

/**
 * A number that says how much a feature depends on an axis, or on two together.
 *
 * @param value the number; NaN if the feature does not vary
 * @param margin how far to both sides the interval reaches
 */
public record Sensitivity(Subject subject, double value, double margin) {
    /** The lower end of the interval. */
    public double low() {
        return value - margin;
    }

    /** The upper end of the interval. */
    public double high() {
        return value + margin;
    }
}
