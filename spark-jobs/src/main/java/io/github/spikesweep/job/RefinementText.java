package io.github.spikesweep.job;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.results.FilledAudit;
import io.github.spikesweep.results.RecordedGrid;
import io.github.spikesweep.sweep.Refinement;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.refine.RefinedGrid;
import io.github.spikesweep.sweep.rows.RowCount;
import java.util.ArrayList;
import java.util.List;

/** Describes in words which rows of a refined sweep are simulated. */
final class RefinementText {
    private RefinementText() {}

    /**
     * What was simulated, in lines.
     *
     * @param simulated how many rows
     * @param finished whether these are all that had to be
     */
    static List<String> of(SweepDefinition definition, RecordedGrid grid, long simulated, boolean finished) {
        List<String> lines = new ArrayList<>();
        lines.add("%s of the %s rows of the grid simulated%s"
                .formatted(
                        Figures.count(simulated),
                        count(grid.rows()),
                        finished ? ", where " + grid.by() + " changes" : " so far"));
        if (finished && grid.filled() > 0) {
            lines.add("%s filled in, with the status 'filled'".formatted(Figures.counted(grid.filled(), "row")));
        }
        grid.audit().ifPresent(found -> lines.add(audit(definition, found)));
        return lines;
    }

    private static String audit(SweepDefinition definition, FilledAudit found) {
        if (found.rows() == 0) {
            return "no other rows were chosen by the audit";
        }
        String others = Figures.counted(found.rows(), "other row") + " simulated by the audit: ";
        return others
                + (found.example().isEmpty()
                        ? "none is of another class than it was taken for"
                        : "%s of another class than %s taken for, such as %s"
                                .formatted(
                                        found.wrong() == 1 ? "1 is" : Figures.count(found.wrong()) + " are",
                                        found.wrong() == 1 ? "it was" : "they were",
                                        AuditText.row(
                                                definition, found.example().getAsLong())));
    }

    private static String count(RowCount rows) {
        return (rows.exact() ? "" : "about ") + Figures.count(rows.rows());
    }

    /** What a run will simulate. */
    static String plan(SweepDefinition definition, RefinedGrid grid, RowCount rows) {
        Refinement refinement = definition.refinement();
        return "the coarse grid, %s rows, then only where %s changes; at most the whole grid, %s rows"
                .formatted(
                        (grid.isWhole() ? "" : "at most ") + Figures.count(grid.coarsePoints()),
                        refinement.classes(),
                        count(rows));
    }
}
