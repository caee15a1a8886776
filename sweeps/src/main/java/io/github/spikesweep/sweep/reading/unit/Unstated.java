package io.github.spikesweep.sweep.reading.unit;

import io.github.spikesweep.sweep.neuron.Formula;
import java.util.OptionalDouble;

/**
 * A number in an expression that states no unit: a literal, a constant or an axis.
 *
 * @param name the name of the constant or axis; empty for a literal
 * @param value the value, unless it is an axis
 */
record Unstated(String name, OptionalDouble value) {
    static Unstated literal(double value) {
        return new Unstated("", OptionalDouble.of(value));
    }

    static Unstated axis(String name) {
        return new Unstated(name, OptionalDouble.empty());
    }

    boolean isNamed() {
        return !name.isEmpty();
    }

    /** Whether it may convert between units that differ by a power of ten. */
    boolean mayConvert() {
        double digits = Math.log10(Math.abs(value.orElse(1)));
        return Math.abs(digits) > 0.5 && Math.abs(digits - Math.rint(digits)) < 1e-9;
    }

    /** As it is written, for messages. */
    String shown() {
        return isNamed() ? "'" + name + "'" : Formula.shown(value.orElseThrow());
    }
}
