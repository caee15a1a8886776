package io.github.spikesweep.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.simulation.ComputeDevice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SweepOptionsTest {
    @Test
    void overridesKeepTheirOrderAndCase() {
        List<String> overrides = List.of("sweep.x=[1, 2]", "parameters.S=4", "parameters.s = 5;6");
        SweepInput input = new SweepInput("x.yaml", overrides, Optional.of("id < 5"), Optional.of("Shared/models"));
        SweepOptions read = SweepOptions.of(SweepOptions.of(input, ComputeDevice.elsewhere("gpu"), "0f"));
        assertEquals(new SweepOptions(input, "gpu", OptionalInt.empty(), Optional.of("0f"), Optional.empty()), read);
    }

    @Test
    void namesOfOptionsHaveNoCase() {
        Map<String, String> given = Map.of("PATH", "x.yaml", "Set", "a=1\n\n  b=2\n", "PARTITIONS", " 7 ");
        assertEquals(
                new SweepOptions(
                        SweepInput.of("x.yaml", List.of("a=1", "  b=2")),
                        "cpu",
                        OptionalInt.of(7),
                        Optional.empty(),
                        Optional.empty()),
                SweepOptions.of(given));
    }

    @Test
    void needsOneSweepFile() {
        assertEquals("no sweep file: give its path to load, or as the option 'path'", fault(Map.of("set", "a=1")));
        assertEquals(
                "load takes one sweep file at a time, found [\"a\",\"b\"]", fault(Map.of("paths", "[\"a\",\"b\"]")));
    }

    @Test
    void refusesOptionsThatDoNotExist() {
        String accepted = "(path, set, where, models, device, partitions, hash)";
        assertEquals(
                "unknown option 'wheer'; did you mean 'where'? " + accepted,
                fault(Map.of("path", "x.yaml", "Wheer", "id < 3")));
        assertEquals(
                "unknown option 'overwrite'; accepted: path, set, where, models, device, partitions, hash",
                fault(Map.of("path", "x.yaml", "overwrite", "true")));
    }

    @Test
    void anOverrideIsOneLine() {
        InputException fault = assertThrows(
                InputException.class,
                () -> SweepOptions.of(SweepInput.of("x.yaml", List.of("sweep.x=\n- 1")), ComputeDevice.CPU, "0f"));
        assertEquals("--set sweep.x=\\n- 1: must be on one line", fault.getMessage());
    }

    private static String fault(Map<String, String> given) {
        return assertThrows(InputException.class, () -> SweepOptions.of(given)).getMessage();
    }
}
