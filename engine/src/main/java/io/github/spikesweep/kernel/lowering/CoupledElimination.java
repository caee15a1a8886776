package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.lowering.linear.Elimination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Solves the linear equations of cells between which something flows by the difference of their variables: W u − Σ f (u_i − u_j) = s, with a column f for each
 * difference. Each cell is solved by itself, W u⁰ = s; then come the differences of what is coupled, of which there are few, and from these what flows (Woodbury's
 * formula). Where cells are equal their differences are exactly 0, and each has the solution that it has alone.
 */
final class CoupledElimination {
    private final ValueGraph graph;
    private final Elimination cells;
    /** The variables that are coupled with one of smaller index, whose differences from that are solved for. */
    private final List<Integer> coupled = new ArrayList<>();
    /** Of each variable the one from which its difference is taken: of those that are coupled to one another the first. */
    private final int[] base;
    /** For each of {@link #coupled} what a unit of its difference adds to each equation; null for 0. */
    private final List<Value[]> columns = new ArrayList<>();

    private final Elimination differences;

    /**
     * @param matrix W, by row and column, null for 0; it is overwritten
     * @param flows the columns f, by row and difference, null for 0
     */
    CoupledElimination(ValueGraph graph, Value[][] matrix, Value[][] flows, List<LinearizedSlopes.Difference> between) {
        this.graph = graph;
        this.cells = new Elimination(graph, matrix);
        this.base = IntStream.range(0, matrix.length).toArray();
        between.forEach(each -> join(base[each.variable()], base[each.subtracted()]));
        for (int v = 0; v < base.length; v++) {
            if (base[v] < v) {
                coupled.add(v);
                columns.add(column(v, flows, between));
            }
        }
        this.differences = new Elimination(graph, ofDifferences());
    }

    private void join(int a, int b) {
        for (int v = 0; v < base.length; v++) {
            base[v] = base[v] == Math.max(a, b) ? Math.min(a, b) : base[v];
        }
    }

    private Value[] column(int variable, Value[][] flows, List<LinearizedSlopes.Difference> between) {
        Value[] column = new Value[base.length];
        for (int k = 0; k < between.size(); k++) {
            boolean isFrom = between.get(k).variable() == variable;
            if (isFrom || between.get(k).subtracted() == variable) {
                for (int row = 0; row < column.length; row++) {
                    column[row] = sum(column[row], isFrom ? flows[row][k] : negated(flows[row][k]));
                }
            }
        }
        return column;
    }

    /** Null is 0, here and below. */
    private Value sum(Value a, Value b) {
        return a == null ? b : b == null ? a : graph.add(a, b);
    }

    private Value negated(Value value) {
        return value == null ? null : graph.negate(value);
    }

    /** 1 − Z, with in Z what the flow by one difference makes of another. */
    private Value[][] ofDifferences() {
        Value[][] matrix = new Value[coupled.size()][coupled.size()];
        for (int k = 0; k < coupled.size(); k++) {
            List<Value> change = cells.solution(Arrays.asList(columns.get(k)));
            for (int row = 0; row < coupled.size(); row++) {
                int variable = coupled.get(row);
                Value element = sum(change.get(base[variable]), negated(change.get(variable)));
                matrix[row][k] = row == k ? sum(element, graph.constant(1)) : element;
            }
        }
        return matrix;
    }

    /** The values of the factorised matrices, in the order in which they are computed. */
    List<Value> values() {
        List<Value> values = new ArrayList<>(cells.values());
        values.addAll(differences.values());
        return values;
    }

    /** The solution for a right side. */
    List<Value> solution(List<Value> side) {
        List<Value> alone = cells.solution(side);
        if (coupled.isEmpty()) {
            return alone;
        }
        List<Value> between = differences.solution(coupled.stream()
                .map(variable -> graph.subtract(alone.get(variable), alone.get(base[variable])))
                .toList());
        List<Value> whole = new ArrayList<>(side);
        for (int k = 0; k < between.size(); k++) {
            for (int row = 0; row < whole.size(); row++) {
                if (columns.get(k)[row] != null) {
                    whole.set(row, graph.fma(columns.get(k)[row], between.get(k), whole.get(row)));
                }
            }
        }
        return cells.solution(whole);
    }
}
