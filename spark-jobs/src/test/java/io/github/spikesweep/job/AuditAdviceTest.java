package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.reading.SweepReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditAdviceTest {
    private static final String ADAPTIVE = """
            name: x
            neuron: HHDoubleDormandPrince
            duration: 5000
            tolerance: 1e-4
            """;

    @Test
    void manyAdaptiveStepsAreWorthAnAudit() {
        assertEquals(
                Optional.of(
                        "none; the errors of about 9,000 steps per row, each up to a hundredth of the tolerance, may"
                                + " add up to 0.009 ms, and shift bursts by more: 'audit: {fraction: 0.1}' measures it"),
                AuditAdvice.of(read(ADAPTIVE), 9_000));
    }

    @Test
    void fewOrAccurateStepsAreNot() {
        assertEquals(Optional.empty(), AuditAdvice.of(read(ADAPTIVE), 900));
        assertEquals(Optional.empty(), AuditAdvice.of(read(ADAPTIVE, "tolerance=1e-6"), 90_000));
        assertEquals(Optional.empty(), AuditAdvice.of(read(ADAPTIVE), Double.NaN));
    }

    @Test
    void auditedSweepsAndFixedStepsGetNoAdvice() {
        assertEquals(Optional.empty(), AuditAdvice.of(read(ADAPTIVE + "audit: {fraction: 1}\n"), 1e9));
        String fixed = "name: x\nneuron: HHDoubleRK4\nduration: 5000\nstep: 0.01\nspike: {refractory: 1}\n";
        assertEquals(Optional.empty(), AuditAdvice.of(read(fixed), 1e9));
    }

    private static SweepDefinition read(String text, String... overrides) {
        return SweepReader.read(
                "x.yaml", text.getBytes(StandardCharsets.UTF_8), path -> new byte[0], List.of(overrides));
    }
}
