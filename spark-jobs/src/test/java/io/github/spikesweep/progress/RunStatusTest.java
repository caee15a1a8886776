package io.github.spikesweep.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.sweep.rows.AuditReport;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Lines of progress, for given statuses. */
class RunStatusTest {
    private static final int STEPS = 1000;

    @Test
    void tellsHowFarTheRunIs() {
        assertEquals(
                "grid: 25,000 of 100,000 rows (25.0 %), 2.5 million neuron-steps/s, 2 tasks, 30 s left",
                line(status(100_000, 0, 25_000, 2, Duration.ofSeconds(10))));
    }

    @Test
    void rowsThatWereThereCountAsDoneAndTakeNoTime() {
        assertEquals(
                "grid: 75,000 of 100,000 rows (75.0 %), 2.5 million neuron-steps/s, 1 task, 10 s left",
                line(status(100_000, 50_000, 25_000, 1, Duration.ofSeconds(10))));
    }

    @Test
    void doesNotGuessBeforeAnythingIsKnown() {
        assertEquals(
                "grid: 50,000 of 100,000 rows (50.0 %), 0 neuron-steps/s, 0 tasks",
                line(status(100_000, 50_000, 0, 0, Duration.ofSeconds(1))));
        assertEquals(
                "grid: 0 of 100,000 rows (0.0 %), 0 neuron-steps/s, 0 tasks",
                line(status(100_000, 0, 0, 0, Duration.ZERO)));
    }

    @Test
    void neverTellsOfMoreThanAll() {
        RunStatus more = status(100, 90, 20, 1, Duration.ofSeconds(10));
        assertEquals("grid: 100 of 100 rows (100.0 %), 2,000 neuron-steps/s, 1 task, under 0.1 s left", line(more));
        assertEquals(OptionalDouble.of(0), more.secondsLeft());
        assertEquals(1, status(0, 0, 0, 0, Duration.ZERO).fraction());
    }

    @Test
    void partsOfRowsCount() {
        RunTotals totals = new RunTotals(0, 250, 0, 0, 0, AuditReport.NONE);
        assertEquals(
                "grid: 0 of 1 rows (25.0 %), 25 neuron-steps/s, 1 task, 30 s left",
                line(new RunStatus(1, 0, totals, 0.25, 1, Duration.ofSeconds(10), 1000)));
    }

    /** A status while rows with equal steps are computed. */
    private static RunStatus status(long rows, long before, long computed, int tasks, Duration elapsed) {
        RunTotals totals = new RunTotals(computed, computed * STEPS, 0, 0, 0, AuditReport.NONE);
        return new RunStatus(rows, before, totals, 0, tasks, elapsed, (double) (rows - before) * STEPS);
    }

    private static String line(RunStatus status) {
        return StatusText.line("grid", status);
    }
}
