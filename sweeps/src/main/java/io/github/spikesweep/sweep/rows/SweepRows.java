package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.Constraint;
import io.github.spikesweep.sweep.SweepDefinition;

/**
 * A sweep, and those of its rows that are wanted.
 *
 * @param definition the sweep
 * @param wanted the rows
 */
public record SweepRows(SweepDefinition definition, RowSet wanted) {
    /** All rows of a sweep. */
    public static SweepRows of(SweepDefinition definition) {
        return new SweepRows(definition, RowSet.of(definition));
    }

    /**
     * The rows that satisfy a condition, which may also use the id.
     *
     * @throws InputException if the sweep's own {@code where} and the condition keep no row together
     */
    public static SweepRows of(SweepDefinition definition, Constraint chosen) {
        RowSet wanted = RowSet.of(definition).where(chosen);
        if (wanted.isSurelyEmpty()) {
            throw new InputException("'where' and --where keep no row together");
        }
        return new SweepRows(definition, wanted);
    }
}
