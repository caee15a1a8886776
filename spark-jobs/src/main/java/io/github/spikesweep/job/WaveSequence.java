package io.github.spikesweep.job;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.progress.RunDisplay;
import io.github.spikesweep.progress.RunStatus;
import io.github.spikesweep.results.DataFile;
import io.github.spikesweep.results.DirectoryLock;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.RunRecord;
import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.results.WaveRecord;
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
    private Remaining remaining;
    private RunTotals computed = RunTotals.NONE;
    private TaskTimes times = TaskTimes.NONE;
    private Optional<Wave> current = Optional.empty();

    /**
     * @param record of the run, to which waves are added
     * @param before the totals of rows that already exist
     * @param remaining the rows still to be simulated
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
            Remaining remaining) {
        this.results = results;
        this.lock = lock;
        this.rows = rows;
        this.engine = engine;
        this.pace = pace;
        this.neuronStepsPerRow = neuronStepsPerRow;
        this.merger = new FileMerger(engine, results);
        this.record = record;
        this.before = before;
        this.remaining = remaining;
    }

    /** Runs them. */
    @SuppressWarnings("try") // what is shown is only closed
    RunReport run(RunDisplay display, StopSwitch stop) throws IOException, InterruptedException {
        String name = record.definition().name();
        results.write(record, RunRecord.State.RUNNING, before);
        try (RunDisplay.Shown shown = display.show(name, this::status)) {
            while (!remaining.isEmpty() && !stop.isRequested()) {
                lock.check();
                next(stop);
                merge(display, stop);
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
        SweptRows.Portion portion = rows.next(remaining, pace.rows(left, cores));
        long expected = Math.min(left, portion.rows());
        if (expected > 0) {
            WaveCut cut = pace.cut(expected, cores);
            WaveTask task = engine.wave(rows.at(portion.positions()), cut, results, description());
            run(new Wave(task, expected, engine.stops()), stop);
            if (task.hasEndedEarly()) {
                return; // What it has not simulated is found when the run is resumed.
            }
        }
        remaining = remaining.without(portion.positions());
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
        return "%s, wave %d: from row %s of %s"
                .formatted(
                        record.definition().name(),
                        record.waves().size() + 1,
                        Figures.count(totals().writtenRows()),
                        Figures.count(rows.count()));
    }

    private synchronized RunTotals totals() {
        return before.plus(computed);
    }

    private synchronized RunStatus status() {
        RunTotals soFar =
                current.map(wave -> computed.plus(wave.task().totals())).orElse(computed);
        int running = current.map(wave -> wave.task().runningTasks()).orElse(0);
        double underWay = current.map(wave -> wave.task().underWay()).orElse(0.0);
        long toCompute = rows.count() - before.writtenRows();
        double done = soFar.rows() + underWay;
        // Nobody knows beforehand how many steps adaptive rows take, but those so far tell.
        double stepsPerRow = stepsAreKnown() || done == 0 ? neuronStepsPerRow : soFar.neuronSteps() / done;
        return new RunStatus(
                rows.count(), before.writtenRows(), soFar, underWay, running, elapsed(), toCompute * stepsPerRow);
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
                display.note("%s has %s of %s rows; run the same command again to resume"
                        .formatted(results.name(), Figures.count(totals().writtenRows()), Figures.count(rows.count())));
                results.write(record, RunRecord.State.FAILED, totals());
            }
        } catch (IOException second) {
            e.addSuppressed(second);
        }
    }

    private RunReport end() throws IOException {
        boolean finished = remaining.isEmpty();
        RunTotals all = totals();
        if (finished && rows.areCounted() && all.writtenRows() != rows.count()) {
            throw new IllegalStateException("%s has %s rows instead of %s"
                    .formatted(results.name(), Figures.count(all.writtenRows()), Figures.count(rows.count())));
        }
        results.write(record, finished ? RunRecord.State.COMPLETE : RunRecord.State.STOPPED, all);
        List<DataFile> files = results.dataFiles();
        return new RunReport(
                all,
                computed,
                rows.count(),
                finished,
                elapsed(),
                times.tasks(),
                times.longest(),
                results.name(),
                files.size(),
                bytes(files),
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
