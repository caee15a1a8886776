package io.github.spikesweep.job;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Progress where there is no terminal: a line now and then, for a log. */
public final class LineProgress implements Progress {
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final PrintWriter out;
    private final String name;

    public LineProgress(PrintWriter out, String name) {
        this.out = out;
        this.name = name;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void show(RunStatus status) {
        StringBuilder line = new StringBuilder("%s: %s of %s rows (%s), %s, %s"
                .formatted(
                        name,
                        Figures.count(status.rowsDone()),
                        Figures.count(status.rows()),
                        String.format(Locale.ROOT, "%.1f %%", 100 * status.fraction()),
                        Figures.rate(status.neuronStepsPerSecond()),
                        Figures.counted(status.runningTasks(), "task")));
        status.secondsLeft()
                .ifPresent(
                        left -> line.append(", ").append(Figures.duration(left)).append(" left"));
        out.println(line);
        out.flush();
    }

    @Override
    public void close() {}
}
