package io.github.spikesweep.sweep.neuron;

/** The names of what belongs to a cell of a circuit. A neuron has an empty name. */
public final class CellNames {
    private CellNames() {}

    /** The column of a feature: {@code a_spike_count}. */
    public static String column(String cell, String feature) {
        return cell.isEmpty() ? feature : cell + "_" + feature;
    }

    /** A description: {@code time of the first spike (a)}. */
    public static String of(String description, String cell) {
        return cell.isEmpty() ? description : description + " (" + cell + ")";
    }
}
