package io.github.spikesweep.job;

import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/** Tells a display how far the run has come, at the intervals it wants, until closed. */
final class ProgressTimer implements AutoCloseable {
    private final Progress progress;
    private final Supplier<RunStatus> status;
    private final Timer timer = new Timer("progress", true);

    ProgressTimer(Progress progress, Supplier<RunStatus> status) {
        this.progress = progress;
        this.status = status;
    }

    /** Starts the clock. */
    void start() {
        long interval = progress.interval().toMillis();
        TimerTask show = new TimerTask() {
            @Override
            public void run() {
                progress.show(status.get());
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
