package io.github.spikesweep.job;

import io.github.spikesweep.progress.Figures;
import java.time.Duration;

/** Tells a user who stops a run what becomes of the wave that is running. */
final class StopText {
    private StopText() {}

    /**
     * After the first request.
     *
     * @param cutShort whether the wave ends now and keeps its finished rows; otherwise it goes on to its end
     * @param rows how many rows it has finished, as far as known
     * @param fraction how much of the wave is done, as far as known
     * @param elapsed how long that took
     */
    static String orderly(boolean cutShort, long rows, double fraction, Duration elapsed) {
        if (cutShort) {
            return rows == 0
                    ? "stopping; no row of this wave is finished"
                    : "stopping; finished rows are kept, those under way are not (Ctrl-C again to stop without writing)";
        }
        return "stopping after this wave%s; press Ctrl-C again to stop at once, without its rows"
                .formatted(fraction > 0 ? ", " + left(fraction, elapsed) : "");
    }

    private static String left(double fraction, Duration elapsed) {
        return Figures.about(Figures.seconds(elapsed) * Math.max(0, 1 - fraction) / fraction);
    }

    /**
     * After the second.
     *
     * @param rows how many rows of the wave are finished, as far as known, and so are lost
     */
    static String atOnce(long rows) {
        return rows == 0 ? "stopping at once" : "stopping at once; %s lost".formatted(rows(rows));
    }

    private static String rows(long rows) {
        return rows == 1
                ? "the finished row of this wave is"
                : "the " + Figures.count(rows) + " finished rows of this wave are";
    }
}
