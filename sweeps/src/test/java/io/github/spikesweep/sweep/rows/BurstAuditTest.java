package io.github.spikesweep.sweep.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.reading.SweepReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bursts that a very slow variable ends: its error at the turn shifts every later spike by far more than the tolerance. */
class BurstAuditTest {
    /** Rinzel (1987), A formal classification of bursting mechanisms in excitable systems. */
    private static final String RINZEL = """
            name: Rinzel
            time: dimensionless
            variables:
              v: {initial: 0, unit: "1"}
              w: {initial: 0, unit: "1"}
              y: {initial: 0, unit: "1"}
            parameters:
              mu: {default: 0.0001, unit: "1"}
            input: {name: I, unit: "1"}
            equations:
              v: v - v^3/3 - w + y + I
              w: 0.08*(0.7 + v - 0.8*w)
              y: mu*(-0.775 - v - y)
            spike: {variable: v, threshold: 0}
            """;

    private static final String SWEEP = """
            name: x
            model: rinzel.yaml
            precision: double
            integrator: DormandPrince
            duration: 5000
            tolerance: %s
            outputs: [spike_times_ms]
            sweep: {input: [0.4]}
            audit: {fraction: 1}
            """;

    @Test
    void tellsTheSpikeThatIsOffMost() {
        RowReader reader = read("1e-4");
        List<Double> table = times(reader);
        AuditReport.Time found = reader.audited().time();
        assertEquals(0, found.id());
        assertEquals(table.size(), found.spikes());
        assertTrue(found.difference() > 0.05, found::toString);
        // What the audit says is the error, though the second run is off by a third of it: a run with a tolerance that
        // is 10^5 times smaller agrees.
        List<Double> exact = times(read("1e-9"));
        assertEquals(exact.size(), table.size());
        double error = 0;
        for (int spike = 0; spike < exact.size(); spike++) {
            error = Math.max(error, Math.abs(exact.get(spike) - table.get(spike)));
        }
        assertEquals(error, found.difference(), 0.1 * error);
    }

    private static RowReader read(String tolerance) {
        SweepDefinition definition = SweepReader.read(
                "x.yaml",
                SWEEP.formatted(tolerance).getBytes(StandardCharsets.UTF_8),
                Map.of("rinzel.yaml", RINZEL.getBytes(StandardCharsets.UTF_8))::get,
                List.of());
        RowReader reader = new RowReader(definition, RowSet.of(definition), List.of("spike_times_ms"));
        assertTrue(reader.next());
        return reader;
    }

    private static List<Double> times(RowReader reader) {
        return Arrays.stream(reader.getDoubles(0, 0)).boxed().toList();
    }
}
