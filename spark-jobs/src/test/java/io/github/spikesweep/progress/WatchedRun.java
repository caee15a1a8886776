package io.github.spikesweep.progress;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Passes on what it is shown.
 *
 * @param interval how often
 */
public record WatchedRun(Duration interval, Consumer<RunStatus> shown) implements RunDisplay {
    @Override
    public void note(String line) {}

    @Override
    public Shown show(String name, Supplier<RunStatus> status) {
        return Shown.every(interval, () -> shown.accept(status.get()));
    }
}
