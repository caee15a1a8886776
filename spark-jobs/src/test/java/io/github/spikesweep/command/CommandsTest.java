package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help and models. */
class CommandsTest {
    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "plot", "sensitivity", "trace", "models", "bench"})
    void everyCommandHasHelpWithExamples(String command) {
        String help = help(command);
        assertTrue(help.contains("Examples:\n  spikesweep " + command), help);
    }

    /** It answers what comes from another program. */
    @Test
    void serveHasHelpWithAnExample() {
        String help = help("serve");
        assertTrue(help.contains("Example:\n  echo '{") && help.contains("}' | spikesweep serve\n"), help);
    }

    private static String help(String command) {
        Execution help = Execution.of(command, "--help");
        assertEquals(0, help.code());
        assertEquals("", help.err());
        assertTrue(help.out().startsWith("Usage: spikesweep " + command), help.out());
        assertFalse(help.out().contains("$"), help.out());
        assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
        return help.out();
    }

    @Test
    void helpListsTheCommandsAndExitCodes() {
        Execution help = Execution.of("--help");
        assertEquals(0, help.code());
        for (String command : List.of("run", "plan", "plot", "sensitivity", "trace", "models", "bench", "serve")) {
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
        for (String model : List.of(
                "HH +Hodgkin–Huxley squid axon, patch of 7.854e-3 cm² +equations +v, m, h, n",
                "HR +Hindmarsh–Rose bursting neuron +equations +x, y, z",
                "Izhikevich +Izhikevich simple model.* +equations, reset +v, u",
                "Rulkov +Rulkov map.* +map +x, y",
                "RulkovBistable +Rulkov map with .* +map +x, y, sigma",
                "STG +stomatogastric cell.* +equations +v, ca, m_na, …",
                "Electrical +gap junction.* +graded",
                "STDP +conductance whose weight.* +by spikes +s, w, x, y")) {
            assertTrue(
                    models.out().lines().anyMatch(line -> line.matches(model)), () -> model + " in\n" + models.out());
        }
        assertTrue(models.out().lines().allMatch(line -> line.length() <= 100), models.out());
    }

    @Test
    void showsASynapse() {
        Execution shown = Execution.of("models", "Destexhe");
        assertEquals(0, shown.code());
        for (String line : List.of(
                "Destexhe, Mainen & Sejnowski \\(1994\\).*",
                "  beta +0.19 +rate of unbinding",
                "  r' += where\\(t < released, alpha, 0\\)\\*\\(1 - r\\) - beta\\*r",
                "  current += g\\*r\\*\\(v_post - e_syn\\), which leaves the postsynaptic cell",
                "When the presynaptic cell spikes \\(all at once\\)",
                "  released +becomes t \\+ duration")) {
            assertTrue(shown.out().lines().anyMatch(each -> each.matches(line)), () -> line + " in\n" + shown.out());
        }
    }

    @Test
    void showsACircuit(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ring.yaml"), """
                name: ring
                title: three cells that inhibit each other in a ring
                cells:
                  n: {model: HH, count: 3, parameters: {gna: 0.9}}
                  z: Izhikevich
                synapses:
                  inh: {type: Gradual, ring: n, parameters: {g: 0.02}}
                  exc: {type: Exponential, from: z, to: [n1, n2]}
                """);
        Execution shown = Execution.of("models", file.toString());
        assertEquals(0, shown.code(), shown.err());
        for (String line : List.of(
                "ring: three cells that inhibit each other in a ring",
                "  n1 to n3 +HH +gna 0.9",
                "  inh +Gradual +n in a ring \\(3 connections\\) +g 0.02",
                "  exc +Exponential +z to n1, n2",
                "  n2.gna +0.9 +mS +maximum sodium conductance \\(n2\\)",
                "  inh.n3_n1.s +0 +-0.1 to 1.1 +activation \\(inh.n3_n1\\)",
                "  z.input +mV/ms .*")) {
            assertTrue(shown.out().lines().anyMatch(each -> each.matches(line)), () -> line + " in\n" + shown.out());
        }
    }

    @Test
    void showsAModel() {
        String hh = assertShows(
                "HH",
                "v +-65 +mV +-220 to 180 +membrane potential",
                "gna +0.94248 +mS +maximum sodium conductance +120 mS/cm²",
                "I +µA +current into the whole patch: 0.07854 µA is 10 µA/cm²",
                "Equations \\(time: ms\\)",
                "beta_m += 4 \\* exp\\(-\\(v \\+ 65\\) / 18\\)",
                "m' += alpha_m\\*\\(1 - m\\) - beta_m\\*m",
                "v rises through 0 mV",
                "RK4 gives the right spikes with steps of up to 0.05 ms");
        assertFalse(hh.contains("Reset"), hh);
        assertFalse(hh.contains("shape"), hh);
    }

    @Test
    void showsResetsAndMaps() {
        assertShows(
                "Izhikevich", "Reset .*", "v +becomes c", "u +becomes u \\+ d", "v rises through v_peak \\(30 mV\\)");
        String rulkov = assertShows(
                "Rulkov",
                "Map \\(time: iteration\\)",
                "z += y \\+ betae\\*I",
                "next y += .*",
                "alpha +6 +shape of the fast map, above 4 for bursts",
                "x rises through 0",
                "its shape is measured from the point where x rises by 0.5 per iteration");
        assertFalse(rulkov.contains("unit"), rulkov);
        assertFalse(rulkov.contains("RK4"), rulkov);
    }

    /** Shows a model, with a line for each pattern. */
    private static String assertShows(String name, String... patterns) {
        Execution model = Execution.of("models", name);
        assertEquals(0, model.code());
        List<String> lines = model.out().lines().map(String::strip).toList();
        for (String wanted : patterns) {
            assertTrue(lines.stream().anyMatch(line -> line.matches(wanted)), () -> wanted + " in\n" + model.out());
        }
        return model.out();
    }
}
