package io.github.spikesweep.sweep;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sweep file by its keys.
 *
 * @param file the values of the top keys
 * @param sweep the axes by name; empty if there are none
 */
record SweepKeys(Fields file, Entry.Section sweep) {
    /** The keys that a sweep file may have. */
    static final List<String> ALL = List.of(
            "name",
            "description",
            "neuron",
            "model",
            "precision",
            "integrator",
            "duration",
            "step",
            "tolerance",
            "transient",
            "input",
            "noise",
            "constants",
            "parameters",
            "initial",
            "sweep",
            "spike",
            "outputs",
            "trace_every",
            "audit");

    /** Those of the keys that an axis of the same name can take the place of. */
    static final List<String> SWEPT = List.of("model", "precision", "integrator", "step", "tolerance", "input");

    static SweepKeys of(Entry.Section top) {
        Fields file = new Fields(top, "a sweep file", ALL);
        Entry.Section none = new Entry.Section(top.position(), Map.of(), Map.of());
        return new SweepKeys(
                file,
                file.find("sweep")
                        .map(entry -> Fields.section(entry, "'sweep'"))
                        .orElse(none));
    }

    boolean hasAxis(String name) {
        return sweep.entries().containsKey(name);
    }

    /** The position of an axis in the space. */
    int axisIndex(String name) {
        return List.copyOf(sweep.entries().keySet()).indexOf(name);
    }

    /** Where something is set, as a key or as an axis. */
    Optional<Position> given(String name) {
        return Optional.ofNullable(
                hasAxis(name)
                        ? sweep.keys().get(name)
                        : file.find(name).map(entry -> file.positionOf(name)).orElse(null));
    }

    /** Refuses an axis of which the same is set elsewhere, at {@code other}. */
    void checkSetOnce(String axis, Position other) {
        if (hasAxis(axis)) {
            throw new InputException(
                    sweep.keys().get(axis), "'" + axis + "' is an axis and is also set at " + other + "; keep one");
        }
    }
}
