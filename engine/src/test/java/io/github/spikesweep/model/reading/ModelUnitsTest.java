package io.github.spikesweep.model.reading;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Model;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the units in a model file against its equations. */
class ModelUnitsTest {
    private static final String LEAK = """
            name: Leak
            time: ms
            variables:
              v: {initial: 0, unit: mV}
              m: {initial: 0, unit: 1}
              x: {initial: 0}
            parameters:
              c: {default: 1, unit: µF}
              g: {default: 1, unit: mS}
              e: {default: 1, unit: mV}
              ev: {default: 1, unit: V}
              tau: {default: 1, unit: ms}
              k: {default: 1}
            input: {name: I, unit: µA}
            let:
              a: %s
            equations:
              v: %s
              m: (1 - m) / tau
              x: k
            spike: {variable: v, threshold: 1}
            """;

    private static Model read(String let, String slope) {
        return read(LEAK.formatted(let, slope));
    }

    private static Model read(String text) {
        return ModelReader.read("m.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(I - g*(v - e)) / c",
                "(I - g*m^3*(v - e)) / c",
                "-v / tau + sqrt(v^2) / tau",
                "abs(-v) / (tau * m)",
                "0",
                "x + k*v",
            })
    void goodEquationsPass(String slope) {
        assertDoesNotThrow(() -> read("0", slope));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v + 65",
                "0.04*v^2 + 5*v + 140 - v",
                "exp((v - e) / 2)",
                "exp((v - e) / e) + sin(v/e) + cos(m)",
                "where(v > e, v, e) - min(v, 20)",
                "where(t < tau, 1, 2) * v + g",
                "pulse(t, 5, tau) * g + v",
                "ramp(t, 0, tau) + 1",
                "g*v + I",
                "v^k + g",
                "v^2.5 / v^1.5 + v",
                "v^1.3 + g",
                "k + v",
                "v * 1000 + ev",
                "1000*v + g",
            })
    void whatMayBeRightPasses(String let) {
        assertDoesNotThrow(() -> read(let, "0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v + g | m.yaml:16:8: cannot add mV and mS",
                "1 + (v - g) * k | m.yaml:16:13: cannot subtract mS from mV",
                "v - ev | m.yaml:16:8: cannot subtract V from mV: they differ by a factor of 1000",
                "v < g | m.yaml:16:8: cannot compare mV with mS",
                "v*g + I*tau | m.yaml:16:10: cannot add mS*mV and ms*µA",
                "2 * min(v, g) | m.yaml:16:10: the arguments of min must have the same unit, found mV, mS",
                "'where(x, ev, v)' | m.yaml:16:6: the arguments of where must have the same unit, found V, mV: they differ by a factor of 1000",
                "'pulse(t, 1, v)' | m.yaml:16:6: the arguments of pulse must have the same unit, found ms, mV",
                "exp(v) | m.yaml:16:6: the argument of exp must be a pure number, found mV",
                "sin(v / ev) | m.yaml:16:6: the argument of sin must be a pure number, found mV/V",
                "2^v | m.yaml:16:7: an exponent must be a pure number, found mV",
                "v + v^2 | m.yaml:16:8: cannot add mV and mV^2",
                "t + v | m.yaml:16:8: cannot add ms and mV",
            })
    void saysWhichUnitsDoNotGoTogether(String let, String message) {
        assertEquals(
                message,
                assertThrows(InputException.class, () -> read(let, "0")).getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(I - g*(v - e)) | m.yaml:18:6: the slope of 'v' is in µA, expected mV/ms",
                "g*v/c/k + v/tau + v | m.yaml:18:22: cannot add mV/ms and mV",
                "ev / tau | m.yaml:18:6: the slope of 'v' is in V/ms, expected mV/ms: they differ by a factor of 1000",
                "a | m.yaml:18:6: the slope of 'v' is in mV, expected mV/ms",
                "'\"a\"' | m.yaml:18:7: the slope of 'v' is in mV, expected mV/ms",
            })
    void slopesHaveTheUnitOfTheirVariablePerTime(String slope, String message) {
        assertEquals(
                message,
                assertThrows(InputException.class, () -> read("v + 1", slope)).getMessage());
    }

    @Test
    void newValuesHaveTheUnitOfTheirVariable() {
        String map = LEAK.replace("equations:", "next:").replace("(1 - m) / tau", "m");
        assertDoesNotThrow(() -> read(map.formatted("0", "v + e")));
        assertEquals(
                "m.yaml:18:6: the new value of 'v' is in mV/ms, expected mV", fault(map.formatted("0", "v / tau")));
        assertEquals(
                "m.yaml:22:12: the new value of 'v' is in V, expected mV: they differ by a factor of 1000",
                fault(LEAK.formatted("0", "0") + "reset: {v: ev - 2}\n"));
    }

    @Test
    void malformedUnitsAreRefusedWhereTheyStand() {
        assertEquals(
                "m.yaml:8:28: expected a unit such as mV or mS/cm^2, found '/'",
                fault(LEAK.replace("µF", "µF//cm").formatted("0", "0")));
        assertEquals(
                "m.yaml:2:7: a unit has no factor, found '10'; put it into the value",
                fault(LEAK.replace("time: ms", "time: 10 ms").formatted("0", "0")));
    }

    private static String fault(String text) {
        return assertThrows(InputException.class, () -> read(text)).getMessage();
    }
}
