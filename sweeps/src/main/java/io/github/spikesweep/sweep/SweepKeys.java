package io.github.spikesweep.sweep;

import java.util.List;

/** The keys of a sweep file that give a name its meaning; its readers and writers share them. */
public final class SweepKeys {
    /** The keys that a sweep file may have. */
    public static final List<String> ALL = List.of(
            "name",
            "description",
            "neuron",
            "model",
            "circuit",
            "precision",
            "integrator",
            "duration",
            "until",
            "step",
            "tolerance",
            "transient",
            "input",
            "noise",
            "constants",
            "parameters",
            "initial",
            "sweep",
            "where",
            "find",
            "continue",
            "spike",
            "regime",
            "outputs",
            "trace_every",
            "audit",
            "refine");

    /** The keys that can be replaced by an axis of the same name. */
    public static final List<String> SWEPT = List.of("model", "precision", "integrator", "step", "tolerance", "input");

    /** The keys that together say which neurons are simulated; an axis with one of these names has names as values. */
    public static final List<String> PARTS = List.of("model", "precision", "integrator");

    /** The names of blocks of axes. */
    public static final List<String> BLOCKS = List.of("grid", "zip", "sample", "table", "replicates");

    /** The axis that numbers replicates; no other axis may have its name. */
    public static final String REPLICATE = "replicate";

    private SweepKeys() {}
}
