package io.github.spikesweep.job;

import io.github.spikesweep.progress.RunDisplay;
import io.github.spikesweep.results.Contents;
import io.github.spikesweep.results.EarlierRun;
import io.github.spikesweep.results.Existing;
import io.github.spikesweep.results.Launch;
import io.github.spikesweep.results.RecordedGrid;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.RunRecord;
import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.results.Versions;
import io.github.spikesweep.results.WaveRecord;
import io.github.spikesweep.results.file.DataFile;
import io.github.spikesweep.results.file.ExpectedRows;
import io.github.spikesweep.results.file.FileFinding;
import io.github.spikesweep.results.lock.DirectoryLock;
import io.github.spikesweep.source.Slicing;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.cost.Workload;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.RowStatus;
import io.github.spikesweep.sweep.rows.AuditReport;
import io.github.spikesweep.sweep.rows.RowCount;
import io.github.spikesweep.wave.Engine;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which rows a directory already has and which are still to be simulated; in a new directory, all. */
record Resumption(RunRequest request, ResultsDirectory results, DirectoryLock lock, SweptRows rows, Engine engine) {
    /** The cost of a mean row does not need the number of rows, for which a filter would have to be evaluated on each. */
    private static final RowCount ONE_ROW = new RowCount(1, true);

    private SweepDefinition definition() {
        return rows.sweep().definition();
    }

    /** The waves still to run. Cleans up after interrupted runs, and moves damaged files out of the way. */
    WaveSequence waves(RunDisplay display) throws IOException {
        Optional<EarlierRun> earlier =
                request.existing() == Existing.RESUME ? results.earlier() : Optional.<EarlierRun>empty();
        if (earlier.isEmpty()) {
            results.deleteResults();
        }
        results.recover();
        List<DataFile> files = results.dataFiles();
        Contents contents = files.isEmpty()
                ? Contents.NONE
                : Contents.of(results, engine.scan(files, ExpectedRows.of(definition(), rows.all())));
        for (FileFinding.Damaged file : contents.damaged()) {
            results.setAside(file.name());
            display.note("warning: %s is damaged (%s): moved to %s, and its rows are simulated again"
                    .formatted(file.name(), file.reason(), results.name() + "/" + ResultsDirectory.DAMAGED));
        }
        if (contents.rows() > 0) {
            display.note("%s already has %s"
                    .formatted(results.name(), rows.counted(contents.rows() - contents.filledRows())));
        }
        RunTotals before = totals(contents, earlier);
        double stepsPerRow = Workload.of(definition(), rows.all(), ONE_ROW).neuronSteps();
        return new WaveSequence(
                results,
                lock,
                rows,
                engine,
                waveSize(),
                stepsPerRow,
                record(earlier),
                before,
                new Rounds(rows, results, contents.covered()));
    }

    /**
     * The totals of the existing rows, from the files where possible, since a killed run may not have recorded its last wave; the
     * rest comes from the record.
     */
    private RunTotals totals(Contents contents, Optional<EarlierRun> earlier) {
        List<WaveRecord> waves = earlier.map(EarlierRun::waves).orElse(List.of());
        RunTotals recorded = waves.stream().map(WaveRecord::totals).reduce(RunTotals.NONE, RunTotals::plus);
        boolean stepsAreKnown = definition().hasEqualSteps()
                && definition().work() == 1
                && !definition().chains().isPresent();
        long simulated = contents.rows() - contents.filledRows();
        return new RunTotals(
                simulated,
                stepsAreKnown ? simulated * definition().steps(0) : recorded.neuronSteps(),
                has("spike_count") ? contents.spikes() : recorded.spikes(),
                has(RowStatus.COLUMN) ? contents.divergedRows() : recorded.divergedRows(),
                simulated,
                simulated == 0 ? AuditReport.NONE : recorded.audit());
    }

    private boolean has(String column) {
        return definition().columns().stream().anyMatch(found -> found.name().equals(column));
    }

    private RunRecord record(Optional<EarlierRun> earlier) {
        List<Launch> launches =
                new ArrayList<>(earlier.map(EarlierRun::launches).orElse(List.of()));
        launches.add(new Launch(request.command(), Versions.current(), Instant.now()));
        List<WaveRecord> waves = earlier.map(EarlierRun::waves).orElse(List.of());
        Optional<RecordedGrid> grid = rows.isRefined() ? Optional.of(grid(earlier)) : Optional.<RecordedGrid>empty();
        return new RunRecord(definition(), request.sweep().where(), rows.counted(), launches, waves, grid);
    }

    /** An audit of what is filled in need not be repeated: it would be the same. */
    private RecordedGrid grid(Optional<EarlierRun> earlier) {
        RecordedGrid grid = RecordedGrid.of(definition(), rows.grid(), rows.counted());
        return earlier.flatMap(EarlierRun::grid)
                .flatMap(RecordedGrid::audit)
                .filter(audit -> audit.chosen().equals(definition().audit()))
                .map(grid::with)
                .orElse(grid);
    }

    private WaveSize waveSize() {
        double cost = Workload.cost(definition(), rows.all(), ONE_ROW);
        double seconds = Slicing.seconds(ONE_ROW.rows(), cost);
        double bytes =
                definition().columns().stream().mapToDouble(Resumption::bytes).sum();
        return new WaveSize(request.wave(), rows.all().perChain(), seconds, bytes);
    }

    /** The approximate size of a compressed value. */
    private static double bytes(Column column) {
        return switch (column.type()) {
            case LONG, INT -> 1;
            case DOUBLE -> column.role() == Column.Role.AXIS ? 1 : 4;
            case STRING -> column.role() == Column.Role.CARRIED ? 4 : 0.1;
            case DOUBLE_ARRAY -> 200;
        };
    }
}
