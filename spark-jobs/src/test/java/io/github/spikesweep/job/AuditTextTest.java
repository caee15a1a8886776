package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.results.AuditReport;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.reading.SweepReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditTextTest {
    private static final SweepDefinition AUDITED =
            SweepReader.read("x.yaml", """
            name: x
            neuron: HHDoubleRK4
            duration: 10
            step: 0.1
            audit: {fraction: 1}
            """.getBytes(StandardCharsets.UTF_8), path -> new byte[0], List.of());

    @Test
    void saysWhatIsIdentical() {
        assertEquals(
                Optional.of("1 row again at half the step: spike counts are identical, spike times are identical"),
                AuditText.of(AUDITED, new AuditReport(1, 0, 0, 0)));
        assertEquals(
                Optional.of("2,000 rows again at half the step: spike counts are identical,"
                        + " spike times differ by at most 3.3e-7 ms"),
                AuditText.of(AUDITED, new AuditReport(2000, 0, 0, 3.21e-7)));
    }

    @Test
    void saysInHowManyRowsTheCountChangedAgain() {
        assertEquals(
                Optional.of("3 rows again at half the step: spike counts differ by at most 5,"
                        + " spike times differ by at most 2 ms; in 1 row the count changed again with still finer steps,"
                        + " so the error may be larger"),
                AuditText.of(AUDITED, new AuditReport(3, 1, 5, 2)));
    }
}
