package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code spikesweep bench}: its lines on a machine of any speed, and what it refuses. */
class BenchCommandTest {
    private static final String SPEED = " *(\\d+\\.\\d million|[\\d,]+) neuron-steps/s";
    private static final String FLOPS = " +\\d+\\.\\d GFlop/s";

    private static final String SHORT = "; not warmed up, with more --seconds it may be faster";

    private static final String MODEL = """
            name: HH
            title: not the built-in model of this name
            variables: {v: {initial: 0.5}}
            parameters: {e: {default: 0}, tau: {default: 2, unit: ms}}
            input: I
            equations: {v: (I + e + sin(v) - v) / tau}
            spike: {variable: v, threshold: 1}
            longest_step: 0.004
            """;
    private static final String MAP = """
            name: circle
            variables: {x: {initial: 0}}
            next: {x: x + 0.25 - floor(x + 0.25)}
            spike: {variable: x, threshold: 0.7}
            """;
    /** Leaves its range at once where its parameter is above 1. */
    private static final String UNSOUND = """
            name: unsound
            variables: {v: {initial: 1, range: [-10, 1]}}
            parameters: {target: {default: %s}}
            equations: {v: target - v}
            spike: {variable: v, threshold: 0}
            """;

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String bench(String... arguments) {
        Execution bench = execute(arguments);
        assertEquals("", bench.err());
        assertEquals(0, bench.code());
        assertTrue(bench.out().lines().allMatch(line -> line.endsWith(SHORT)), bench.out());
        return bench.out().replace(SHORT, "");
    }

    /** As short as it can be: these tests are about the lines. */
    private static Execution execute(String... arguments) {
        List<String> line = new ArrayList<>(List.of("bench", "--seconds", "0.001"));
        line.addAll(List.of(arguments));
        return Execution.of(line.toArray(String[]::new));
    }

    private static void assertMatches(String pattern, String text) {
        assertTrue(text.matches(pattern), text);
    }

    @Test
    void aNeuronHasALine() {
        assertMatches(
                "HRDoubleRK4 " + SPEED + "  106 operations a step" + FLOPS + "  limited by .*\n", bench("HRDoubleRK4"));
    }

    @Test
    void aNeuronThatChoosesItsStepsTellsTheirLength() {
        assertMatches(
                "FHNDoubleDormandPrince " + SPEED + "  [\\d,]+ operations a step" + FLOPS
                        + "  limited by .*; steps of 0\\.\\d+ on average at tolerance 1e-6\n",
                bench("FHNDoubleDormandPrince"));
    }

    @Test
    void aModelFileIsMeasuredWithTheParameterThatIsNotZero() throws IOException {
        String file = file("mine.yaml", MODEL);
        String line = bench(file);
        assertTrue(line.startsWith(file + " "), line);
        assertMatches(
                ".*" + SPEED + "  \\d+ operations and 4 calls a step" + FLOPS
                        + "  limited by .*; RK4 in double, tau 1\\.8 to 2\\.2, I = 0, step 0\\.004 ms\n",
                line);
    }

    /** Its neuron-steps are those of all cells: an operation of the circuit's step is one for four of them. */
    @Test
    void aCircuitIsMeasuredInStepsOfItsCells() throws IOException {
        file("mine.yaml", MODEL);
        String line = bench(file("two.yaml", """
                cells: {a: {model: mine.yaml, parameters: {tau: 3}}, b: mine.yaml, c: {model: mine.yaml, count: 2}}
                synapses: {gap: {type: Electrical, between: [a, b]}}
                """));
        assertMatches(
                ".*" + SPEED + "  \\d+ operations and 16 calls a step" + FLOPS
                        + "  limited by .*; RK4 in double, a\\.tau 2\\.7 to 3\\.3, inputs = 0, step 0\\.004 ms\n",
                line);
        Matcher figures = Pattern.compile(
                        ".*?([\\d.,]+)( million)? neuron-steps/s +(\\d+) operations.* ([\\d.]+) GFlop/s.*\n")
                .matcher(line);
        assertTrue(figures.matches(), line);
        double rate = Double.parseDouble(figures.group(1).replace(",", "")) * (figures.group(2) == null ? 1 : 1e6);
        double operations = Double.parseDouble(figures.group(3));
        assertEquals(rate / 4 * operations / 1e9, Double.parseDouble(figures.group(4)), 0.06);
    }

