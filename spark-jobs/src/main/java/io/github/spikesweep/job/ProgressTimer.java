package io.github.spikesweep.job;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/** Tells a display how far the run has come, at the intervals it wants, until closed. */
final class ProgressTimer implements AutoCloseable {
    private final Progress progress;
    private final Supplier<RunTotals> totals;
    private final Timer timer = new Timer("progress", true);

    ProgressTimer(Progress progress, Supplier<RunTotals> totals) {
        this.progress = progress;
        this.totals = totals;
    }

    /** Starts the clock. */
    void start() {
        long start = System.nanoTime();
        long interval = progress.interval().toMillis();
        TimerTask show = new TimerTask() {
            @Override
            public void run() {
                progress.show(totals.get(), Duration.ofNanos(System.nanoTime() - start));
            }
        };
        timer.schedule(show, interval, interval);
    }

    @Override
    public void close() {
        timer.cancel();
        progress.close();
    }
}
