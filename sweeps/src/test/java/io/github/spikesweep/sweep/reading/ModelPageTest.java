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

    /** Two cells that inhibit each other fire in turn, and together where the inhibition is slow (Van Vreeswijk, Abbott and Ermentrout 1994). */
    @Test
    void theCircuitOfThePageRuns() throws IOException {
        List<Map<String, Object>> rows = rows(
                "model: cells/half.yaml\nduration: 1000\ntransient: 500\nstep: 0.02\ninput: 0.1\nsweep: {inhibition.tau: [2, 5]}\n",
                Map.of("cells/half.yaml", NearbyFiles.modelOfThePage("half-centre")),
                List.of("a_spike_count", "a_b_correlation", "a_b_phase", "a_b_locking", "status"));
        assertEquals(0.5, (double) rows.get(0).get("a_b_phase"), 0.001);
        assertEquals(1, (double) rows.get(0).get("a_b_locking"), 0.001);
        assertEquals(1, (double) rows.get(1).get("a_b_correlation"), 0.001);
        assertTrue(
                (int) rows.get(0).get("a_spike_count") > 20 && (int) rows.get(1).get("a_spike_count") > 20);
    }

    /** Its effect grows from spike to spike: 1, then 1.2 with what is left of both. */
    @Test
    void theSynapseOfThePageRuns() throws IOException {
        List<Map<String, Object>> rows = rows(
                """
                circuit:
                  cells: {a: HH, b: HH}
                  synapses: {ab: {type: mine.yaml, from: a, to: b}}
                duration: 40
                step: 0.01
                input: {a: 0.1}
                """,
                Map.of("mine.yaml", NearbyFiles.modelOfThePage("Facilitating")),
                List.of("a_spike_times_ms", "ab_s_max", "ab_u_final", "status"));
        List<?> times = (List<?>) rows.get(0).get("a_spike_times_ms");
        double u = 0;
        double s = 0;
        double most = 0;
        double last = 0;
        for (Object time : times) {
            double passed = (double) time - last;
            s = s * Math.exp(-passed / 5) + 1 + u * Math.exp(-passed / 100);
            u = u * Math.exp(-passed / 100) + 0.2;
            most = Math.max(most, s);
            last = (double) time;
        }
        assertTrue(times.size() > 1 && most > 1.15, times::toString);
        assertEquals(most, (double) rows.get(0).get("ab_s_max"), 1e-3);
        assertEquals(u * Math.exp(-(40 - last) / 100), (double) rows.get(0).get("ab_u_final"), 1e-4);
        assertEquals("ok", rows.get(0).get("status"));
    }

    private static List<Map<String, Object>> rows(String text, Map<String, String> files, List<String> outputs) {
        List<String> chosen =
                outputs.stream().filter(output -> !output.equals("status")).toList();
        SweepDefinition definition = SweepReader.read(
                "scan.yaml",
                ("name: scan\n" + text + "outputs: " + chosen + "\n").getBytes(StandardCharsets.UTF_8),
                path -> files.get(path).getBytes(StandardCharsets.UTF_8),
                List.of());
        return Rows.of(definition, RowSet.of(definition), outputs);
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