    @Test
    void optionsChooseHowAModelFileIsMeasured() throws IOException {
        String line =
                bench(file("mine.yaml", MODEL), "--integrator", "Euler", "--precision", "float", "--step", "0.02");
        assertMatches(
                ".* operations and 1 call a step.*; Euler in float, tau 1\\.8 to 2\\.2, I = 0, step 0\\.02 ms\n", line);
    }

    @Test
    void aMapNeedsNeitherParameterNorInput() throws IOException {
        assertMatches(".* limited by .*; map in double\n", bench(file("circle.yml", MAP)));
    }

    @Test
    void linesOfSeveralNeuronsAreAligned() throws IOException {
        List<String> lines = bench("HRDoubleRK4", "HHDoubleEuler", file("circle.yaml", MAP))
                .lines()
                .toList();
        assertEquals(3, lines.size());
        for (String word : List.of("neuron-steps/s", "a step", "GFlop/s", "limited by")) {
            assertEquals(
                    1, lines.stream().map(line -> line.indexOf(word)).distinct().count(), lines.toString());
        }
    }

    @Test
    void neuronsThatDivergeAreTold() throws IOException {
        String file = file("some.yaml", UNSOUND.formatted("1"));
        assertMatches(".*; 256 of 512 neurons diverged\n", bench(file));
    }

    @Test
    void aModelThatOnlyDivergesHasNoSpeed() throws IOException {
        String file = file("all.yaml", UNSOUND.formatted("2"));
        assertFault(
                file + ": there is no speed to measure, since all 512 neurons diverge, the last at t = 0.01"
                        + " (RK4 in double, target 1.8 to 2.2, step 0.01 ms); --step sets another step",
                file);
    }

    @Test
    void whatCannotBeMeasuredIsTold() throws IOException {
        assertFault("--all measures every neuron; leave it out to measure HHDoubleRK4", "--all", "HHDoubleRK4");
        assertFault("cell.yaml: no such file", "cell.yaml");
        String sweep = file("sweep.yaml", "neuron: HHDoubleRK4\nduration: 10\nstep: 0.01\n");
        assertFault(sweep + ":2:1: this is a sweep file, not that of a model", sweep);
        assertFault(folder + "/x.yaml: no such file", "HHDoubleRK4", folder + "/x.yaml");
        Execution unknown = execute("HXDoubleRK4");
        assertMatches(
                "unknown neuron 'HXDoubleRK4'; did you mean 'HHDoubleRK4'\\? \\(AdExDoubleEuler, .*\\);"
                        + " or a model file that ends in \\.yaml\n",
                unknown.err());
        assertEquals(2, unknown.code());
    }

    @Test
    void optionsThatDoNotFitAreRefused() throws IOException {
        String file = file("mine.yaml", MODEL);
        String map = file("circle.yaml", MAP);
        assertFault(
                "--step is for model files, such as my-neuron.yaml; the names of neurons contain precision and"
                        + " integrator, as in HHDoubleRK4",
                "HHDoubleRK4",
                "--step",
                "0.1");
        assertFault("--integrator does not go with the map " + map + ", which needs none", map, "--integrator", "RK4");
        assertFault("--step does not go with the map " + map + ", which needs none", map, "--step", "2");
        assertFault(
                "--step 0.1 does not go with DormandPrince, which chooses its steps",
                file,
                "--integrator",
                "DormandPrince",
                "--step",
                "0.1");
        assertFault(
                "integrator DormandPrince needs precision double: in single precision, rounding errors hide the error"
                        + " estimate",
                file,
                "--integrator",
                "DormandPrince",
                "--precision",
                "float");
        assertFault(
                "unknown integrator 'rk4'; did you mean 'RK4'? (Euler, ExponentialEuler, Strang, RK4, RK6, Butcher6, DormandPrince, Rodas5P, Taylor)",
                file,
                "--integrator",
                "rk4");
        assertFault("unknown precision 'single'; accepted: double, float", file, "--precision", "single");
        assertFault("--step must be a positive number; found -1.0", file, "--step", "-1");
        assertFault("--seconds must be above 0 and at most 3600; found 0.0", file, "--seconds", "0");
    }

    private static void assertFault(String message, String... arguments) {
        List<String> line = new ArrayList<>(List.of("bench"));
        line.addAll(List.of(arguments));
        Execution fault = Execution.of(line.toArray(String[]::new));
        assertEquals(message + "\n", fault.err());
        assertEquals("", fault.out());
        assertEquals(2, fault.code());
    }
}
