package io.github.spikesweep.kernel.lowering.linear;

import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Solves linear equations by Gauss's elimination, with what is 0 left out. The pivots are those of the diagonal, those of the fewest other elements first: in a neuron
 * the gates, which only the voltage connects. A pivot that vanishes leads to solutions that are not finite, and one that almost does to large errors in all of them.
 */
public final class Elimination {
    private final ValueGraph graph;
    private final List<Integer> order;
    /** By row and column; null for 0. Below the diagonal the factors of rows, on it the inverses of pivots. */
    private final Value[][] elements;

    /** @param matrix by row and column, null for 0; it is overwritten */
    public Elimination(ValueGraph graph, Value[][] matrix) {
        this.graph = graph;
        this.elements = matrix;
        this.order = IntStream.range(0, matrix.length)
                .boxed()
                .sorted(Comparator.comparingInt(this::others))
                .toList();
        for (int k = 0; k < order.size(); k++) {
            eliminate(order.get(k), order.subList(k + 1, order.size()));
        }
    }

    /** How many elements a row and its column have. */
    private int others(int index) {
        int others = 0;
        for (int k = 0; k < elements.length; k++) {
            others += (elements[index][k] == null ? 0 : 1) + (elements[k][index] == null ? 0 : 1);
        }
        return others;
    }

    private void eliminate(int pivot, List<Integer> rest) {
        elements[pivot][pivot] = graph.divide(graph.constant(1), elements[pivot][pivot]);
        for (int row : rest) {
            if (elements[row][pivot] != null) {
                Value factor = graph.multiply(elements[row][pivot], elements[pivot][pivot]);
                elements[row][pivot] = factor;
                for (int column : rest) {
                    if (elements[pivot][column] != null) {
                        Value product = graph.multiply(graph.negate(factor), elements[pivot][column]);
                        Value element = elements[row][column];
                        elements[row][column] = element == null ? product : graph.add(element, product);
                    }
                }
            }
        }
    }

    /** The values of the factorised matrix, in the order in which they are computed. */
    public List<Value> values() {
        List<Value> values = new ArrayList<>();
        for (int pivot : order) {
            values.add(elements[pivot][pivot]);
        }
        return values;
    }

    /** The solution for a right side, null for 0 in both. */
    public List<Value> solution(List<Value> side) {
        List<Value> x = new ArrayList<>(side);
        for (int k = 0; k < order.size(); k++) {
            subtract(x, order.get(k), order.subList(0, k));
        }
        for (int k = order.size() - 1; k >= 0; k--) {
            int row = order.get(k);
            subtract(x, row, order.subList(k + 1, order.size()));
            if (x.get(row) != null) {
                x.set(row, graph.multiply(x.get(row), elements[row][row]));
            }
        }
        return x;
    }

    private void subtract(List<Value> x, int row, List<Integer> columns) {
        for (int column : columns) {
            if (elements[row][column] != null && x.get(column) != null) {
                Value factor = graph.negate(elements[row][column]);
                // Fused here, since solutions for several sides share products.
                x.set(
                        row,
                        x.get(row) == null
                                ? graph.multiply(factor, x.get(column))
                                : graph.fma(factor, x.get(column), x.get(row)));
            }
        }
    }
}
