package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.Constraint;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Warnings;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sweep, and those of its rows that are wanted.
 *
 * @param definition the sweep
 * @param wanted the rows
 * @param doubts what may be wrong in the text of the file, although it is accepted, one line each
 */
public record SweepRows(SweepDefinition definition, RowSet wanted, List<String> doubts) {
    public SweepRows {
        doubts = List.copyOf(doubts);
    }

    /** All rows of a sweep. */
    public static SweepRows of(SweepDefinition definition) {
        return new SweepRows(definition, RowSet.of(definition), List.of());
    }

    /**
     * The rows that satisfy a condition, which may also use the id.
     *
     * @throws InputException if the sweep's own {@code where} and the condition keep no row together
     */
    public static SweepRows of(SweepDefinition definition, Constraint chosen, List<String> doubts) {
        RowSet wanted = RowSet.of(definition).where(chosen);
        if (wanted.isSurelyEmpty()) {
            throw new InputException("'where' and --where keep no row together");
        }
        return new SweepRows(definition, wanted, doubts);
    }

    /** Warnings about likely mistakes, one line each. */
    public List<String> warnings() {
        return warnings(wanted.count().rows());
    }

    /** The same if only so many of the rows are simulated. */
    public List<String> warnings(long rows) {
        return warnings(rows, false);
    }

    /** The same, with those for which some rows are followed for about a tenth of a second; otherwise that is done where it does not count. */
    public List<String> allWarnings() {
        return warnings(wanted.count().rows(), true);
    }

    private List<String> warnings(long rows, boolean follows) {
        return Stream.of(doubts, Warnings.of(definition, rows), UnstableSteps.warnings(definition, wanted, follows))
                .flatMap(List::stream)
                .toList();
    }
}
