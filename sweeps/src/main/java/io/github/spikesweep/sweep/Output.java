package io.github.spikesweep.sweep;

import java.io.Serializable;

/** A column and where its values come from. */
sealed interface Output extends Serializable {
    Column column();

    /** The number of the combination. */
    record Id(Column column) implements Output {}

    /** The value along an axis. */
    record Coordinate(Column column, int axis) implements Output {}

    /** A figure of the spike train. */
    record OfSpikes(Column column, SpikeFeature feature) implements Output {}

    /** A figure of a variable; null for models that do not have it. */
    record OfVariable(Column column, String variable, VariableFeature feature) implements Output {}

    /** All spike times. */
    record SpikeTimes(Column column) implements Output {}

    /** Whether the row diverged. */
    record Status(Column column) implements Output {}
}
