package io.github.spikesweep.job;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.progress.RunDisplay;
import io.github.spikesweep.results.Continuation;
import io.github.spikesweep.results.Existing;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.Versions;
import io.github.spikesweep.results.lock.DirectoryLock;
import io.github.spikesweep.simulation.ComputeDevice;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.refine.RefinedGrid;
import io.github.spikesweep.sweep.rows.RowSimulator;
import io.github.spikesweep.sweep.rows.SweepRows;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.wave.Engine;
import io.github.spikesweep.wave.StopSwitch;
import io.github.spikesweep.wave.spark.SparkEngine;
import io.github.spikesweep.wave.threads.ThreadEngine;
import java.io.IOException;
import java.util.List;

/**
 * Simulates the missing rows of a sweep and writes them as Parquet files. Everything is checked before anything is written.
 */
public final class SweepRun {
    private final RunRequest request;
    private final ComputeDevice device;
    private final SweepRows rows;
    private final SweepDefinition definition;
    private final ResultsDirectory results;

    /**
     * Checks a request, without Spark and without writing.
     *
     * @throws InputException if the sweep or the directory cannot be used
     */
    public SweepRun(RunRequest request) {
        this(request, ComputeDevice.CPU);
    }

    /**
     * The same.
     *
     * @param device what takes the steps
     */
    public SweepRun(RunRequest request, ComputeDevice device) {
        this.request = request;
        this.device = device;
        // First, so that mistakes are reported without waiting for Spark and Hadoop to start.
        this.rows = LocalPaths.read(request.sweep(), request.master());
        this.definition = rows.definition();
        String name = request.directory().orElse("results/" + definition.name());
        this.results = new ResultsDirectory(name, LocalPaths.folder(name, request.master()));
        if (definition.isRefined()) {
            RefinedGrid.of(definition, rows.wanted());
        }
        RowSimulator.check(definition, device);
        check();
    }

    private void check() {
        results.check(request.existing(), continuation()::conflict);
    }

    private Continuation continuation() {
        return new Continuation(
                definition, request.sweep().where(), Versions.current().spikesweep());
    }

    /** Warnings about likely mistakes, one line each. */
    public List<String> warnings() {
        return rows.warnings();
    }

    /** Runs it. */
    public RunReport run(RunDisplay display, StopSwitch stop) throws IOException, InterruptedException {
        try (DirectoryLock lock = results.lock(display::note)) {
            check(); // Another run may have written meanwhile.
            try (Engine engine = engine()) {
                noteGrowth(display);
                return new Resumption(request, results, lock, SweptRows.of(rows), engine)
                        .waves(display)
                        .run(display, stop);
            }
        } finally {
            results.deleteIfEmpty();
        }
    }

    private void noteGrowth(RunDisplay display) {
        if (request.existing() == Existing.RESUME) {
            long gained = results.earlier().map(continuation()::gained).orElse(0L);
            if (gained > 0) {
                display.note(
                        "%s: the sweep has gained %s combinations at its end; their ids follow those of the earlier ones"
                                .formatted(results.name(), Figures.count(gained)));
            }
        }
    }

    private Engine engine() {
        if (request.isForSpark()) {
            return SparkEngine.start(
                    request.master(),
                    request.eventLog(),
                    request.sweep(),
                    definition.name(),
                    device,
                    CanonicalText.hash(definition));
        }
        ThreadEngine engine = new ThreadEngine(
                request.threads().orElse(Runtime.getRuntime().availableProcessors()),
                Versions.current().spark(),
                device);
        engine.prepare(definition.columns());
        return engine;
    }
}
