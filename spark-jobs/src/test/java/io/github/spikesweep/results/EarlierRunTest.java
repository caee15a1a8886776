package io.github.spikesweep.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.SweepText;
import io.github.spikesweep.source.SweepFiles;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.AuditReport;
import io.github.spikesweep.sweep.rows.RowCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are written and read back. */
class EarlierRunTest {
    private static final Launch FIRST = launch("run", "a b.yaml", "--where", "id > \"µ\"");
    private static final Launch SECOND = launch("run", "x.yaml");
    private static final Launch THIRD = launch();
    private static final RowCount ROWS = new RowCount(24, true);

    @TempDir
    private Path folder;

    @Test
    void readsWhatWasWritten() throws IOException {
        SweepDefinition definition = definition("");
        List<WaveRecord> waves = List.of(wave(5, AuditReport.NONE), wave(Long.MAX_VALUE / 2, AuditReport.NONE));
        RunRecord record =
                new RunRecord(definition, Optional.of("id > \"µ\""), ROWS, List.of(FIRST, SECOND, THIRD), waves);
        EarlierRun read = EarlierRun.read(record.text(RunRecord.State.RUNNING, RunTotals.NONE));
        assertEquals(record.identity(), read.identity());
        assertEquals("running", read.state());
        assertEquals(List.of(FIRST, SECOND, THIRD), read.launches());
        assertEquals(waves, read.waves());
        assertEquals(
                definition,
                SweepFiles.read(
                        SweepText.write(folder, "again.yaml", read.sweep().orElseThrow()), List.of()));
    }

    @Test
    void readsAnEndedRunWithoutConditionAndWaves() throws IOException {
        RunRecord record = new RunRecord(definition(""), Optional.empty(), ROWS, List.of(FIRST), List.of());
        for (RunRecord.State state : RunRecord.State.values()) {
            EarlierRun read = EarlierRun.read(record.text(state, RunTotals.NONE));
            assertEquals(state.name().toLowerCase(java.util.Locale.ROOT), read.state());
            assertEquals(Optional.empty(), read.identity().where());
            assertEquals(List.of(FIRST), read.launches());
            assertEquals(List.of(), read.waves());
        }
    }

    @Test
    void readsWhatAnAuditHasFound() throws IOException {
        WaveRecord wave = wave(
                7,
                new AuditReport(
                        3,
                        2,
                        1,
                        new AuditReport.Count(4, 7, AuditReport.DIVERGED),
                        new AuditReport.Time(0x1.5p-20, 5, 2, 9)));
        RunRecord record = new RunRecord(
                definition("audit: {fraction: 0.5}\n"), Optional.empty(), ROWS, List.of(FIRST), List.of(wave));
        assertEquals(
                List.of(wave),
                EarlierRun.read(record.text(RunRecord.State.RUNNING, RunTotals.NONE))
                        .waves());
    }

    @Test
    void readsWhatItWroteOnceMore() throws IOException {
        RunRecord record = new RunRecord(definition(""), Optional.empty(), ROWS, List.of(FIRST, SECOND), List.of());
        for (int i = 0; i < 3; i++) {
            EarlierRun read = EarlierRun.read(record.text(RunRecord.State.RUNNING, RunTotals.NONE));
            record = new RunRecord(record.definition(), read.identity().where(), ROWS, read.launches(), read.waves())
                    .and(wave(i, AuditReport.NONE));
        }
        assertEquals(
                3,
                EarlierRun.read(record.text(RunRecord.State.RUNNING, RunTotals.NONE))
                        .waves()
                        .size());
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] text = new RunRecord(
                        definition(""),
                        Optional.empty(),
                        ROWS,
                        List.of(FIRST, SECOND),
                        List.of(wave(5, AuditReport.NONE)))
                .text(RunRecord.State.RUNNING, RunTotals.NONE);
        String whole = new String(text, StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length(); length += 13) {
            byte[] cut = whole.substring(0, length).getBytes(StandardCharsets.UTF_8);
            assertThrows(IOException.class, () -> EarlierRun.read(cut));
        }
    }

    @Test
    void saysHowManyRowsAreMissing() throws IOException {
        RunRecord record = new RunRecord(definition(""), Optional.empty(), ROWS, List.of(FIRST), List.of());
        EarlierRun killed = EarlierRun.read(record.text(RunRecord.State.RUNNING, RunTotals.NONE));
        assertEquals(Optional.of(ROWS), killed.moreThan(23));
        assertEquals(Optional.empty(), killed.moreThan(24));
        EarlierRun complete = EarlierRun.read(record.text(RunRecord.State.COMPLETE, RunTotals.NONE));
        assertEquals(Optional.of(ROWS), complete.moreThan(23), "a file was lost");
        RowCount about = new RowCount(24, false);
        record = new RunRecord(definition(""), Optional.empty(), about, List.of(FIRST), List.of());
        EarlierRun estimated = EarlierRun.read(record.text(RunRecord.State.STOPPED, RunTotals.NONE));
        assertEquals(Optional.of(about), estimated.moreThan(20));
        assertEquals(
                Optional.empty(),
                EarlierRun.read(record.text(RunRecord.State.COMPLETE, RunTotals.NONE))
                        .moreThan(20));
    }

    private SweepDefinition definition(String more) throws IOException {
        return SweepFiles.read(SweepText.write(folder, "grid.yaml", SweepText.GRID + more), List.of());
    }

    private static WaveRecord wave(long rows, AuditReport audit) {
        return new WaveRecord(
                Instant.parse("2026-01-01T00:00:00Z"), 1.5, new RunTotals(rows, 9, 8, 1, rows, audit), 12, 0.25);
    }

    private static Launch launch(String... command) {
        return new Launch(
                List.of(command), new Versions("1.0", "4.2.0", "17.0.1"), Instant.parse("2026-01-01T00:00:01Z"));
    }
}
