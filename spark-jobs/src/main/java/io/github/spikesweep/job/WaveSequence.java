package io.github.spikesweep.job;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.progress.RunDisplay;
import io.github.spikesweep.progress.RunStatus;
import io.github.spikesweep.results.RecordedGrid;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.RunRecord;
import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.results.WaveRecord;
import io.github.spikesweep.results.file.DataFile;
import io.github.spikesweep.results.lock.DirectoryLock;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.wave.Engine;
import io.github.spikesweep.wave.StopSwitch;
import io.github.spikesweep.wave.TaskTimes;
import io.github.spikesweep.wave.WaveCut;
import io.github.spikesweep.wave.WaveTask;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The waves of a run, one after the other, until all rows are in the directory or the user stops it. */
final class WaveSequence {
    private final ResultsDirectory results;
    private final DirectoryLock lock;
    private final SweptRows rows;
    private final Engine engine;
    private final WaveSize pace;
    private final RunTotals before;
    private final double neuronStepsPerRow;
    private final long start = System.nanoTime();

    private final FileMerger merger;

    private boolean merges = true;
    private RunRecord record;
    private final Rounds rounds;
    private Remaining remaining;
    private RunTotals computed = RunTotals.NONE;
    private TaskTimes times = TaskTimes.NONE;
    private Optional<Wave> current = Optional.empty();
    /** The rows of the round that are not written yet. */
    private long waiting;

    /**
     * @param record of the run, to which waves are added
     * @param before the totals of rows that already exist
     * @param rounds which rows are still to be simulated
     */
    WaveSequence(
            ResultsDirectory results,
            DirectoryLock lock,
            SweptRows rows,
            Engine engine,
            WaveSize pace,
            double neuronStepsPerRow,
            RunRecord record,
            RunTotals before,
            Rounds rounds) {
        this.results = results;
        this.lock = lock;
        this.rows = rows;
        this.engine = engine;
        this.pace = pace;
        this.neuronStepsPerRow = neuronStepsPerRow;
        this.merger = new FileMerger(engine, results);
        this.record = record;
        this.before = before;
        this.rounds = rounds;
    }

    /** Runs them. */
    @SuppressWarnings("try") // what is shown is only closed
    RunReport run(RunDisplay display, StopSwitch stop) throws IOException, InterruptedException {
        String name = record.definition().name();
        left(rounds.next());
        results.write(record, RunRecord.State.RUNNING, before);
        try (RunDisplay.Shown shown = display.show(name, this::status)) {
            while (!remaining.isEmpty() && !stop.isRequested()) {
                lock.check();
                next(stop);
                if (remaining.isEmpty()) {
                    left(rounds.next());
                }
                merge(display, stop);
            }
            if (remaining.isEmpty() && rows.isRefined()) {
                fill(stop);
            }
            merge(display, stop); // Also if all rows already existed.
        } catch (Exception e) {
            // A wave that was cancelled fails.
            if (!stop.isAtOnce()) {
                fail(e, display);
                throw e;
            }
            results.deleteUnfinished();
        }
        return end();
    }

    private void next(StopSwitch stop) throws IOException, InterruptedException {
        int cores = engine.cores();
        long left = rows.left(remaining, totals().writtenRows());
        SweptRows.Portion portion = rows.next(remaining, pace.rows(left, cores), engine.mostRanges());
        long expected = Math.min(left, portion.rows());
        if (expected > 0) {
            WaveCut cut = pace.cut(expected, cores);
            WaveTask task = engine.wave(rows.at(portion.positions()), cut, results, description());
            run(new Wave(task, expected, engine.stops()), stop);
            if (task.hasEndedEarly()) {
                return; // What it has not simulated is found when the run is resumed.
            }
        }
        left(remaining.without(portion.positions()));
    }

    private synchronized void left(Remaining others) {
        remaining = others;
        waiting = others.count();
    }

    /** What follows for the rows that were not simulated. */
    private void fill(StopSwitch stop) throws IOException, InterruptedException {
        Filling filling = new Filling(rows, results);
        record = record.with(record.grid().orElseThrow().withFilled(filling.write()));
        if (record.grid().orElseThrow().audit().isPresent()) {
            return;
        }
        if (record.definition().isAudited()) {
            audit(new Remaining(filling.audited()), stop);
        }
        if (remaining.isEmpty()) {
            filling.found()
                    .ifPresent(found ->
                            record = record.with(record.grid().orElseThrow().with(found)));
            results.audited().delete();
        }
    }

    /** Simulates rows that were filled in, aside. If that is stopped, the run is not finished. */
    private void audit(Remaining chosen, StopSwitch stop) throws IOException, InterruptedException {
        Remaining left = chosen;
        while (!left.isEmpty() && !stop.isRequested()) {
            IndexRanges next = left.first(pace.rows(left.count(), engine.cores()), engine.mostRanges());
            WaveCut cut = pace.cut(next.count(), engine.cores());
            WaveTask task = engine.wave(
                    rows.at(next), cut, results.audited(), record.definition().name() + ", audit");
            new Wave(task, next.count(), engine.stops()).run(stop);
            left = task.hasEndedEarly() ? left : left.without(next);
        }
        left(left);
    }

