package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.SweepText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    @TempDir
    private Path folder;

    @Test
    void showsWhatWouldRun() throws IOException {
        Execution plan = Execution.of("plan", SweepText.write(folder, "grid.yaml", SweepText.GRID));
        assertEquals("", plan.err());
        assertEquals(0, plan.code());
        List<String> lines = plan.out().lines().map(String::strip).toList();
        assertEquals("grid: A grid of conductances", lines.get(0));
        assertContains(lines, "gna_density +50 to 200, evenly spaced +6 +mS/cm² +sodium conductance per area");
        assertContains(lines, "gk_density +36, 18, 72, 9 +4");
        assertContains(lines, "neuron +HH; double; RK4");
        assertContains(lines, "duration +10 ms");
        assertContains(lines, "combinations +24");
        assertContains(lines, "steps per row +1,000");
        assertContains(lines, "neuron-steps +24,000");
        assertContains(lines, "estimated time +.* on \\d+ cores?, at .*neuron-steps/s on each");
        assertContains(lines, "id +bigint +position in the parameter space");
        assertContains(lines, "first_spike_ms +double +ms +time of the first spike");
    }

    @Test
    void appliesOverrides() throws IOException {
        String grid = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        Execution plan = Execution.of(
                "plan", grid, "--set", "duration=20", "--set", "sweep.gk_density=[1, 2]", "--set=step=0.02");
        assertEquals(0, plan.code(), plan.err());
        List<String> lines = plan.out().lines().map(String::strip).toList();
        assertContains(lines, "duration +20 ms");
        assertContains(lines, "combinations +12");
        assertContains(lines, "steps per row +1,000");
    }

    /** In a JVM of its own, with little memory. */
    @Test
    void plansMoreCombinationsThanAnyoneCouldList() throws IOException, InterruptedException {
        String huge = SweepText.write(folder, "huge.yaml", SweepText.HUGE);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "@java.options",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpikeSweep.class.getName(),
                        "plan",
                        huge)
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        assertEquals(0, process.exitValue(), out);
        List<String> lines = out.lines().map(String::strip).toList();
        assertEquals("huge", lines.get(0));
        assertContains(lines, "combinations +1,000,000,000,000");
        assertContains(lines, "neuron-steps +100,000,000,000,000");
        assertTrue(elapsed.toSeconds() < 30, elapsed::toString);
    }

    private static void assertContains(List<String> lines, String pattern) {
        assertTrue(lines.stream().anyMatch(line -> line.matches(pattern)), () -> pattern + " in\n" + lines);
    }
}
