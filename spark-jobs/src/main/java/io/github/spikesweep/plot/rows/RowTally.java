package io.github.spikesweep.plot.rows;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.results.EarlierRun;
import io.github.spikesweep.sweep.rows.RowCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many rows a picture has, and of how many.
 *
 * @param run that wrote the results
 * @param present how many rows are in the directory
 * @param chosen those of them that satisfy the user's condition, if there is one
 */
public record RowTally(EarlierRun run, long present, Optional<ChosenRows> chosen) {
    /** How many rows the picture is about. */
    public long wanted() {
        return chosen.map(ChosenRows::count).orElse(present);
    }

    /** The same in words: {@code 24 rows}; {@code 6,034 of 15,000 rows, the run is not complete}; {@code 12 of 24 rows, where gna > 1}. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        if (run.grid().isPresent() && run.grid().get().filled() == 0) {
            return refined(run.grid().get().rows());
        }
        Optional<RowCount> missing = run.moreThan(present);
        String there = missing.map(all -> "%s of %s%s rows, the run is not complete"
                        .formatted(Figures.count(present), all.exact() ? "" : "about ", Figures.count(all.rows())))
                .orElseGet(() -> Figures.counted(present, "row") + (isUnfinished() ? ", the run is not complete" : ""));
        if (chosen.isPresent()) {
            parts.add("%s of %s, where %s"
                    .formatted(
                            Figures.count(wanted()),
                            Figures.counted(present, "row"),
                            chosen.get().condition()));
        }
        if (chosen.isEmpty() || missing.isPresent() || isUnfinished()) {
            parts.add(there);
        }
        return parts;
    }

    /** Of a refined sweep: {@code 893 of 16,641 rows simulated}. */
    private List<String> refined(RowCount all) {
        boolean complete = run.isComplete() && run.moreThan(present).isEmpty();
        String there = "%s of %s%s rows simulated%s"
                .formatted(
                        Figures.count(present),
                        all.exact() ? "" : "about ",
                        Figures.count(all.rows()),
                        complete ? "" : ", the run is not complete");
        return chosen.isEmpty()
                ? List.of(there)
                : List.of(
                        "%s of these, where %s"
                                .formatted(Figures.count(wanted()), chosen.get().condition()),
                        there);
    }

    /** Records of older versions do not say how many rows there should be, and an estimate may be too low. */
    private boolean isUnfinished() {
        return !run.isComplete() && run.expected().filter(RowCount::exact).isEmpty();
    }
}
