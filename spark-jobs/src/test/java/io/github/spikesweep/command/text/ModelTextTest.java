package io.github.spikesweep.command.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.model.reading.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a model is shown. */
class ModelTextTest {
    private static final String FALLING = """
            name: Falling
            variables: {v: {initial: 65, unit: mV}}
            parameters: {t_ref: {default: 2, unit: ms}}
            equations: {v: (40 - v) / 10}
            reset: {v: 65}
            hold: 2*t_ref
            spike: {variable: v, direction: down, threshold: 50, rearm: 52}
            """;

    private static List<String> lines(String model) {
        return ModelText.lines(ModelReader.read("m.yaml", model.getBytes(StandardCharsets.UTF_8))).stream()
                .map(String::strip)
                .toList();
    }

    @Test
    void showsTheDirectionOfSpikesAndTheHold() {
        List<String> lines = lines(FALLING);
        assertTrue(lines.contains("v  becomes 65"), lines.toString());
        assertTrue(lines.contains("v  is held there for 2*t_ref"), lines.toString());
        assertTrue(lines.contains("v falls through 50 mV"), lines.toString());
        assertTrue(lines.contains("after it has come up to 52 mV since the last spike"), lines.toString());
        assertTrue(lines(FALLING.replace("2*t_ref", "1.5")).contains("v  is held there for 1.5 ms"));
        assertTrue(lines(FALLING.replace("2*t_ref", "0")).stream().noneMatch(line -> line.contains("held")));
    }

    @Test
    void showsNoInputWhereThereIsNone() {
        assertFalse(lines(FALLING).contains("Input"));
        List<String> lines = lines(FALLING.replace("equations:", "input: I\nequations:"));
        assertEquals(1, lines.stream().filter(line -> line.equals("Input")).count());
    }
}
