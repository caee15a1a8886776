package io.github.spikesweep.sweep;

import java.util.List;

/** The words of a sweep file that give a name its meaning: those that read it and those that write it know them. */
public final class SweepKeys {
    /** The keys that a sweep file may have. */
    public static final List<String> ALL = List.of(
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
            "where",
            "spike",
            "outputs",
            "trace_every",
            "audit");

    /** Those of the keys that an axis of the same name can take the place of. */
    public static final List<String> SWEPT = List.of("model", "precision", "integrator", "step", "tolerance", "input");

    /** The keys that say together which neurons are simulated; along an axis of such a name stand names. */
    public static final List<String> PARTS = List.of("model", "precision", "integrator");

    /** What blocks of axes are called. */
    public static final List<String> BLOCKS = List.of("grid", "zip", "sample", "table", "replicates");

    /** The axis that numbers replicates, whose name no other may have. */
    public static final String REPLICATE = "replicate";

    private SweepKeys() {}
}
