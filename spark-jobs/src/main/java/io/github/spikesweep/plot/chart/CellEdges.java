package io.github.spikesweep.plot.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The edges of a map's cells along one of its axes. */
public final class CellEdges {
    /** More cells than this would be finer than the points of a picture. */
    private static final int MOST_CELLS = 400;

    private final double[] edges;

    private CellEdges(double[] edges) {
        this.edges = edges;
    }

    /**
     * Cells around some values, or cells of equal width if there are very many values.
     *
     * @param places the values, increasing, two or more
     * @param logarithmic whether cells meet halfway between logarithms
     */
    public static CellEdges around(double[] places, boolean logarithmic) {
        double[] at = logarithmic ? Arrays.stream(places).map(Math::log).toArray() : places;
        double[] edges = at.length > MOST_CELLS ? even(at[0], at[at.length - 1]) : halfway(at);
        return new CellEdges(logarithmic ? Arrays.stream(edges).map(Math::exp).toArray() : edges);
    }

    private static double[] even(double low, double high) {
        return IntStream.rangeClosed(0, MOST_CELLS)
                .mapToDouble(i -> low + i * (high - low) / MOST_CELLS)
                .toArray();
    }

    private static double[] halfway(double[] at) {
        double[] edges = new double[at.length + 1];
        for (int i = 1; i < at.length; i++) {
            edges[i] = (at[i - 1] + at[i]) / 2;
        }
        edges[0] = 2 * at[0] - edges[1];
        edges[at.length] = 2 * at[at.length - 1] - edges[at.length - 1];
        return edges;
    }

    public double low() {
        return edges[0];
    }

    public double high() {
        return edges[edges.length - 1];
    }

    public int count() {
        return edges.length - 1;
    }

    /** The edge between cell {@code index} and the one before it. */
    public double edge(int index) {
        return edges[index];
    }

    /** The middle of a cell. */
    public double middle(int cell) {
        return (edges[cell] + edges[cell + 1]) / 2;
    }

    /** The cell that contains a value. */
    public int cell(double place) {
        int found = Arrays.binarySearch(edges, place);
        int cell = found >= 0 ? found : -found - 2;
        return Math.min(count() - 1, Math.max(0, cell));
    }
}
