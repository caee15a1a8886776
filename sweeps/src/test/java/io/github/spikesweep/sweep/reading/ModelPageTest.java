package io.github.spikesweep.sweep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The complete models on the page about model files run exactly as printed. */
class ModelPageTest {
    @Test
    void theHeldModelOfThePageRuns() throws IOException {
        String model = NearbyFiles.modelOfThePage("Refractory");
        SweepDefinition definition = SweepReader.read(
                "scan.yaml",
                """
                name: scan
                model: mine.yaml
                duration: 500
                step: 0.05
                sweep: {input: [10, 20], t_ref: [2, 8]}
                outputs: [spike_times_ms]
                """.getBytes(StandardCharsets.UTF_8),
                path -> model.replace("w: w + 1", "w: w").getBytes(StandardCharsets.UTF_8),
                List.of());
        List<Map<String, Object>> rows =
                Rows.of(definition, RowSet.of(definition), List.of("spike_times_ms", "status"));
        assertEquals(List.of(), rows.get(0).get("spike_times_ms"), "10 is too little to reach the threshold");
        for (int row : new int[] {2, 3}) {
            List<?> times = (List<?>) rows.get(row).get("spike_times_ms");
            double hold = row == 2 ? 2 : 8;
            assertEquals(hold + 10 * Math.log(4), (double) times.get(1) - (double) times.get(0), 1e-5);
            assertEquals("ok", rows.get(row).get("status"));
        }
    }

    @Test
    void theModelOfThePageRuns() throws IOException {
        String model = NearbyFiles.modelOfThePage("TiringLIF");
        SweepDefinition definition = SweepReader.read(
                "scan.yaml",
                """
                name: scan
                model: mine.yaml
                duration: 500
                step: 0.1
                sweep: {input: [1, 2, 4]}
                outputs: [spike_count, theta_max]
                """.getBytes(StandardCharsets.UTF_8),
                path -> model.getBytes(StandardCharsets.UTF_8),
                List.of());
        List<Map<String, Object>> rows = Rows.of(definition, RowSet.of(definition), List.of("spike_count", "status"));
        // Rest and r · I below the threshold: no spike at 1 nA; more and more above.
        assertEquals(0, rows.get(0).get("spike_count"));
        int few = (int) rows.get(1).get("spike_count");
        int many = (int) rows.get(2).get("spike_count");
        assertTrue(10 < few && few < many, few + ", " + many);
        rows.forEach(row -> assertEquals("ok", row.get("status")));
    }
}
