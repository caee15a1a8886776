package io.github.spikesweep.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.sweep.rows.AuditReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusBarTest {
    /** 250 of 1000 rows existed; 250 more in 10 s, with 100,000 steps each. */
    private static final RunStatus HALF = new RunStatus(
            1000, 250, new RunTotals(250, 25_000_000, 0, 0, 0, AuditReport.NONE), 0, 2, Duration.ofSeconds(10), 75e6);

    @Test
    void showsAllWhereThereIsRoom() {
        assertEquals(
                "scan [####################--------------------]  50 %  500 of 1,000 rows, 2.5M neuron-steps/s,"
                        + " 2 tasks, 20 s left",
                StatusText.bar("scan", HALF, 200));
    }

    @Test
    void leavesOutWhatMattersLeastWhereThereIsLittle() {
        assertEquals(
                "scan [#####-----]  50 %  500 of 1,000 rows, 2.5M neuron-steps/s, 20 s left",
                StatusText.bar("scan", HALF, 74));
        assertEquals("scan [#####-----]  50 %  500 rows, 20 s left", StatusText.bar("scan", HALF, 44));
        assertEquals("scan [-", StatusText.bar("scan", HALF, 7));
    }

    @Test
    void fitsIntoAnyWidth() {
        for (int width = 0; width < 200; width++) {
            int length = StatusText.bar("scan", HALF, width).length();
            assertTrue(length <= width, width + ": " + length);
        }
    }

    @Test
    void knowsNoTimeLeftBeforeAnythingIsDone() {
        RunStatus start = new RunStatus(1000, 0, RunTotals.NONE, 0, 0, Duration.ZERO, 1e8);
        assertEquals(
                "scan [----------]   0 %  0 rows",
                StatusText.bar("scan", start, 41).replaceFirst("-{10,}", "-".repeat(10)));
    }
}
