package io.github.spikesweep.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The circuits that are shipped as sweeps, against SciPy; {@code shipped-circuits.py} in this module's test resources prints its figures. */
class ShippedCircuitsTest {
    @Test
    void gapJunctionLocksInPhaseAndInTurn() {
        List<Map<String, Object>> rows = rows(read("gap-junction"));
        assertEquals(116, rows.size());
        // Conductances of −0.003, −0.001, 0, 0.001, 0.005 and 0.02 mS.
        int[] ids = {0, 10, 15, 20, 40, 115};
        int[] a = {39, 31, 30, 29, 29, 28};
        int[] b = {39, 31, 28, 29, 29, 28};
        for (int k = 0; k < ids.length; k++) {
            Map<String, Object> row = rows.get(ids[k]);
            assertEquals(a[k], row.get("a_spike_count"), row::toString);
            assertEquals(b[k], row.get("b_spike_count"), row::toString);
        }
        for (Map<String, Object> row : rows) {
            double g = (double) row.get("gap_g");
            assertEquals("ok", row.get("status"), row::toString);
            assertEquals(Math.abs(g) > 1e-4, (double) row.get("a_b_locking") > 0.999, row::toString);
            double phase = (double) row.get("a_b_phase");
            assertTrue(g < -0.002 ? Math.abs(phase - 0.5) < 0.1 : g < 0.005 || phase < 0.02, row::toString);
        }
        assertTrue((double) rows.get(0).get("a_b_correlation") < -0.5);
        assertTrue((double) rows.get(115).get("a_b_correlation") > 0.999);
    }

    private static List<Map<String, Object>> rows(SweepDefinition definition) {
        return Rows.of(definition, RowSet.of(definition), Sweeps.columns(definition));
    }

    private static SweepDefinition read(String name, String... overrides) {
        Path file = Path.of(name + ".yaml");
        try {
            return SweepReader.read(
                    file.toString(),
                    Files.readAllBytes(file),
                    path -> Files.readAllBytes(Path.of(path)),
                    List.of(overrides));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
