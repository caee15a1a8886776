package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes in the input: exit code 2, one or two lines that say what is wrong and where, and nothing is written. */
class BadInputTest {
    @TempDir
    private Path folder;

    private Path sweep;
    private Path out;

    @BeforeAll
    static void startSpark() {
        LocalSpark.session();
    }

    @BeforeEach
    void nameFiles() {
        sweep = folder.resolve("x.yaml");
        out = folder.resolve("out");
    }

    static Stream<Arguments> badSweeps() {
        return Stream.of(
                fault("an unknown key", "duration: 10", "durration: 10", "4:1: unknown key 'durration'"),
                fault("an unknown axis", "gk_density: [36, 18, 72, 9]", "gk_densty: [1]", "gk_density"),
                fault("an unknown model", "neuron: HHDoubleRK4", "neuron: HXDoubleRK4", "3:9: "),
                fault(
                        "an unknown parameter",
                        "  gk: gk_density * area",
                        "  gKK: gk_density * area",
                        "unknown parameter"),
                fault("a duplicate key", "step: 0.01", "duration: 5", "5:1: "),
                fault("a step that does not divide the duration", "step: 0.01", "step: 0.03", "5:7: "),
                fault("an empty axis", "[36, 18, 72, 9]", "[]", "13:15: "),
                fault("NaN", "[36, 18, 72, 9]", "[36, .nan]", "13:20: "),
                fault("a negative step", "step: 0.01", "step: -0.01", "5:7: "),
                fault("a step of zero", "step: 0.01", "step: 0", "5:7: "),
                fault("an unparsable expression", "gk_density * area", "gk_density * * area", "10:"),
                fault(
                        "an unknown name in an expression",
                        "gk_density * area",
                        "gk_density * aera",
                        "did you mean 'area'"),
                fault("a tolerance out of range", "step: 0.01", "step: 0.01\ntolerance: 10", "6:12: 'tolerance'"),
                fault("a step for chosen steps", "HHDoubleRK4", "HHDoubleDormandPrince", "needs the key 'tolerance'"),
                fault(
                        "chosen steps without a tolerance",
                        "HHDoubleRK4\nduration: 10\nstep: 0.01",
                        "HHDoubleDormandPrince\nduration: 10",
                        "needs the key 'tolerance'"),
                fault(
                        "a tolerance that is none",
                        "HHDoubleRK4\nduration: 10\nstep: 0.01",
                        "HHDoubleDormandPrince\nduration: 10\ntolerance: 10",
                        "5:12: 'tolerance' must be from"),
                fault("chosen steps in single precision", "HHDoubleRK4", "HHFloatDormandPrince", "3:9: "),
                fault("an integrator for a map", "HHDoubleRK4", "RulkovDoubleRK4", "3:9: "),
                fault("an unknown noise", "input: 0.1", "noise: {kind: white, sigma: 1, tau: 1}", "6:15: unknown kind"),
                fault("a noise without tau", "input: 0.1", "noise: {kind: ornstein-uhlenbeck, sigma: 1}", "'tau'"),
                fault(
                        "a negative sigma",
                        "input: 0.1",
                        "noise: {kind: ornstein-uhlenbeck, sigma: -1, tau: 1}",
                        "6:42: 'sigma' must not be negative"),
                fault(
                        "a unit that is not that of the parameter",
                        "gk_density: [36, 18, 72, 9]",
                        "gl: {values: [0.002], unit: S}",
                        "axis 'gl' sets 'gl' of HH, which is in mS, found 'S': they differ by a factor of 1000"),
                fault("an audit of nothing", "input: 0.1", "audit: {fraction: 0}", "6:19: 'fraction'"),
                fault("an unknown key of audit", "input: 0.1", "audit: {fraktion: 0.1}", "did you mean 'fraction'"),
                fault("an unknown key of spike", "input: 0.1", "spike: {treshold: 0}", "did you mean 'threshold'"),
                fault("no YAML", "name: grid", "name: [grid", "x.yaml:"));
    }

