package io.github.spikesweep.serve;

import io.github.spikesweep.progress.RunDisplay;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How far a request is.
 *
 * @param rows how many rows are done, with parts of those under way
 * @param of how many there will be
 */
record Progress(double rows, long of) {
    private static final Duration INTERVAL = Duration.ofMillis(200);

    /** Sends it now and then, until closed. */
    static RunDisplay.Shown shown(Replies replies, long id, Supplier<Progress> progress) {
        return RunDisplay.Shown.every(INTERVAL, () -> {
            Progress now = progress.get();
            try {
                replies.send(
                        Replies.event(id, "progress").put("rows", now.rows()).put("of", now.of()));
            } catch (IOException e) {
                // Nobody reads any more, so the request is being stopped.
            }
        });
    }
}
