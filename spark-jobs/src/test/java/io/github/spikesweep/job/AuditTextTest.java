package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.rows.AuditReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTextTest {
    private static final SweepDefinition AUDITED =
            SweepReader.read("x.yaml", """
            name: x
            neuron: HHDoubleRK4
            duration: 10
            step: 0.1
            audit: {fraction: 1}
            sweep: {gna: [1, 2], input: [0.1, 0.2, 0.3]}
            """.getBytes(StandardCharsets.UTF_8), path -> new byte[0], List.of());

    @Test
    void saysWhatIsIdentical() {
        assertEquals(
                List.of("1 row again at half the step", "spike counts: identical", "spike times: identical"),
                AuditText.of(AUDITED, new AuditReport(1, 0, 0, AuditReport.Count.NONE, AuditReport.Time.NONE)));
        assertEquals(List.of("no rows were chosen"), AuditText.of(AUDITED, AuditReport.NONE));
    }

    @Test
    void namesTheRowsThatDifferMost() {
        AuditReport found =
                new AuditReport(2000, 3, 1, new AuditReport.Count(1, 12, 14), new AuditReport.Time(0.10653, 5, 13, 13));
        assertEquals(
                List.of(
                        "2,000 rows again at half the step",
                        "spike counts: different in 3 rows, most in row 1 (gna 1, input 0.2):"
                                + " 12 in the table, 14 with finer steps",
                        "in 1 of these the count changed again with still finer steps, so the error may be larger",
                        "spike times: largest difference 0.107 ms, in row 5 (gna 2, input 0.3), the last of 13 spikes"),
                AuditText.of(AUDITED, found));
    }

    @Test
    void tellsOfRowsThatDivergeAndOfSingleSpikes() {
        AuditReport found = new AuditReport(
                2, 1, 0, new AuditReport.Count(0, AuditReport.DIVERGED, 0), new AuditReport.Time(3.2101e-7, 0, 1, 1));
        List<String> lines = AuditText.of(AUDITED, found);
        assertEquals(
                "spike counts: different in 1 row, most in row 0 (gna 1, input 0.1): diverged in the table, 0 with finer"
                        + " steps",
                lines.get(1));
        assertEquals(
                "spike times: largest difference 3.22e-7 ms, in row 0 (gna 1, input 0.1), its only spike",
                lines.get(2));
        AuditReport.Time fifth = new AuditReport.Time(2, 0, 5, 13);
        lines = AuditText.of(AUDITED, new AuditReport(2, 0, 0, AuditReport.Count.NONE, fifth));
        assertEquals("spike times: largest difference 2 ms, in row 0 (gna 1, input 0.1), spike 5 of 13", lines.get(2));
    }
}
