package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.FormulaText;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.Output;
import java.io.Serializable;
import java.util.List;

/**
 * How the rows of a grid are chosen in rounds: first those of a coarse grid, then only what lies between rows of different
 * classes.
 *
 * @param by what tells classes apart: rows with the same value of this expression over columns are of one class
 * @param axes along which axes; none if all rows are simulated
 * @param fill whether the table has the rows, too, that were not simulated
 */
public record Refinement(Expression by, List<Along> axes, boolean fill) implements Serializable {
    /** All rows are simulated. */
    public static final Refinement NONE = new Refinement(new Expression.Literal(0), List.of(), false);

    /** The largest number of axes. */
    public static final int MOST_AXES = 4;

    /** The fewest values of an axis: between fewer there is nothing to leave out. */
    public static final int FEWEST_VALUES = 4;

    /**
     * An axis.
     *
     * @param axis its position among the axes of the space
     * @param coarse every so many-th value is on the coarse grid, and the last one
     */
    public record Along(int axis, long coarse) implements Serializable {}

    public Refinement {
        axes = List.copyOf(axes);
    }

    /** What tells classes apart, as people write it. */
    public String classes() {
        return FormulaText.of(by);
    }

    /** The columns of a table, of which some rows may be filled in. */
    public List<Output> columns(List<Output> outputs) {
        return fill ? outputs.stream().map(Refinement::filled).toList() : outputs;
    }

    private static Output filled(Output output) {
        Column column = output.column();
        return output instanceof Output.Status
                ? new Output.Status(new Column(
                        column.name(), column.type(), column.role(), column.unit(), "'ok', 'diverged' or 'filled'"))
                : output;
    }

    /** Whether rows are chosen. */
    public boolean isPresent() {
        return !axes.isEmpty();
    }
}
