package io.github.spikesweep.job;

import java.io.PrintWriter;
import java.time.Duration;

/** Progress where there is no terminal: a line now and then, for a log. */
public final class LineProgress implements Progress {
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final PrintWriter out;
    private final String name;
    private final long rows;
    private final double neuronSteps;

    public LineProgress(PrintWriter out, String name, long rows, double neuronSteps) {
        this.out = out;
        this.name = name;
        this.rows = rows;
        this.neuronSteps = neuronSteps;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void show(RunTotals soFar, Duration elapsed) {
        double rate = soFar.neuronSteps() / Figures.seconds(elapsed);
        String left = rate > 0 ? ", " + Figures.duration((neuronSteps - soFar.neuronSteps()) / rate) + " left" : "";
        out.println("%s: %s of %s rows, %s%s"
                .formatted(name, Figures.count(soFar.rows()), Figures.count(rows), Figures.rate(rate), left));
        out.flush();
    }

    @Override
    public void close() {}
}
