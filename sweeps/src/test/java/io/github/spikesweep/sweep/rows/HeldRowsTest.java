package io.github.spikesweep.sweep.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.sweep.writing.SweepText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Sweeps over a neuron whose voltage is held after a spike. */
class HeldRowsTest {
    private static final String LEAKY = """
            name: Leaky
            variables: {v: {initial: -65, unit: mV}}
            parameters:
              tau: {default: 10, unit: ms}
              t_ref: {default: 2, unit: ms}
            input: {name: I, unit: mV}
            equations: {v: (-65 - v + I) / tau}
            reset: {v: -65}
            hold: t_ref
            spike: {variable: v, threshold: -50}
            """;

    private static final String SCAN = """
            name: scan
            model: leaky.yaml
            duration: 200
            input: 20
            """;

    private static final String STEP = "step: 0.05\n";
    private static final String TOLERANCE = "tolerance: 1e-7\n";

    private static SweepDefinition read(String text) {
        return read(text, LEAKY);
    }

    private static SweepDefinition read(String text, String model) {
        return SweepReader.read(
                "scan.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                path -> model.getBytes(StandardCharsets.UTF_8),
                List.of());
    }

    private static List<Map<String, Object>> rows(SweepDefinition definition) {
        return Rows.of(
                definition,
                RowSet.of(definition),
                List.of("spike_count", "first_spike_ms", "isi_mean_ms", "diverged_at_ms", "status"));
    }

    @Test
    void theHoldIsAParameter() {
        SweepDefinition definition = read(SCAN + STEP + TOLERANCE + """
                sweep:
                  t_ref: [0.05, 2, 3.217, 25]
                  integrator: [RK4, RK6, Butcher6, DormandPrince]
                audit: {fraction: 1}
                """);
        List<Map<String, Object>> rows = rows(definition);
        double rise = 10 * Math.log(4);
        double[] holds = {0.05, 2, 3.217, 25};
        for (int row = 0; row < rows.size(); row++) {
            double interval = holds[row / 4] + rise;
            assertEquals("ok", rows.get(row).get("status"));
            assertEquals((int) ((200 - rise) / interval) + 1, rows.get(row).get("spike_count"));
            assertEquals(rise, (double) rows.get(row).get("first_spike_ms"), 1e-5);
            assertEquals(interval, (double) rows.get(row).get("isi_mean_ms"), 1e-5, "row " + row);
        }
        RowReader reader = new RowReader(definition, RowSet.of(definition), List.of("spike_count"));
        while (reader.next()) {
            assertTrue(reader.rows() > 0);
        }
        assertEquals(16, reader.audited().rows());
        assertEquals(0, reader.audited().count().difference());
        assertTrue(
                reader.audited().time().difference() < 1e-4,
                reader.audited().time().difference() + " ms");
    }

    @Test
    void aHoldThatIsNoTimeDiverges() {
        List<Map<String, Object>> rows = rows(read(SCAN + STEP + TOLERANCE
                + "sweep: {a: [-1, 0, 1], integrator: [RK4, DormandPrince]}\nparameters: {t_ref: 1/a}\n"));
        for (int row = 0; row < 4; row++) {
            assertEquals("diverged", rows.get(row).get("status"));
            assertEquals(0.0, rows.get(row).get("diverged_at_ms"));
            assertNull(rows.get(row).get("spike_count"));
        }
        assertEquals("ok", rows.get(4).get("status"));
    }

    @Test
    void aHoldThatIsNoTimeInAnyRowIsRefused() {
        assertEquals(
                "scan.yaml:6:1: the parameters make the 'hold' of Leaky -3, which is not a time of 0 or more; it is t_ref",
                assertThrows(InputException.class, () -> read(SCAN + STEP + "parameters: {t_ref: 1 - 4}\n"))
                        .getMessage());
    }

    @Test
    void aTraceShowsTheHold() {
        for (String integrator : List.of("integrator: RK4\n" + STEP, "integrator: DormandPrince\n" + TOLERANCE)) {
            SweepDefinition definition = read(SCAN + integrator);
            RowTrace trace = RowTrace.of(definition, 0, OptionalDouble.of(0.5));
            // Fires at 13.863 and is held until 15.863.
            assertEquals(-65, trace.value(0, 28), integrator);
            assertEquals(-65, trace.value(0, 31), integrator);
            assertTrue(trace.value(0, 32) > -65, integrator);
        }
    }

    @Test
    void theTableDependsOnTheHold() {
        SweepDefinition held = read(SCAN + STEP);
        SweepDefinition free = read(SCAN + STEP, LEAKY.replace("hold: t_ref\n", ""));
        assertNotEquals(CanonicalText.hash(free), CanonicalText.hash(held));
        assertEquals(
                CanonicalText.hash(free),
                CanonicalText.hash(read(SCAN + STEP, LEAKY.replace("hold: t_ref", "hold: 0"))));
        assertEquals(held, read(SweepText.of(held)));
    }
}
