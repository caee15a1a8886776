package io.github.spikesweep.job;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells a display how far the run has come, at the intervals it wants, until closed. */
final class ProgressTimer implements AutoCloseable {
    private final Progress progress;
    private final ScheduledExecutorService timer;

    ProgressTimer(Progress progress, Supplier<RunTotals> totals) {
        this.progress = progress;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        Instant start = Instant.now();
        long interval = progress.interval().toMillis();
        timer.scheduleAtFixedRate(
                () -> progress.show(totals.get(), Duration.between(start, Instant.now())),
                interval,
                interval,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        progress.close();
    }
}
