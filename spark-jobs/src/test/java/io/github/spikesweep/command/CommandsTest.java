package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, models and bench. */
class CommandsTest {
    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "models", "bench"})
    void everyCommandHasHelpWithExamples(String command) {
        Execution help = Execution.of(command, "--help");
        assertEquals(0, help.code());
        assertEquals("", help.err());
        assertTrue(help.out().startsWith("Usage: spikesweep " + command), help.out());
        assertTrue(help.out().contains("Examples:\n  spikesweep " + command), help.out());
        assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
    }

    @Test
    void helpListsTheCommandsAndExitCodes() {
        Execution help = Execution.of("--help");
        assertEquals(0, help.code());
        for (String command : List.of("run", "plan", "models", "bench")) {
            assertTrue(help.out().contains("\n  " + command + "  "), help.out());
        }
        assertTrue(help.out().contains("Exit codes: 0 done, 1 failed, 2 "), help.out());
    }

    @Test
    void tellsItsVersions() {
        Execution version = Execution.of("--version");
        assertEquals(0, version.code());
        assertTrue(
                version.out().matches("SpikeSweep \\d+\\.\\d+\\S* \\(Spark 4\\.\\S+, Java \\S+\\)\n"), version.out());
    }

    @Test
    void listsTheModels() {
        Execution models = Execution.of("models");
        assertEquals(0, models.code());
        assertTrue(models.out().contains("\nHH    Hodgkin–Huxley squid giant axon  "), models.out());
        assertTrue(models.out().contains("\nHR    Hindmarsh–Rose bursting neuron   "), models.out());
    }

    @Test
    void showsAModel() {
        Execution model = Execution.of("models", "HH");
        assertEquals(0, model.code());
        List<String> lines = model.out().lines().map(String::strip).toList();
        for (String wanted : List.of(
                "v +-65 +mV +-220 to 180 +membrane potential",
                "gna +0.94248 +mS +maximum sodium conductance +120 mS/cm²",
                "I +µA +injected current",
                "Equations \\(time: ms\\)",
                "beta_m += 4 \\* exp\\(-\\(v \\+ 65\\) / 18\\)",
                "m' += alpha_m\\*\\(1 - m\\) - beta_m\\*m",
                "v rises through 0")) {
            assertTrue(lines.stream().anyMatch(line -> line.matches(wanted)), () -> wanted + " in\n" + model.out());
        }
    }

    @Test
    void measuresANeuron() {
        Execution bench = Execution.of("bench", "HRDoubleRK4");
        assertEquals(0, bench.code());
        assertTrue(bench.out().matches("HRDoubleRK4  \\d+\\.\\d million neuron-steps/s\n"), bench.out());
    }
}
