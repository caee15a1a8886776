package io.github.spikesweep.sweep.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.reading.axis.FileSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Warnings of steps that are too long for their method to be stable. */
class UnstableStepsTest {
    private static final String VAN_DER_POL = """
            name: VanDerPol
            time: dimensionless
            variables: {x: {initial: 2}, y: {initial: 0}}
            parameters: {mu: {default: 1000}}
            equations: {x: y, y: mu*(1 - x^2)*y - x}
            spike: {variable: x, threshold: 0}
            """;

    /** Hodgkin–Huxley with a gate that follows its steady state within 0.005 ms. */
    private static final String FAST_GATE = """
            name: FastGate
            variables:
              v: {initial: -65, unit: mV}
              m: {initial: 0.05}
              h: {initial: 0.6}
              n: {initial: 0.3}
              s: {initial: 0}
            parameters: {tau_s: {default: 0.005, unit: ms}}
            input: I
            equations:
              v: I - 120*m^3*h*(v - 50) - 36*n^4*(v + 77) - 0.3*(v + 54.4) - 0.1*s*(v + 80)
              m: 0.1*(v + 40)/(1 - exp(-(v + 40)/10))*(1 - m) - 4*exp(-(v + 65)/18)*m
              h: 0.07*exp(-(v + 65)/20)*(1 - h) - h/(1 + exp(-(v + 35)/10))
              n: 0.01*(v + 55)/(1 - exp(-(v + 55)/10))*(1 - n) - 0.125*exp(-(v + 65)/80)*n
              s: (1/(1 + exp(-v/5)) - s)/tau_s
            spike: {variable: v, threshold: 0}
            """;

    private static final String DECAY = """
            name: Decay
            variables: {x: {initial: 0, unit: mV}}
            parameters: {k: {default: 1000}}
            equations: {x: k*(1 - x)}
            spike: {variable: x, threshold: 2}
            """;

    /** It decays the faster the more the slow variable has grown: at the start nothing is suspicious. */
    private static final String LATER = """
            name: Later
            variables: {x: {initial: 1}, y: {initial: 0}}
            equations: {x: -(1 + y)*x, y: 1}
            spike: {variable: x, threshold: 2}
            """;

    private static SweepRows sweep(String model, String rest) {
        FileSource models = path -> model.getBytes(StandardCharsets.UTF_8);
        String text = "name: x\nmodel: model.yaml\n" + rest;
        return SweepReader.readRows(
                "x.yaml", text.getBytes(StandardCharsets.UTF_8), models, List.of(), Optional.empty());
    }

    private static List<String> warnings(String model, String rest) {
        SweepRows sweep = sweep(model, rest);
        return UnstableSteps.warnings(sweep.definition(), sweep.wanted(), true);
    }

    /** At x = 2 the eigenvalues are 0 and mu (1 − x²) = −3000, but for 3e-4. */
    @Test
    void vanDerPolIsTooStiffForRungeAndKutta() {
        String expected =
                "RK4 is unstable with steps of 0.01 in row 1 of VanDerPol, whose equations have an eigenvalue of -3000 there; steps of 0.00092 would do, and Rodas5P needs no short ones";
        String rest = "duration: 6000\nstep: 0.01\nsweep: {mu: [1, 1000]}\n";
        assertEquals(List.of(expected), warnings(VAN_DER_POL, rest));
        assertEquals(List.of(expected), sweep(VAN_DER_POL, rest).warnings(), "in a short run, too");
        assertEquals(List.of(), warnings(VAN_DER_POL, "duration: 6000\nstep: 5e-4\nsweep: {mu: [1, 1000]}\n"));
        assertEquals(List.of(), warnings(VAN_DER_POL, "duration: 6000\nstep: 0.01\nsweep: {mu: [1, 10]}\n"));
    }

    @Test
    void aGateThatIsFasterThanTheStepIsToldOf() {
        String rest = "duration: 200\ninput: 10\nstep: ";
        assertEquals(
                List.of(
                        "RK4 is unstable with steps of 0.05 ms in row 0 of FastGate, whose equations have an eigenvalue of -200 1/ms there; steps of 0.013 ms would do, and Rodas5P needs no short ones"),
                warnings(FAST_GATE, rest + "0.05\n"));
        assertEquals(List.of(), warnings(FAST_GATE, rest + "0.0125\n"));
        assertEquals(List.of(), warnings(FAST_GATE, rest + "0.05\nparameters: {tau_s: 0.05}\n"));
    }

    /** The ends of the regions on the real axis: −2, −2.785 (Hairer &amp; Wanner 1996, IV.2). Of Butcher6, −2.856: the largest root of |1 + z + … + z⁶/720 − z⁷/2160| = 1. */
    @ParameterizedTest
    @CsvSource({"Euler, 0.0019, 0.0021", "RK4, 0.00275, 0.0028", "Butcher6, 0.00284, 0.0029"})
    void theLimitIsThatOfTheMethod(String integrator, double stable, double unstable) {
        String rest = "integrator: " + integrator + "\nduration: %s\nstep: %s\n";
        assertEquals(List.of(), warnings(DECAY, rest.formatted(100_000 * stable, stable)));
        List<String> found = warnings(DECAY, rest.formatted(100_000 * unstable, unstable));
        assertEquals(1, found.size());
        assertTrue(found.get(0).startsWith(integrator + " is unstable with steps of"), found.get(0));
        assertTrue(found.get(0).contains("an eigenvalue of -1000 1/ms there"), found.get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "ExponentialEuler, step: 0.1",
        "Strang, step: 0.1",
        "DormandPrince, tolerance: 1e-6",
        "Rodas5P, tolerance: 1e-6"
    })
    void otherMethodsAreNotMeant(String integrator, String steps) {
        assertEquals(List.of(), warnings(DECAY, "duration: 10\nintegrator: " + integrator + "\n" + steps + "\n"));
    }

    @Test
    void noiseAndSinglePrecisionLeaveOnlyAShorterStep() {
        List<String> found = warnings(DECAY, "precision: float\nduration: 10\nstep: 0.01\n");
        assertTrue(found.get(0).endsWith("; steps of 0.0027 ms would do"), found.get(0));
    }

    /** A short run follows rows only if their start is suspicious; a plan, and a long run, always. */
    @Test
    void aShortRunLooksAtTheStartAlone() {
        String rest = "duration: 200\nstep: 0.05\n";
        assertEquals(1, warnings(LATER, rest).size());
        assertEquals(1, sweep(LATER, rest).allWarnings().size());
        assertEquals(List.of(), sweep(LATER, rest).warnings());
        String many = "duration: 200\nstep: 0.05\ninitial: {x: x0}\nsweep: {x0: {linspace: [0.1, 1, 1000000]}}\n";
        assertEquals(1, sweep(LATER, many).warnings().size());
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("").toAbsolutePath())) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("shipped")
    void noShippedSweepIsUnstable(Path file) throws IOException {
        FileSource beside = path -> Files.readAllBytes(file.resolveSibling(path));
        SweepRows sweep = SweepReader.readRows(
                file.getFileName().toString(), Files.readAllBytes(file), beside, List.of(), Optional.empty());
        assertEquals(List.of(), UnstableSteps.warnings(sweep.definition(), sweep.wanted(), true));
    }
}