    /** Many small files are a nuisance, but not a failure. */
    private void merge(RunDisplay display, StopSwitch stop) throws IOException {
        if (!merges || (stop.isRequested() && !remaining.isEmpty())) {
            return;
        }
        try {
            merger.merge(rows, remaining, stop);
        } catch (IOException | RuntimeException e) {
            merges = false;
            results.merge().recover();
            display.note("small files were not merged: " + e.getMessage());
        }
    }

    private void run(Wave wave, StopSwitch stop) throws IOException, InterruptedException {
        List<DataFile> earlier = results.dataFiles();
        synchronized (this) {
            current = Optional.of(wave);
        }
        WaveRecord done = wave.run(stop);
        synchronized (this) {
            current = Optional.empty();
            computed = computed.plus(done.totals());
        }
        if (wave.task().hasEndedEarly() && done.totals().writtenRows() == 0) {
            return;
        }
        record = record.and(done);
        results.write(record, RunRecord.State.RUNNING, totals());
        times = times.plus(wave.task().times());
        pace.measured(done.totals().writtenRows(), wave.task().times(), bytes(results.dataFiles()) - bytes(earlier));
    }

    /** What the next wave is called. */
    private String description() {
        return "%s, wave %d: from row %s"
                .formatted(
                        record.definition().name(),
                        record.waves().size() + 1,
                        rows.isRefined()
                                ? Figures.count(totals().writtenRows()) + ", round " + rounds.number()
                                : Figures.count(totals().writtenRows()) + " of " + Figures.count(rows.count()));
    }

    private synchronized RunTotals totals() {
        return before.plus(computed);
    }

    private synchronized RunStatus status() {
        RunTotals soFar =
                current.map(wave -> computed.plus(wave.task().totals())).orElse(computed);
        int running = current.map(wave -> wave.task().runningTasks()).orElse(0);
        double underWay = current.map(wave -> wave.task().underWay()).orElse(0.0);
        long all = rows.isRefined() ? totals().writtenRows() + waiting : rows.count();
        long toCompute = all - before.writtenRows();
        double done = soFar.rows() + underWay;
        // Nobody knows beforehand how many steps adaptive rows take, but those so far tell.
        double stepsPerRow = stepsAreKnown() || done == 0 ? neuronStepsPerRow : soFar.neuronSteps() / done;
        return new RunStatus(
                all,
                before.writtenRows(),
                soFar,
                underWay,
                running,
                elapsed(),
                toCompute * stepsPerRow,
                rows.isRefined() ? rounds.number() : RunStatus.NO_ROUND);
    }

    private boolean stepsAreKnown() {
        return record.definition().integrators().stream().noneMatch(Integrator::isAdaptive);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Keeps what earlier waves have written. */
    private void fail(Exception e, RunDisplay display) {
        try {
            results.abandon();
            if (!results.dataFiles().isEmpty()) {
                display.note("%s has %s; run the same command again to resume"
                        .formatted(results.name(), rows.counted(totals().writtenRows())));
                results.write(record, RunRecord.State.FAILED, totals());
            }
        } catch (IOException second) {
            e.addSuppressed(second);
        }
    }

    private RunReport end() throws IOException {
        boolean finished = remaining.isEmpty();
        RunTotals all = totals();
        if (finished && !rows.isRefined() && rows.areCounted() && all.writtenRows() != rows.count()) {
            throw new IllegalStateException("%s has %s rows instead of %s"
                    .formatted(results.name(), Figures.count(all.writtenRows()), Figures.count(rows.count())));
        }
        results.write(record, finished ? RunRecord.State.COMPLETE : RunRecord.State.STOPPED, all);
        List<DataFile> files = results.dataFiles();
        return new RunReport(
                all.withFilledRows(record.grid().map(RecordedGrid::filled).orElse(0L)),
                computed,
                rows.count(),
                finished,
                elapsed(),
                times.tasks(),
                times.longest(),
                results.name(),
                files.size(),
                bytes(files),
                record.grid()
                        .map(grid -> RefinementText.of(record.definition(), grid, all.writtenRows(), finished))
                        .orElse(List.of()),
                audit(all));
    }

    /** What an audit has found, or advice to make one. */
    private List<String> audit(RunTotals all) {
        SweepDefinition definition = record.definition();
        if (definition.isAudited() || computed.rows() == 0) {
            return AuditText.of(definition, all.audit());
        }
        return AuditAdvice.of(definition, (double) computed.neuronSteps() / computed.rows()).stream()
                .toList();
    }

    private static long bytes(List<DataFile> files) {
        return files.stream().mapToLong(DataFile::bytes).sum();
    }
}
