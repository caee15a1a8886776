package io.github.spikesweep.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The shipped sweep {@code hysteresis}: the membrane rests on the way up and fires on the way down, between currents that SciPy finds by other means.
 * {@code hysteresis.py} beside the figures tells how.
 */
class HysteresisTest {
    /** Between two values of the current. */
    private static final double APART = 0.05;
    /** The growth from rest is so slow where it has just become unstable that it takes more than a row. */
    private static final double DELAY = 0.2;

    @Tag("thorough")
    @Test
    void theEdgesOfTheBistableWindowAreThoseOfTheBifurcations() throws IOException {
        Map<String, Double> edges = edges();
        double unstable = edges.get("rest_unstable_from");
        double firing = edges.get("firing_from");
        SweepDefinition definition = SweepReader.read(
                "hysteresis.yaml",
                Files.readAllBytes(Path.of("hysteresis.yaml")),
                Sweeps.NO_FILES,
                List.of("step=0.05", "sweep.input.range=[6.1, 10.1, 0.05]"));
        List<Map<String, Object>> rows = Rows.of(definition, RowSet.of(definition), Sweeps.columns(definition));
        assertEquals(2 * 81, rows.size());
        double firstUp = least(rows, "up");
        double lastDown = least(rows, "down");
        assertTrue(firstUp > unstable && firstUp < unstable + DELAY, "fires from " + firstUp);
        assertTrue(lastDown >= firing && lastDown < firing + APART, "fires down to " + lastDown);
        for (Map<String, Object> row : rows) {
            double input = (double) row.get("input");
            boolean fires = input >= (row.get("direction").equals("up") ? firstUp : lastDown);
            assertEquals(fires, (double) row.get("frequency_hz") > 50, row.toString());
            assertEquals(!fires, (double) row.get("frequency_hz") == 0, row.toString());
            if (fires) {
                // To the end, not only at the start.
                assertTrue((double) row.get("last_spike_ms") > 1275, row.toString());
            } else if (input < unstable) {
                assertTrue((double) row.get("v_max") - (double) row.get("v_min") < 1, row.toString());
            }
        }
    }

    private static double least(List<Map<String, Object>> rows, String direction) {
        return rows.stream()
                .filter(row -> row.get("direction").equals(direction) && (double) row.get("frequency_hz") > 0)
                .mapToDouble(row -> (double) row.get("input"))
                .min()
                .orElseThrow();
    }

    private static Map<String, Double> edges() throws IOException {
        try (InputStream in = HysteresisTest.class.getResourceAsStream("/hysteresis.csv")) {
            Map<String, Double> edges = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .forEach(fields -> edges.put(fields[0], Double.parseDouble(fields[1])));
            return edges;
        }
    }
}
