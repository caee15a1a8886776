package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.SweepText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensitivityCommandTest {
    /** How many deviations of their own the margins of two sets of a thousand resamples may differ by. */
    private static final double CHANCE = 5;

    @TempDir
    private Path folder;

    private record Told(double value, double margin) {}

    /** The numbers that SALib finds in the same rows; its intervals come from other random draws. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ishigami-saltelli",
                "g-function-saltelli",
                "g-function-second",
                "hh-saltelli",
                "ishigami-morris",
                "g-function-morris",
                "hh-morris",
                "ishigami-lhs",
                "hh-lhs"
            })
    void findsWhatSalibFinds(String name) throws IOException {
        Path results = run(name);
        assertEquals(0, Execution.of("sensitivity", results.toString()).code());
        Map<String, Told> found = found(results);
        Map<String, Told> expected = salib(name);
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((subject, number) -> {
            double size = Math.max(1, Math.abs(number.value()));
            assertEquals(number.value(), found.get(subject).value(), 1e-12 * size, subject);
            double margin = number.margin();
            if (margin > 1e-9 * size) {
                double deviation = margin / Math.sqrt(2 * 1000.0);
                assertEquals(
                        margin, found.get(subject).margin(), CHANCE * Math.sqrt(2) * deviation, "margin of " + subject);
            }
        });
    }

    /** Sobol and Levitan (1999), Comput. Phys. Commun. 117:52–61; Saltelli et al. (2010): exact indices of the two functions. */
    @Tag("thorough")
    @Test
    void intervalsHaveTheExactIndices() throws IOException {
        double[][] ishigami = {{0.3139, 0.5576}, {0.4424, 0.4424}, {0, 0.2437}};
        assertWithin(ishigami, "u", "ishigami-saltelli");
        double[] a = {0, 0.5, 3, 9, 99, 99};
        double[][] g = new double[a.length][];
        double all = 1;
        for (double one : a) {
            all *= 1 + partial(one);
        }
        for (int i = 0; i < a.length; i++) {
            g[i] = new double[] {
                partial(a[i]) / (all - 1), partial(a[i]) * all / (1 + partial(a[i])) / (all - 1),
            };
        }
        assertWithin(g, "x", "g-function-saltelli");
    }

    private static double partial(double a) {
        return 1 / (3 * (1 + a) * (1 + a));
    }

    private void assertWithin(double[][] exact, String axis, String name) throws IOException {
        Path results = run(name);
        assertEquals(0, Execution.of("sensitivity", results.toString()).code());
        Map<String, Told> found = found(results);
        for (int i = 0; i < exact.length; i++) {
            Told first = found.get("S1 %s%d ".formatted(axis, i + 1));
            Told total = found.get("ST %s%d ".formatted(axis, i + 1));
            assertEquals(exact[i][0], first.value(), 1.5 * first.margin());
            assertEquals(exact[i][1], total.value(), 1.5 * total.margin());
        }
    }

    /** About 3 % of the rows have an infinite parameter. */
    @ParameterizedTest
    @ValueSource(strings = {"ishigami-saltelli", "ishigami-morris", "ishigami-lhs"})
    void rowsThatDivergeTakeTheirBlocksWithThem(String name) throws IOException {
        // On few levels, the same few combinations would diverge in every trajectory.
        String finer = resource(name + ".yaml").replace("seed: 3", "seed: 3, levels: 1000");
        Path whole = run(name, finer);
        assertEquals(0, Execution.of("sensitivity", whole.toString()).code());
        String text =
                finer.replace("x3: pi * u3}", "x3: pi * u3, fault: \"1/(mod(1e4*u1 + 1e5*u2 + 1e6*u3, 1) > 0.03)\"}");
        SweepText.write(folder, "faulty.yaml", text);
        Path results = folder.resolve("faulty");
        Execution run = Execution.of("run", folder.resolve("faulty.yaml").toString(), "--out", results.toString());
        assertEquals(0, run.code(), run.err());
        Execution told = Execution.of("sensitivity", results.toString());
        assertEquals(0, told.code(), told.err());
        assertTrue(told.out().contains("  left out: "), told.out());
        assertTrue(told.out().contains("  rows that diverged: "), told.out());
        Map<String, Told> complete = found(whole);
        found(results).forEach((subject, number) -> {
            assertTrue(Double.isFinite(number.value()) && Double.isFinite(number.margin()), subject);
            double margin = Math.max(number.margin(), 1e-9);
            assertEquals(complete.get(subject).value(), number.value(), margin, subject);
        });
    }

    @Test
    void countsAndNamesWhatIsLeftOut() throws IOException {
        SweepText.write(folder, "lost.yaml", """
                name: lost
                neuron: HHDoubleRK4
                duration: 20
                step: 0.05
                input: input_size
                parameters: {gna: 1.2 / (low < 0.85)}
                sweep:
                  - sample: {method: saltelli, count: 8, within: {low: [0, 1], input_size: [0.05, 0.2]}}
                outputs: [v_max, isi_mean_ms]
                """);
        Path results = folder.resolve("lost");
        Execution.of("run", folder.resolve("lost.yaml").toString(), "--out", results.toString());
        Execution told = Execution.of("sensitivity", results.toString(), "--resamples", "100", "--seed", "7");
        assertEquals("""
                lost: Sobol indices from 8 base points of 4 rows, with 95 %% intervals from 100 resamples, seed 7

                isi_mean_ms
                  axis        first order  total
                  ----        -----------  -----
                  low         0            0
                  input_size  1.3 ± 1.2    1.10 ± 0.81
                  left out: 2 of 8 base points
                  rows that diverged: 4 (id 8, 10, 17, 19)

                v_max
                  axis        first order  total
                  ----        -----------  -----
                  low         0            0
                  input_size  1.1 ± 1.2    0.94 ± 0.83
                  left out: 2 of 8 base points
                  rows that diverged: 4 (id 8, 10, 17, 19)

                %s, %s
                """.formatted(beside(results), results + "-sensitivity.png"), told.out());
    }

    /** A rheobase grows with the potassium conductance, and falls with that of sodium. */
    @Test
    void tellsWhatAValueFoundDependsOn() throws IOException {
        SweepText.write(folder, "rheobase.yaml", """
                name: rheobase
                neuron: HHDoubleRK4
                duration: 30
                step: 0.05
                sweep:
                  - sample: {method: morris, count: 3, within: {gna: [0.9, 1.1], gk: [0.25, 0.35]}}
                find: {input: {between: [0, 0.2], where: spike_count >= 1, tolerance: 1e-4}}
                outputs: [spike_count]
                """);
        Path results = folder.resolve("rheobase");
        Execution run = Execution.of("run", folder.resolve("rheobase.yaml").toString(), "--out", results.toString());
        assertEquals(0, run.code(), run.err());
        Execution told = Execution.of("sensitivity", results.toString(), "--of", "input");
        assertEquals(0, told.code(), told.err());
        assertTrue(found(results).get("mu gna ").value() < 0, told.out());
        assertTrue(found(results).get("mu gk ").value() > 0, told.out());
    }

    @Test
    void theSeedAloneDecidesTheIntervals() throws IOException {
        Path results = run("ishigami-morris");
        String first = table(results, "--seed", "4");
        assertEquals(first, table(results, "--seed", "4"));
        double wide = found(results).get("sigma u1 ").margin();
        assertNotEquals(first, table(results, "--seed", "5"));
        // The quantiles of the normal distribution at 0.75 and 0.975.
        assertNotEquals(first, table(results, "--seed", "4", "--confidence", "0.5"));
        double narrow = found(results).get("sigma u1 ").margin();
        assertEquals(0.6744897501960817 / 1.959963984540054, narrow / wide, 1e-12);
    }

    private String table(Path results, String... options) throws IOException {
        String[] all = new String[options.length + 2];
        all[0] = "sensitivity";
        all[1] = results.toString();
        System.arraycopy(options, 0, all, 2, options.length);
        assertEquals(0, Execution.of(all).code());
        return Files.readString(beside(results));
    }

    @Test
    void choosesAmongOtherAxesByACondition() throws IOException {
        SweepText.write(folder, "two.yaml", """
                name: two
                precision: double
                duration: 20
                step: 0.05
                input: 0.1
                sweep:
                  - sample: {method: morris, count: 4, within: {gna: [1, 1.1], gk: [0.2, 0.3]}}
                  - grid: {model: [HH], integrator: [Euler, RK4]}
                outputs: [v_max]
                """);
        Path results = folder.resolve("two");
        assertEquals(
                0,
                Execution.of("run", folder.resolve("two.yaml").toString(), "--out", results.toString())
                        .code());
        assertRefused(
                results
                        + ": the rows 0 and 1 have the same point of the sample: 'integrator' varies, too; choose one of its values with --where",
                results);
        Execution told = Execution.of("sensitivity", results.toString(), "--where", "integrator == RK4");
        assertEquals(0, told.code(), told.err());
        assertTrue(told.out().startsWith("two: elementary effects from 4 trajectories of 3 rows, "), told.out());
        assertTrue(told.out().contains("v_max (mV)\n"), told.out());
    }

    @Test
    void refusesWhatIsNoCompleteSample() throws IOException {
        assertRefused("elsewhere has no results: there is no _spikesweep.json in it", folder.resolve("elsewhere"));
        String grid = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        Path results = folder.resolve("grid");
        Execution.of("run", grid, "--out", results.toString());
        assertRefused(
                results
                        + ": sensitivity is that to the axes of one sample, and this sweep has none; methods saltelli and morris draw designs for it, and lhs, sobol, uniform and the others serve, too",
                results);
        Path sample = run("ishigami-lhs");
        assertRefused(
                "--of: unknown feature 'y_finla' of " + sample + "; did you mean 'y_final'? (y_final)",
                sample,
                "--of",
                "y_finla");
        assertRefused("--confidence 1.0: must be above 0 and below 1", sample, "--confidence", "1");
        assertRefused("--resamples 1: must be from 2 to 100,000", sample, "--resamples", "1");
        Path record = sample.resolve("_spikesweep.json");
        String complete = Files.readString(record);
        Files.writeString(
                record,
                complete.replace("\"expected_rows\" : 1000", "\"expected_rows\" : 1200")
                        .replace("\"state\" : \"complete\"", "\"state\" : \"stopped\""));
        assertRefused(
                sample + " has 1,000 of 1,200 rows; a design needs all of them: run the sweep again to complete it",
                sample);
        assertFalse(Files.exists(beside(sample)));
    }

    private static void assertRefused(String reason, Path results, String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "sensitivity";
        all[1] = results.toString();
        System.arraycopy(options, 0, all, 2, options.length);
        Execution refused = Execution.of(all);
        assertEquals(2, refused.code());
        assertEquals("", refused.out());
        assertTrue(refused.err().strip().endsWith(reason), refused.err());
    }

    private static Path beside(Path results) {
        return results.resolveSibling(results.getFileName() + "-sensitivity.csv");
    }

    /** Runs a sweep of the resources. */
    private Path run(String name) throws IOException {
        return run(name, resource(name + ".yaml"));
    }

    private Path run(String name, String sweep) throws IOException {
        for (String file : List.of("ishigami.yaml", "g-function.yaml")) {
            SweepText.write(folder, file, resource(file));
        }
        SweepText.write(folder, name + ".yaml", sweep);
        Path results = folder.resolve(name);
        Execution run = Execution.of("run", folder.resolve(name + ".yaml").toString(), "--out", results.toString());
        assertEquals(0, run.code(), run.err());
        return results;
    }

    private static String resource(String file) throws IOException {
        try (InputStream in = SensitivityCommandTest.class.getResourceAsStream("/sensitivity/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the command has written, by measure and axes. */
    private static Map<String, Told> found(Path results) throws IOException {
        Map<String, Told> found = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(beside(results));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            double value = Double.parseDouble(cells[4]);
            double low = Double.parseDouble(cells[5]);
            double high = Double.parseDouble(cells[6]);
            found.put(String.join(" ", cells[1], cells[2], cells[3]), new Told(value, (high - low) / 2));
        }
        return found;
    }

    private static Map<String, Told> salib(String name) throws IOException {
        Map<String, Told> numbers = new LinkedHashMap<>();
        resource("salib.csv")
                .lines()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[0].equals(name))
                .forEach(cells -> numbers.put(
                        String.join(" ", cells[1], cells[2], cells[3]),
                        new Told(
                                Double.parseDouble(cells[4]),
                                cells[5].isEmpty() ? Double.NaN : Double.parseDouble(cells[5]))));
        assertFalse(numbers.isEmpty());
        return numbers;
    }
}
