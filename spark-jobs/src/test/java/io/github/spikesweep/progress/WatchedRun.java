package io.github.spikesweep.job;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Hands over what it is shown.
 *
 * @param interval how often
 */
public record WatchedProgress(Duration interval, Consumer<RunStatus> shown) implements Progress.Display, Progress {
    @Override
    public void note(String line) {}

    @Override
    public Progress open(String name, long rows, long before) {
        return this;
    }

    @Override
    public void show(RunStatus status) {
        shown.accept(status);
    }

    @Override
    public void close() {}
}