    private static Arguments fault(String what, String good, String bad, String message) {
        assertTrue(SweepText.GRID.contains(good), good);
        return Arguments.of(what, SweepText.GRID.replace(good, bad), message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badSweeps")
    void aBadSweepIsNotRun(String what, String text, String message) throws IOException {
        Files.writeString(sweep, text);
        Execution run = Execution.of("run", sweep.toString(), "--out", out.toString());
        assertFault(run);
        assertTrue(run.err().startsWith(sweep + ":"), run.err());
        assertTrue(run.err().contains(message), run.err());
        Execution plan = Execution.of("plan", sweep.toString());
        assertEquals(run.err(), plan.err());
        assertEquals(2, plan.code());
    }

    static Stream<Arguments> badModels() {
        return Stream.of(
                Arguments.of("initial: -65", "initialy: -65", "unknown key 'initialy'"),
                Arguments.of("reset:", "rest:", "unknown key 'rest'"),
                Arguments.of("v: c\n", "V: c\n", "'V'"),
                Arguments.of("a*(b*v - u)", "a*(b*v - w)", "unknown name 'w'"),
                Arguments.of("threshold: v_peak", "threshold: high", "'high'"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("badModels")
    void aBadModelIsToldByItsFileAndLine(String good, String bad, String message) throws IOException {
        String text =
                Files.readString(Path.of("../engine/src/main/resources/io/github/spikesweep/model/Izhikevich.yaml"));
        assertTrue(text.contains(good), good);
        Files.writeString(folder.resolve("mine.yaml"), text.replace(good, bad));
        Files.writeString(sweep, "name: x\nmodel: mine.yaml\nduration: 1\nstep: 0.1\n");
        Execution run = Execution.of("run", sweep.toString(), "--out", out.toString());
        assertFault(run);
        assertTrue(run.err().matches("(?s).*mine\\.yaml:\\d+:\\d+: .*"), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void aFileThatIsNoTextIsNotRun() throws IOException {
        Files.write(sweep, new byte[] {0, -1, -2, 127, 10, 0});
        assertFault(Execution.of("run", sweep.toString(), "--out", out.toString()));
        Files.write(sweep, new byte[0]);
        assertFault(Execution.of("run", sweep.toString(), "--out", out.toString()));
    }

    @Test
    void aMissingFileIsNotRun() {
        Execution run = Execution.of("run", sweep.toString(), "--out", out.toString());
        assertFault(run);
        assertEquals(sweep + ": no such file\n", run.err());
    }

    @Test
    void aDirectoryIsNotRun() {
        Execution run = Execution.of("run", folder.toString(), "--out", out.toString());
        assertFault(run);
        assertEquals(folder + ": is a directory\n", run.err());
    }

    @Test
    void anOutputThatCannotBeWrittenIsToldBeforeTheRun() throws IOException {
        Files.writeString(sweep, SweepText.GRID);
        Path file = Files.writeString(folder.resolve("file"), "x");
        Execution run = Execution.of(
                "run", sweep.toString(), "--out", file.resolve("out").toString());
        assertFault(run);
        assertTrue(run.err().contains("is a file, not a directory"), run.err());
        assertFault(Execution.of("run", sweep.toString(), "--out", "nosuch://host/out"));
        // Root can write anywhere but there, whatever the permissions.
        assertFault(Execution.of("run", sweep.toString(), "--out", "/proc/out"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duration",
                "=1",
                "transient=",
                "duration=ten",
                "nokey=1",
                "duration=[",
                "sweep.gna_density.linspace=[1]"
            })
    void aBadOverrideIsToldAsSuch(String override) throws IOException {
        Files.writeString(sweep, SweepText.GRID);
        Execution run = Execution.of("run", sweep.toString(), "--out", out.toString(), "--set", override);
        assertFault(run);
        assertTrue(run.err().startsWith("--set " + override), run.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            gna > 1              | :1:1: unknown name 'gna'; accepted: area, patch, gna_density, gk_density, id
            gna_densty > 1       | :1:1: unknown name 'gna_densty'; did you mean 'gna_density'? (area, patch, gna_density, gk_density, id)
            spike_count > 1      | :1:1: 'spike_count' is a result; the rows to simulate can only depend on id, gna_density, gk_density
            gna_density >        | :1:14: expected a number, a name or '(', found the end of the expression
            ""                   | :1:1: --where needs a number or an expression, found nothing
            1 < 2                | :1:1: --where uses no axis, found '1 < 2'; accepted: id, gna_density, gk_density
            id < 0               | :1:1: --where keeps none of the 24 combinations
            gk_density = 18      | :1:12: expected an operator or the end of the expression, found '='; equality is '=='
            gk_density == 17.5   | :1:1: --where: no value of 'gk_density' is 17.5; nearest: 9 and 18
            gk_density in [9, 1] | :1:1: --where: no value of 'gk_density' is 1; nearest: 9
            id > 1 AND id < 5    | :1:8: expected an operator or the end of the expression, found 'AND'; write 'and'
            nofunction(id)       | :1:1: unknown function 'nofunction'
            1 +                  | :1:4: expected a number, a name or '(', found the end of the expression
            id > 1; DROP TABLE   | :1:7: expected an operator or the end of the expression, found ';'
            """)
    void aBadConditionIsToldAsSuch(String condition, String message) throws IOException {
        Files.writeString(sweep, SweepText.GRID);
        Execution run = Execution.of("run", sweep.toString(), "--out", out.toString(), "--where", condition);
        assertFault(run);
        assertTrue(run.err().startsWith("--where" + message), run.err());
    }

    private void assertFault(Execution execution) {
        assertEquals(2, execution.code(), execution::toString);
        assertEquals("", execution.out());
        long lines = execution.err().lines().count();
        assertTrue(lines == 1 || lines == 2, execution.err());
        assertFalse(execution.err().contains("Exception"), execution.err());
        assertFalse(Files.exists(out));
    }
}
