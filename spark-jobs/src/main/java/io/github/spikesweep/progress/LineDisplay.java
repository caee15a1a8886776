package io.github.spikesweep.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/** Shows progress without a terminal: a line now and then, for a log. */
final class LineDisplay implements RunDisplay {
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final PrintWriter out;

    LineDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void note(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public Shown show(String name, Supplier<RunStatus> status) {
        return Shown.every(INTERVAL, () -> note(StatusText.line(name, status.get())));
    }
}
