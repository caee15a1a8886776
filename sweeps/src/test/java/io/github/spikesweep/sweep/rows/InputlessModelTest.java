package io.github.spikesweep.sweep.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;

/** A model that needs no input. */
class InputlessModelTest {
    private static final String CLOCK = """
            name: Clock
            variables: {x: {initial: 1}, y: {initial: 0}}
            parameters: {omega: {default: 1}}
            equations: {x: -omega*y, y: omega*x}
            spike: {variable: x, threshold: 0}
            """;

    private static final String SCAN = """
            name: scan
            model: clock.yaml
            duration: 100
            step: 0.01
            """;

    private static SweepDefinition read(String text) {
        return SweepReader.read(
                "scan.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                path -> CLOCK.getBytes(StandardCharsets.UTF_8),
                List.of());
    }

    private static String fault(String text) {
        return assertThrows(InputException.class, () -> read(text)).getMessage();
    }

    @Test
    void runsWithoutAnInput() {
        for (String integrator : List.of("RK4", "DormandPrince\ntolerance: 1e-6")) {
            SweepDefinition definition = read((integrator.equals("RK4") ? SCAN : SCAN.replace("step: 0.01\n", ""))
                    + "integrator: " + integrator + "\nsweep: {omega: [1, 2]}\n");
            List<Map<String, Object>> rows =
                    Rows.of(definition, RowSet.of(definition), List.of("spike_count", "isi_mean_ms", "status"));
            for (int row = 0; row < 2; row++) {
                assertEquals("ok", rows.get(row).get("status"));
                assertEquals(2 * Math.PI / (row + 1), (double) rows.get(row).get("isi_mean_ms"), 1e-5);
            }
            String text = SweepText.of(definition);
            assertTrue(!text.contains("input"), text);
            assertEquals(definition, read(text));
        }
    }

    @Test
    void refusesAnInputThatHasNothingToActOn() {
        String rest =
                " has nothing to act on: Clock has no input; leave it out, or name the input in the model file: 'input: I'";
        assertEquals("scan.yaml:5:1: 'input'" + rest, fault(SCAN + "input: 2\n"));
        assertEquals("scan.yaml:5:9: 'input'" + rest, fault(SCAN + "sweep: {input: [1, 2]}\n"));
        assertEquals(
                "scan.yaml:5:1: 'noise'" + rest, fault(SCAN + "noise: {kind: ornstein-uhlenbeck, sigma: 1, tau: 1}\n"));
    }

    /** Beside a model that has an input, it runs as it does alone, whatever the input. */
    @Test
    void anInputIsForTheModelsThatHaveOne() {
        String both = SCAN.replace("model: clock.yaml\n", "") + "sweep: {model: [HH, clock.yaml]}\n";
        List<String> columns = List.of("spike_count", "last_spike_ms", "status");
        SweepDefinition alone = read(SCAN);
        Map<String, Object> expected = Rows.of(alone, RowSet.of(alone), columns).get(0);
        for (String input : List.of(
                "input: 0.1\n",
                "input: 0.1 * pulse(t, 10, 20)\n",
                "input: 0.1\nnoise: {kind: ornstein-uhlenbeck, sigma: 0.02, tau: 3}\n")) {
            SweepDefinition definition = read(both + input);
            List<Map<String, Object>> rows = Rows.of(definition, RowSet.of(definition), columns);
            assertTrue((int) rows.get(0).get("spike_count") > 0);
            assertEquals(expected, rows.get(1), input);
            assertEquals(CanonicalText.of(definition), CanonicalText.of(read(SweepText.of(definition))));
        }
        assertEquals("µA", read(both + "input: 0.1\n").neurons().unit("input"));
    }
}
