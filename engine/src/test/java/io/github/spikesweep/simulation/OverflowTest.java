package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exponentials that no number holds: what is made of them is right, or the row diverges. */
@OneIn(7)
class OverflowTest {
    private static final double DURATION = 1;

    private static Outcome run(String slope, double x, Integrator integrator, Precision precision) {
        Model model = SmallModels.read("""
                name: Overflow
                variables:
                  x: {initial: 0}
                  y: {initial: 0}
                input: I
                equations:
                  x: 0*I
                  y: %s
                spike: {variable: y, threshold: 1e30}
                """.formatted(slope));
        KernelSpec spec = SmallModels.spec(model, integrator, precision);
        Protocol protocol =
                integrator.isAdaptive() ? Protocol.adaptive(DURATION, 0, 1e-7) : Protocol.fixed(0.01, 100, 0);
        return SmallModels.run(new Trial(spec, protocol, new double[] {0}, new double[] {x, 0}), Recording.BASIC);
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({
        "exp(x) * exp(10 - x), 711",
        "exp(x) * exp(10 - x), 2000",
        "exp(x) / exp(x - 1), 711",
        "exp(x) / exp(x - 1), 2000",
        "exp(-x) / exp(1 - x), 2000",
        "log(exp(x)), 800",
        "sin(exprel(x)), 1778",
        "exprel(x) / exprel(x - 1), 5000",
        "sinh(x) / cosh(x), 5000",
        "1 - exp(x) * exp(-x), 5000",
        "exp(exp(x)) * 0, 7",
    })
    void isNoNumberThatItIsNot(String slope, double x) {
        for (Integrator integrator : Integrator.values()) {
            assertTrue(run(slope, x, integrator, Precision.DOUBLE).diverged(), integrator.name());
        }
        assertTrue(run(slope, x, Integrator.RK4, Precision.FLOAT).diverged(), "float");
    }

    @ParameterizedTest
    @CsvSource({
        "1 / (1 + exp(x)), 2000, 0",
        "1 / (1 + exp(-x)), 2000, 1",
        "exp(-x), 3000, 0",
        "exp(-x) + 2, 90, 2",
        "tanh(x), 2000, 1",
        "x / (exp(x) - 1), 2000, 0",
        "-x / (exp(-x) - 1) / 2000, 2000, 1",
        "exprel(-x) * x, 2000, 1",
        "1 / exprel(x), 2000, 0",
        "'min(exp(x), 3)', 2000, 3",
        "'where(x < 10, exp(x), 5)', 2000, 5",
        "exp(x) / 1e38, 88, 1.651636",
    })
    void leavesWhatItHasNoEffectOn(String slope, double x, double end) {
        for (Integrator integrator : new Integrator[] {Integrator.RK4, Integrator.RK6, Integrator.DORMAND_PRINCE}) {
            Outcome outcome = run(slope, x, integrator, Precision.DOUBLE);
            assertEquals(end, outcome.end(1), 1e-6 * Math.max(1, end), slope + " " + integrator);
        }
        assertEquals(end, run(slope, x, Integrator.RK4, Precision.FLOAT).end(1), 1e-4 * Math.max(1, end), slope);
    }
}
