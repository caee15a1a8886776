package io.github.spikesweep.sweep;

/** The names of what belongs to a cell of a circuit. A neuron has an empty name. */
final class CellNames {
    private CellNames() {}

    /** The column of a feature: {@code a_spike_count}. */
    static String column(String cell, String feature) {
        return cell.isEmpty() ? feature : cell + "_" + feature;
    }

    /** A description: {@code time of the first spike (a)}. */
    static String of(String description, String cell) {
        return cell.isEmpty() ? description : description + " (" + cell + ")";
    }
}
