package io.github.spikesweep.job;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.results.WaveRecord;
import io.github.spikesweep.wave.Engine;
import io.github.spikesweep.wave.StopSwitch;
import io.github.spikesweep.wave.TaskTimes;
import io.github.spikesweep.wave.WaveTask;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** A wave: some rows, simulated and written together, unless the user stops it. */
final class Wave {
    private final WaveTask task;
    private final long expected;
    private final Engine.Stop stops;
    private final long start = System.nanoTime();

    /**
     * @param expected about how many rows it has
     * @param stops what becomes of it if it is stopped
     */
    Wave(WaveTask task, long expected, Engine.Stop stops) {
        this.task = task;
        this.expected = expected;
        this.stops = stops;
    }

    /** The work. */
    WaveTask task() {
        return task;
    }

    /** Runs it. */
    WaveRecord run(StopSwitch stop) throws IOException, InterruptedException {
        Instant started = Instant.now();
        stop.explain(this::afterFirstRequest, this::afterSecondRequest);
        stop.onAtOnce(task::cancel);
        if (stops != Engine.Stop.AFTER_THE_WAVE) {
            stop.onOrderly(() -> {
                task.endEarly();
                if (!task.hasFinishedRows()) {
                    stop.drop();
                }
            });
        }
        try {
            task.run();
        } finally {
            stop.onOrderly(() -> {});
            stop.onAtOnce(() -> {});
        }
        TaskTimes times = task.times();
        return new WaveRecord(
                started, Figures.seconds(elapsed()), task.totals(), times.tasks(), Figures.seconds(times.longest()));
    }

    private String afterFirstRequest() {
        return StopText.orderly(stops, rows(), (rows() + task.underWay()) / expected, elapsed());
    }

    private String afterSecondRequest() {
        return StopText.atOnce(stops, rows());
    }

    /** How many rows are finished; counts may come with a delay. */
    private long rows() {
        return Math.max(task.hasFinishedRows() ? 1 : 0, task.totals().rows());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
