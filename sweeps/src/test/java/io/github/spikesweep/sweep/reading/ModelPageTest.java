package io.github.spikesweep.sweep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The complete model on the page about model files runs exactly as printed. */
class ModelPageTest {
    @Test
    void theModelOfThePageRuns() throws IOException {
        String model = Files.readAllLines(Path.of("MODELS.md")).stream()
                .filter(line -> line.startsWith("    "))
                .map(line -> line.substring(4))
                .collect(Collectors.joining("\n"));
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
