package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.wave.Engine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopTextTest {
    private static final Duration ELAPSED = Duration.ofSeconds(24);

    @Test
    void tellsHowLongAWaveGoesOn() {
        assertEquals(
                "stopping after this wave, about 8.0 s; press Ctrl-C again to stop at once, with the rows of finished tasks",
                StopText.orderly(Engine.Stop.AFTER_THE_WAVE, 1000, 0.75, ELAPSED));
        assertEquals(
                "stopping after this wave; press Ctrl-C again to stop at once, with the rows of finished tasks",
                StopText.orderly(Engine.Stop.AFTER_THE_WAVE, 0, 0, ELAPSED));
        assertEquals(
                "stopping after this wave, under 0.1 s; press Ctrl-C again to stop at once, with the rows of finished tasks",
                StopText.orderly(Engine.Stop.AFTER_THE_WAVE, 1200, 1.2, ELAPSED));
    }

    @Test
    void tellsWhatIsKept() {
        assertEquals(
                "stopping; finished rows are kept, those under way are not (Ctrl-C again to keep only those of finished tasks)",
                StopText.orderly(Engine.Stop.EARLY, 512, 0.5, ELAPSED));
        assertEquals("stopping; no row of this wave is finished", StopText.orderly(Engine.Stop.EARLY, 0, 0.5, ELAPSED));
    }

    @Test
    void tellsWhatIsLost() {
        assertEquals("stopping at once", StopText.atOnce(Engine.Stop.EARLY, 0));
        String kept = "stopping at once; rows of finished tasks are kept, others are not";
        assertEquals(kept, StopText.atOnce(Engine.Stop.EARLY, 1));
        assertEquals(kept, StopText.atOnce(Engine.Stop.AFTER_THE_WAVE, 1024));
    }

    @Test
    void keepsRowsWhateverIsAsked() {
        String kept = "stopping; finished rows are kept, those under way are not";
        assertEquals(kept, StopText.orderly(Engine.Stop.KEEPING_ROWS, 512, 0.5, ELAPSED));
        assertEquals(kept, StopText.atOnce(Engine.Stop.KEEPING_ROWS, 512));
        assertEquals("stopping; no row of this wave is finished", StopText.atOnce(Engine.Stop.KEEPING_ROWS, 0));
    }
}
