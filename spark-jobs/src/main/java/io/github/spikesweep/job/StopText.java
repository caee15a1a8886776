package io.github.spikesweep.job;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.wave.Engine;
import java.time.Duration;

/** Tells a user who stops a run what becomes of the wave that is running. */
final class StopText {
    private static final String KEPT = "stopping; finished rows are kept, those under way are not";

    private StopText() {}

    /**
     * After the first request.
     *
     * @param stops what becomes of the wave
     * @param rows how many rows it has finished, as far as known
     * @param fraction how much of the wave is done, as far as known
     * @param elapsed how long that took
     */
    static String orderly(Engine.Stop stops, long rows, double fraction, Duration elapsed) {
        if (stops != Engine.Stop.AFTER_THE_WAVE) {
            return rows == 0 ? "stopping; no row of this wave is finished" : KEPT + onlyOfTasks(stops);
        }
        return "stopping after this wave%s; press Ctrl-C again to stop at once, with the rows of finished tasks"
                .formatted(fraction > 0 ? ", " + left(fraction, elapsed) : "");
    }

    private static String left(double fraction, Duration elapsed) {
        return Figures.about(Figures.seconds(elapsed) * Math.max(0, 1 - fraction) / fraction);
    }

    private static String onlyOfTasks(Engine.Stop stops) {
        return stops == Engine.Stop.EARLY ? " (Ctrl-C again to keep only those of finished tasks)" : "";
    }

    /**
     * After the second.
     *
     * @param stops what becomes of the wave
     * @param rows how many rows of the wave are finished, as far as known
     */
    static String atOnce(Engine.Stop stops, long rows) {
        if (stops == Engine.Stop.KEEPING_ROWS) {
            return orderly(stops, rows, 0, Duration.ZERO);
        }
        return rows == 0 ? "stopping at once" : "stopping at once; rows of finished tasks are kept, others are not";
    }
}
