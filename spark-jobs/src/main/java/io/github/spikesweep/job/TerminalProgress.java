package io.github.spikesweep.job;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on a terminal: a bar with rows, speed and the time left. It vanishes when the run has ended. */
public final class TerminalProgress implements Progress {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private static final String TO_START_OF_LINE = "\r";
    private static final String ERASE_REST_OF_LINE = "\u001b[K";

    private final PrintStream out;
    private final ProgressBar bar;

    /** @param out the terminal */
    public TerminalProgress(PrintStream out, String name, long rows) {
        this.out = out;
        this.bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(rows)
                .setUnit(" rows", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) INTERVAL.toMillis())
                .setConsumer(new DelegatingProgressBarConsumer(
                        line -> out.print(TO_START_OF_LINE + line + ERASE_REST_OF_LINE)))
                .build();
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void show(RunStatus status) {
        bar.stepTo(Math.min(status.rowsDone(), bar.getMax()));
        bar.setExtraMessage(Figures.shortRate(status.neuronStepsPerSecond()));
    }

    @Override
    public void close() {
        bar.close();
        out.print(TO_START_OF_LINE + ERASE_REST_OF_LINE);
    }
}
