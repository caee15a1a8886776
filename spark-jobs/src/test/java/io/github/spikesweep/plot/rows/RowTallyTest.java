package io.github.spikesweep.plot.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.results.EarlierRun;
import io.github.spikesweep.results.RecordedTable;
import io.github.spikesweep.results.RunIdentity;
import io.github.spikesweep.sweep.rows.RowCount;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowTallyTest {
    private static final Optional<RowCount> ALL = Optional.of(new RowCount(15_000, true));
    private static final Optional<RowCount> ABOUT = Optional.of(new RowCount(15_000, false));
    private static final Optional<ChosenRows> TWO = Optional.of(new ChosenRows("gna > 1", 5, 3));

    @Test
    void aCompleteRunHasItsRows() {
        assertEquals(List.of("15,000 rows"), parts("complete", ALL, 15_000, Optional.empty()));
        assertEquals(List.of("1 row"), parts("complete", Optional.of(new RowCount(1, true)), 1, Optional.empty()));
        assertEquals(List.of("2 of 15,000 rows, where gna > 1"), parts("complete", ALL, 15_000, TWO));
        assertEquals(List.of("14,000 rows"), parts("complete", ABOUT, 14_000, Optional.empty()));
        assertEquals(List.of("7 rows"), parts("complete", Optional.empty(), 7, Optional.empty()));
    }

    @Test
    void aRunThatIsNotCompleteSaysSo() {
        String missing = "6,034 of 15,000 rows, the run is not complete";
        assertEquals(List.of(missing), parts("stopped", ALL, 6034, Optional.empty()));
        assertEquals(List.of(missing), parts("running", ALL, 6034, Optional.empty()));
        assertEquals(List.of(missing), parts("complete", ALL, 6034, Optional.empty()), "a file was lost");
        assertEquals(List.of("2 of 6,034 rows, where gna > 1", missing), parts("failed", ALL, 6034, TWO));
        assertEquals(
                List.of("6,034 of about 15,000 rows, the run is not complete"),
                parts("stopped", ABOUT, 6034, Optional.empty()));
        assertEquals(
                List.of("16,000 rows, the run is not complete"), parts("stopped", ABOUT, 16_000, Optional.empty()));
        assertEquals(
                List.of("7 rows, the run is not complete"), parts("stopped", Optional.empty(), 7, Optional.empty()));
    }

    /** Killed after its last wave, before it could say so. */
    @Test
    void allRowsAreAllRowsWhateverTheRecordSays() {
        assertEquals(List.of("15,000 rows"), parts("running", ALL, 15_000, Optional.empty()));
    }

    private static List<String> parts(
            String state, Optional<RowCount> expected, long present, Optional<ChosenRows> chosen) {
        EarlierRun run = new EarlierRun(
                new RunIdentity("hash", Optional.empty(), "0"),
                state,
                expected,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new RecordedTable("drawn", "", List.of()),
                Optional.empty());
        return new RowTally(run, present, chosen).parts();
    }
}
