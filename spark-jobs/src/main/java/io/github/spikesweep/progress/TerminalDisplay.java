package io.github.spikesweep.job;

import io.github.spikesweep.results.RunTotals;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Progress on a terminal: a bar with rows, speed, tasks and the time left. It vanishes when the run has ended. */
public final class TerminalProgress implements Progress {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private static final String TO_START_OF_LINE = "\r";
    private static final String ERASE_REST_OF_LINE = "\u001b[K";

    private final PrintStream out;
    private final ProgressBar bar;
    private volatile RunStatus status;

    /**
     * Starts the bar.
     *
     * @param out the terminal
     * @param rows how many rows the run has
     * @param before how many of them are there already
     */
    public TerminalProgress(PrintStream out, String name, long rows, long before) {
        this.out = out;
        this.status = new RunStatus(rows, before, RunTotals.NONE, 0, Duration.ZERO, 0);
        StatusBar line = new StatusBar(name);
        this.bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(rows)
                .setRenderer((state, width) -> line.line(status, width))
                .setUpdateIntervalMillis((int) INTERVAL.toMillis())
                // Otherwise it draws only when it hears of rows; the time left changes without.
                .continuousUpdate()
                .setConsumer(new DelegatingProgressBarConsumer(
                        text -> out.print(TO_START_OF_LINE + text + ERASE_REST_OF_LINE)))
                .build();
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void show(RunStatus now) {
        status = now;
        bar.stepTo(Math.min(now.rowsDone(), bar.getMax()));
    }

    @Override
    public void close() {
        bar.close();
        out.print(TO_START_OF_LINE + ERASE_REST_OF_LINE);
    }
}
