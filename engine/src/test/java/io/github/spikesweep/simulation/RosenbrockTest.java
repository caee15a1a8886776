package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rodas5P: its order, and stiff models. */
class RosenbrockTest {
    private static final Recording TIMES = Recording.of(Recording.Detail.SPIKE_TIMES);

    private static final Model VAN_DER_POL = SmallModels.read("""
            name: VanDerPol
            variables: {x: {initial: 2}, y: {initial: 0}}
            parameters: {mu: {default: 1}}
            input: I
            equations: {x: y, y: mu*(1 - x^2)*y - x + I}
            spike: {variable: x, threshold: 0}
            """);

    /** Nonlinear, with the time in it, and with functions whose derivatives are not those of polynomials. */
    private static final Model SMOOTH = SmallModels.read("""
            name: Smooth
            time: "1"
            variables: {x: {initial: 1}, y: {initial: 0.5}, z: {initial: 0.2}}
            input: I
            let: {gate: 1 / (1 + exp(-x)), drive: "sin(3*t) + sqrt(2 + cos(t))"}
            equations:
              x: y*gate + drive
              y: 2*(1 - x^2)*y - tanh(x) + I
              z: exprel(-z) * x - z^3 / (1 + y^2)
            spike: {variable: x, threshold: 1e9}
            """);

    /** Steps of one length: as long as is allowed, with a tolerance that is never reached. */
    @ParameterizedTest
    @CsvSource({"0.05", "0.025"})
    void halvingTheStepShowsTheOrder(double step) {
        double[] truth = end(step / 16);
        double coarse = distance(end(step), truth);
        double fine = distance(end(step / 2), truth);
        assertEquals(5, Math.log(coarse / fine) / Math.log(2), 0.35, coarse + " and " + fine);
    }

    private static double[] end(double step) {
        Protocol protocol = new Protocol.Adaptive(2, 0, 1, step);
        Outcome outcome = SmallModels.run(
                new Trial(
                        SmallModels.driven(SMOOTH, Integrator.RODAS5P, "a*sin(b*t)"),
                        protocol,
                        new double[] {0.7, 2},
                        new double[] {1, 0.5, 0.2}),
                Recording.BASIC);
        return new double[] {outcome.end(0), outcome.end(1), outcome.end(2)};
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int k = 0; k < a.length; k++) {
            largest = Math.max(largest, Math.abs(a[k] - b[k]));
        }
        return largest;
    }

    /** van-der-pol.csv is by SciPy. */
    @Test
    void vanDerPolSpikesAsOftenAsItShould() throws IOException {
        List<String> lines = lines("van-der-pol.csv");
        assertEquals(4, lines.size());
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            Outcome outcome = vanDerPol(Integrator.RODAS5P, Double.parseDouble(cells[0]));
            double[] times = outcome.spikes().times();
            assertEquals(Integer.parseInt(cells[2]), times.length, line);
            assertEquals(Double.parseDouble(cells[3]), times[0], 3e-5, line);
            assertEquals(Double.parseDouble(cells[4]), times[times.length - 1], 1e-4, line);
        }
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = RosenbrockTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    @Test
    void aStiffModelTakesFarFewerSteps() {
        long explicit = vanDerPol(Integrator.DORMAND_PRINCE, 1000).steps();
        long implicit = vanDerPol(Integrator.RODAS5P, 1000).steps();
        assertTrue(implicit * 100 < explicit, implicit + " and " + explicit);
    }

    private static Outcome vanDerPol(Integrator integrator, double mu) {
        return SmallModels.run(
                Setting.of(VAN_DER_POL, Precision.DOUBLE, integrator)
                        .with("mu", mu)
                        .trial(Protocol.adaptive(6000, 0, 1e-6)),
                TIMES);
    }

    /** A relaxation by e^(−10⁶ t) to cos t, which is followed with steps of the size of the cosine's. */
    @Test
    void aFastRelaxationIsFollowedBySlowSteps() {
        Model model = SmallModels.read("""
                name: Relaxation
                variables: {x: {initial: 0}}
                input: I
                equations: {x: 1e6*(I - x)}
                spike: {variable: x, threshold: 1e9}
                """);
        Trial trial = new Trial(
                SmallModels.driven(model, Integrator.RODAS5P, "cos(b*t) + a"),
                Protocol.adaptive(10, 0, 1e-4),
                new double[] {0, 1},
                new double[] {0});
        Outcome outcome = SmallModels.run(trial, Recording.BASIC);
        assertEquals(Math.cos(10), outcome.end(0), 1e-5);
        assertTrue(outcome.steps() < 1_000, outcome.steps() + " steps");
    }

    /** The first pivot is 1/(γh) − 1/(γh₀) at a step of h₀ = 0.25: the matrix is singular there, and another step is tried. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 1e-3})
    void aStepWithASingularMatrixIsNotTaken(double step) {
        Model model = SmallModels.read("""
                name: Growth
                variables: {x: {initial: 1}}
                parameters: {r: {default: 1}}
                input: I
                equations: {x: r*x}
                spike: {variable: x, threshold: 1e9}
                """);
        double rate = 1 / (0.21193756319429014 * step);
        Trial trial = Setting.of(model, Precision.DOUBLE, Integrator.RODAS5P)
                .with("r", rate)
                .trial(new Protocol.Adaptive(step, 0, 1e-6, step));
        Outcome outcome = SmallModels.run(trial, Recording.BASIC);
        assertTrue(!outcome.diverged());
        assertEquals(Math.exp(rate * step), outcome.end(0), 1e-4 * outcome.end(0));
    }
}
