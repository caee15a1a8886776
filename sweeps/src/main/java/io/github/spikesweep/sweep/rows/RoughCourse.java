package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.model.SpikeEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;

/**
 * The states that a row passes through, roughly: a linearly implicit Euler method follows them, which is stable however stiff the equations are, with the
 * Jacobian from differences of slopes. Expressions are evaluated one number at a time; nothing is compiled. Noise and holds are left out.
 */
final class RoughCourse {
    /** Of a variable, in one step, relative to 1 + its size. */
    private static final double MOST_CHANGE = 0.1;

    private static final double LITTLE_CHANGE = 0.03;
    private static final double SHORTEST = 1e-12;
    /** Relative to 1 + the size of a variable: the square root of the spacing of numbers. */
    private static final double DIFFERENCE = 1e-8;

    /** Is told of every step. */
    interface Visitor {
        void visit(double[][] jacobian, double length);
    }

    private final KernelSpec spec;
    private final Model model;
    private final Map<String, Double> quantities;
    private final double[] state;
    private double time;

    /** @param initial the state at time 0 */
    RoughCourse(KernelSpec spec, Map<String, Double> quantities, double[] initial) {
        this.spec = spec;
        this.model = spec.model();
        this.quantities = quantities;
        this.state = initial.clone();
    }

    /** About how many operations {@link #jacobian} takes. */
    static long cost(Model model, int most) {
        long size = 0;
        for (List<Definition> definitions : List.of(model.let(), model.equations())) {
            for (Definition definition : definitions) {
                size += definition.expression().size(most);
            }
        }
        return size * (model.variables().size() + 1);
    }

    /** Goes on until a time, in so many steps at most. */
    void follow(double until, double firstStep, double longestStep, int mostSteps, Visitor visitor) {
        double step = firstStep;
        for (int k = 0; k < mostSteps && time < until; k++) {
            double[] slopes = slopes(state);
            double[][] jacobian = jacobian(slopes);
            double[] change = change(jacobian, slopes, step);
            while (!(size(change) <= MOST_CHANGE)) {
                step /= 2;
                if (step < SHORTEST) {
                    return;
                }
                change = change(jacobian, slopes, step);
            }
            visitor.visit(jacobian, step);
            double[] before = state.clone();
            for (int v = 0; v < state.length; v++) {
                state[v] += change[v];
            }
            time += step;
            fire(before);
            if (size(change) < LITTLE_CHANGE) {
                step = Math.min(2 * step, longestStep);
            }
        }
    }

    private double size(double[] change) {
        double largest = 0;
        for (int v = 0; v < change.length; v++) {
            largest = Math.max(largest, Math.abs(change[v]) / (1 + Math.abs(state[v])));
        }
        return largest;
    }

    /** The change in a step: (I/h − J)⁻¹ f; not finite if that cannot be told. */
    private double[] change(double[][] jacobian, double[] slopes, double step) {
        double[][] matrix = new double[slopes.length][slopes.length];
        for (int row = 0; row < slopes.length; row++) {
            for (int column = 0; column < slopes.length; column++) {
                matrix[row][column] = (row == column ? 1 / step : 0) - jacobian[row][column];
            }
        }
        try {
            return new LUDecomposition(new Array2DRowRealMatrix(matrix, false))
                    .getSolver()
                    .solve(new ArrayRealVector(slopes, false))
                    .toArray();
        } catch (MathRuntimeException e) { // singular: no step of this length
            return new double[] {Double.NaN};
        }
    }

    /** The derivative of the slope of each variable (row) by each (column), now. */
    double[][] jacobian() {
        return jacobian(slopes(state));
    }

    private double[][] jacobian(double[] slopes) {
        double[][] jacobian = new double[state.length][state.length];
        for (int column = 0; column < state.length; column++) {
            double[] moved = state.clone();
            moved[column] += DIFFERENCE * (1 + Math.abs(moved[column]));
            double[] there = slopes(moved);
            for (int row = 0; row < state.length; row++) {
                jacobian[row][column] = (there[row] - slopes[row]) / (moved[column] - state[column]);
            }
        }
        return jacobian;
    }

    private double[] slopes(double[] at) {
        Map<String, Double> values = values(at);
        return model.equations().stream()
                .mapToDouble(equation -> Evaluator.evaluate(equation.expression(), values::get))
                .toArray();
    }

    private Map<String, Double> values(double[] at) {
        Map<String, Double> given = new HashMap<>(quantities);
        given.put(Model.TIME, time);
        Map<String, Double> values = new HashMap<>(given);
        for (int cell = 0; cell < model.cells().size(); cell++) {
            Expression input = spec.inputs().get(cell);
            values.put(model.cells().get(cell).input().name(), Evaluator.evaluate(input, given::get));
        }
        for (int v = 0; v < at.length; v++) {
            values.put(model.variables().get(v).name(), at[v]);
        }
        for (Definition definition : model.let()) {
            values.put(definition.name(), Evaluator.evaluate(definition.expression(), values::get));
        }
        return values;
    }

    /** Does what spikes do. */
    private void fire(double[] before) {
        List<Cell> fired = new ArrayList<>();
        for (int cell = 0; cell < model.cells().size(); cell++) {
            if (model.fires(cell)) {
                SpikeCondition spike = spec.spike(cell, quantities::get);
                int variable = spec.spikeVariable(cell);
                if (spike.isReached(state[variable]) && !spike.isReached(before[variable])) {
                    fired.add(model.cells().get(cell));
                }
            }
        }
        for (SpikeEvent event : model.events()) {
            if (fired.contains(model.cells().get(event.cell()))) {
                assign(event.assignments());
            }
        }
        fired.forEach(cell -> assign(cell.reset()));
    }

    private void assign(List<Definition> assignments) {
        if (assignments.isEmpty()) {
            return;
        }
        Map<String, Double> values = values(state);
        for (Definition assignment : assignments) {
            state[model.indexOf(assignment.name())] = Evaluator.evaluate(assignment.expression(), values::get);
        }
    }
}
