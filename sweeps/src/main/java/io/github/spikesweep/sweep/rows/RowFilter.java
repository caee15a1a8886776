package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.space.Condition;
import io.github.spikesweep.sweep.Constraint;
import io.github.spikesweep.sweep.neuron.Point;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The tests for each candidate for a row.
 *
 * @param constraints expressions that keep it if they are neither 0 nor NaN
 * @param conditions conditions on single axes that cannot be answered without testing each candidate
 * @param comparisons comparisons that drop it if they are 0; if they are NaN, the caller decides
 */
record RowFilter(List<Expression> constraints, List<Condition> conditions, List<Expression> comparisons)
        implements Serializable {
    static final RowFilter NONE = new RowFilter(List.of(), List.of(), List.of());

    RowFilter {
        constraints = List.copyOf(constraints);
        conditions = List.copyOf(conditions);
        comparisons = List.copyOf(comparisons);
    }

    boolean isEmpty() {
        return constraints.isEmpty() && conditions.isEmpty() && comparisons.isEmpty();
    }

    RowFilter keeping(List<Expression> further) {
        List<Expression> all = new ArrayList<>(constraints);
        all.addAll(further);
        return new RowFilter(all, conditions, comparisons);
    }

    RowFilter and(List<Condition> further) {
        List<Condition> all = new ArrayList<>(conditions);
        all.addAll(further);
        return new RowFilter(constraints, all, comparisons);
    }

    RowFilter unlessFalse(Expression comparison) {
        List<Expression> all = new ArrayList<>(comparisons);
        all.add(comparison);
        return new RowFilter(constraints, conditions, all);
    }

    boolean accepts(Point point) {
        for (Condition condition : conditions) {
            if (!point.satisfies(condition)) {
                return false;
            }
        }
        for (Expression constraint : constraints) {
            if (!Constraint.keeps(point.evaluate(constraint))) {
                return false;
            }
        }
        for (Expression comparison : comparisons) {
            if (point.evaluate(comparison) == 0) {
                return false;
            }
        }
        return true;
    }
}
