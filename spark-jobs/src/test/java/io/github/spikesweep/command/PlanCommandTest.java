package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.SweepText;
import io.github.spikesweep.source.SweepFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    @TempDir
    private Path folder;

    @Test
    void showsWhatWouldRun() throws IOException {
        Execution plan = Execution.of("plan", SweepText.write(folder, "grid.yaml", SweepText.GRID), "--no-calibration");
        assertEquals("", plan.err());
        assertEquals(0, plan.code());
        List<String> lines = plan.out().lines().map(String::strip).toList();
        assertEquals("grid: A grid of conductances", lines.get(0));
        assertContains(lines, "gna_density +50 to 200, evenly spaced +6 +mS/cm² +sodium conductance per area");
        assertContains(lines, "gk_density +36, 18, 72, 9 +4");
        assertContains(lines, "neuron +HH; double; RK4");
        assertContains(lines, "duration +10 ms");
        assertContains(lines, "step +0.01 ms");
        assertContains(lines, "combinations +24");
        assertContains(lines, "steps per row +1,000");
        assertContains(lines, "neuron-steps +24,000");
        // 24,000 steps at 40 million a second.
        assertContains(
                lines,
                "core time +under 0.1 s, at 40.0 million neuron-steps/s on one core \\(assumed, not measured\\)");
        assertContains(lines, "wall time +under 0.1 s on one core, and with Spark a few seconds more for its start");
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("warning")), plan.out());
        assertContains(lines, "id +bigint +position in the parameter space");
        assertContains(lines, "first_spike_ms +double +ms +time of the first spike");
    }

    @Test
    void writesTheSweepAsItIsUnderstood() throws IOException {
        String grid = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        Execution resolved = Execution.of("plan", grid, "--set", "duration=20", "--resolved");
        assertEquals(0, resolved.code(), resolved.err());
        assertTrue(resolved.out().startsWith("name: grid\n"), resolved.out());
        String mine = SweepText.write(folder, "mine.yaml", resolved.out());
        Execution again = Execution.of("plan", mine, "--resolved");
        assertEquals(resolved.out(), again.out(), again.err());
        assertEquals(SweepFiles.read(grid, List.of("duration=20")), SweepFiles.read(mine, List.of()));
    }

    @Test
    void appliesOverrides() throws IOException {
        String grid = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        Execution plan = Execution.of(
                "plan",
                grid,
                "--no-calibration",
                "--set",
                "duration=20",
                "--set",
                "sweep.gk_density=[1, 2]",
                "--set=step=0.02");
        assertEquals(0, plan.code(), plan.err());
        List<String> lines = plan.out().lines().map(String::strip).toList();
        assertContains(lines, "duration +20 ms");
        assertContains(lines, "combinations +12");
        assertContains(lines, "steps per row +1,000");
    }

    @Test
    void showsHowRowsAreComputed() throws IOException {
        String grid = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        List<String> audited = lines(grid, "transient=2", "audit={fraction: 0.25, seed: 7}");
        assertContains(audited, "transient +2 ms");
        assertContains(
                audited,
                "audit +about 25 % of the rows again at half the step, chosen by seed 7; and a third time if they differ much");
        assertContains(audited, "neuron-steps +about 36,000; at most 60,000, if every audited row needs a third run");
        List<String> noisy = lines(grid, "noise={kind: ornstein-uhlenbeck, sigma: gk_density / 100, tau: 2}");
        assertContains(noisy, "noise +ornstein-uhlenbeck: mean 0, sigma from the axis gk_density, tau 2, seed \\d+");
        assertContains(noisy, "neuron-steps +24,000");
        String chosen = SweepText.write(
                folder,
                "chosen.yaml",
                SweepText.GRID
                        .replace("step: 0.01", "tolerance: 1e-6")
                        .replace("HHDoubleRK4", "HHDoubleDormandPrince"));
        List<String> adaptive = lines(chosen, "audit.fraction=1");
        assertContains(adaptive, "tolerance +1e-6");
        assertContains(adaptive, "audit +all of the rows again at a tenth of the tolerance, chosen by seed .*");
        assertContains(adaptive, "steps per row +about 200 on average");
        assertContains(adaptive, "neuron-steps +about .*");
        String swept = SweepText.write(
                folder,
                "swept.yaml",
                SweepText.GRID.replace("step: 0.01\n", "").replace("sweep:\n", "sweep:\n  step: [0.01, 0.005]\n"));
        List<String> steps = lines(swept);
        assertContains(steps, "steps per row +1,500 on average");
        assertTrue(steps.stream().noneMatch(line -> line.matches("step +[0-9.]+ ms")), steps::toString);
    }

    @Test
    void measuresHowLongItTakes() throws IOException {
        String grid = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        Execution plan = Execution.of("plan", grid, "--set", "sweep.gna_density.linspace=[50, 200, 1e6]");
        assertEquals("", plan.err());
        assertEquals(0, plan.code());
        List<String> lines = plan.out().lines().map(String::strip).toList();
        String time = "(about|at most) \\d+(\\.\\d)? (s|min|h)";
        String tail = " on one core \\(measured here in \\d+(\\.\\d)? s(, too short to be accurate)?\\)";
        assertContains(lines, "neuron-steps +4,000,000,000");
        assertContains(lines, "core time +" + time + ", at \\d+\\.\\d million neuron-steps/s( or more)?" + tail);
        assertContains(
                lines,
                "wall time +" + time + " on (one core|\\d+ cores), and with Spark a few seconds more for its start");
    }

    /** The measurement also gives the number of adaptive steps. */
    @Tag("thorough")
    @Test
    void measuresHowManyStepsRowsChoose() throws IOException {
        String sweep = SweepText.write(
                folder,
                "chosen.yaml",
                "name: chosen\nneuron: HHDoubleDormandPrince\nduration: 10\ntolerance: 1e-6\ninput: 0.1\n");
        Execution plan = Execution.of("plan", sweep);
        assertEquals(0, plan.code(), plan.err());
        List<String> lines = plan.out().lines().map(String::strip).toList();
        assertContains(lines, "steps per row +about \\d+ on average");
        assertContains(lines, "neuron-steps +about \\d+");
        assertContains(lines, "core time +.* \\(measured here in .*\\)");
    }

    @Test
    void warnsOfWhatIsLikelyToBeAMistake() throws IOException {
        String grid = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        List<String> lines = lines(
                grid, "step=0.1", "outputs=[trace_v]", "sweep.gna_density.linspace=[50, 200, 1e12]", "duration=1000");
        assertEquals(
                List.of(
                        "",
                        "warning: the step 0.1 ms is longer than 0.05 ms, the longest with which RK4 gives the right spikes of HH",
                        "warning: the traces of 4,000,000,000,000 rows take 32.0 PB",
                        "warning: 4,000,000,000,000 rows of 6 columns take 132 TB",
                        "warning: RK4 is unstable with steps of 0.1 ms in row 3999999999999 of HH, whose equations have an eigenvalue of -59 1/ms there; steps of 0.047 ms would do, and Rodas5P needs no short ones"),
                lines.subList(lines.size() - 6, lines.size() - 1));
        assertTrue(
                lines.get(lines.size() - 1).matches("warning: this sweep would take about \\d+ years on this machine"));
    }

    private static List<String> lines(String sweep, String... overrides) {
        String[] args = new String[overrides.length + 3];
        args[0] = "plan";
        args[1] = sweep;
        args[2] = "--no-calibration";
        for (int i = 0; i < overrides.length; i++) {
            args[i + 3] = "--set=" + overrides[i];
        }
        Execution plan = Execution.of(args);
        assertEquals(0, plan.code(), plan.err());
        return plan.out().lines().map(String::strip).toList();
    }

    /** In a separate JVM with little memory. */
    @Tag("thorough")
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
