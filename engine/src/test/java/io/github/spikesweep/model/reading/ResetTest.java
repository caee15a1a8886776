package io.github.spikesweep.model.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResetTest {
    private static final String INTEGRATE_AND_FIRE = """
            name: Fire
            variables:
              v: {initial: 0}
              w: {initial: 0}
            parameters:
              low: {default: -1}
              jump: {default: 2}
            input: I
            let:
              lower: low - 3 * jump
              next_w: w + jump
            equations: {v: I - v - w, w: -w}
            spike: {variable: v, threshold: 1}
            reset: {%s}
            """;

    private static Model read(String reset) {
        String text = INTEGRATE_AND_FIRE.formatted(reset);
        return ModelReader.read("m.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void assignsVariables() {
        List<Definition> reset = read("w: next_w * t, v: v - low").reset();
        assertEquals("w", reset.get(0).name());
        assertEquals("next_w * t", reset.get(0).text());
        assertEquals("v", reset.get(1).name());
    }

    @Test
    void mayReachTheThresholdOnlyIfThatCannotBeTold() {
        assertEquals(1, read("v: v").reset().size());
        assertEquals(1, read("v: lower").reset().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w: w + jump | m.yaml:14:8: the reset leaves the spike variable 'v' at or above the threshold; assign it a value below 1.0",
                "'' | m.yaml:14:8: the reset leaves the spike variable 'v' at or above the threshold; assign it a value below 1.0",
                "v: 1 | m.yaml:14:12: the reset sets 'v' to 1.0, which is not below the threshold 1.0",
                "v: low / 0 * 0 | m.yaml:14:12: the reset sets 'v' to NaN, which is not below the threshold 1.0",
                "v: -lower | m.yaml:14:12: the reset sets 'v' to 7.0, which is not below the threshold 1.0",
                "'v: low, u: 0' | m.yaml:14:17: a reset of 'u', which is not a variable; did you mean 'v'? (v, w)",
                "v: I | m.yaml:14:12: unknown name 'I'; did you mean 'v'? (v, w, low, jump, t, lower, next_w)",
            })
    void mustEndTheSpike(String reset, String message) {
        assertEquals(
                message, assertThrows(InputException.class, () -> read(reset)).getMessage());
    }

    @Test
    void isNotForMaps() {
        String map = INTEGRATE_AND_FIRE.replace("equations:", "next:").formatted("v: low");
        assertEquals(
                "m.yaml:14:1: a map has no 'reset'; put it into 'next' with where(condition, a, b)",
                assertThrows(
                                InputException.class,
                                () -> ModelReader.read("m.yaml", map.getBytes(StandardCharsets.UTF_8)))
                        .getMessage());
    }
}
