package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.spike.SpikeTrain;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AdEx under 1000 pA for 500 ms, as its spikes become sharper: it approaches a leaky neuron that fires at vt. */
class SharpUpstrokeTest {
    private static final double[] SHARPNESS = {2, 0.5, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6};
    /** By SciPy's DOP853 (1.18.0) at 1e-11, without a bound: up to 24 delta_t above vt, and from there in closed form. */
    private static final double[] FIRST = {
        11.791573, 9.967206, 9.096507, 8.793408, 8.748582, 8.742619, 8.741875, 8.741785
    };

    private static final double[] LAST = {
        488.401469, 473.984125, 489.512394, 478.511006, 476.457486, 476.153759, 476.113483, 476.108464
    };
    private static final int[] COUNT = {17, 17, 18, 18, 18, 18, 18, 18};

    private static List<Outcome> run(
            Integrator integrator, Precision precision, Protocol protocol, double... sharpness) {
        Setting setting = Setting.of(ModelCatalog.find("AdEx").orElseThrow(), precision, integrator, "delta_t")
                .with("I", 1000);
        return new Simulator(Recording.BASIC)
                .run(Arrays.stream(sharpness)
                        .mapToObj(deltaT -> setting.with("delta_t", deltaT).trial(protocol))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"1e-5", "1e-6", "1e-8"})
    void adaptiveStepsFollowItHoweverSharpItIs(double tolerance) {
        Protocol protocol = Protocol.adaptive(500, 0, tolerance);
        List<Outcome> outcomes = run(Integrator.DORMAND_PRINCE, Precision.DOUBLE, protocol, SHARPNESS);
        for (int k = 0; k < SHARPNESS.length; k++) {
            if (tolerance < 1e-7 && SHARPNESS[k] < 1e-5) {
                continue; // its steps come to be too short to move time, and it diverges
            }
            SpikeTrain spikes = outcomes.get(k).spikes();
            assertFalse(outcomes.get(k).diverged());
            assertEquals(COUNT[k], spikes.count(), "delta_t " + SHARPNESS[k]);
            // The bound of the upstroke delays every spike by at most 7.1e-5, and the next ones by more, as w has grown
            // less.
            assertTrue(spikes.first() > FIRST[k] - 2 * tolerance, "delta_t " + SHARPNESS[k]);
            assertEquals(FIRST[k], spikes.first(), 7.1e-5 + 2 * tolerance, "delta_t " + SHARPNESS[k]);
            assertEquals(LAST[k], spikes.last(), COUNT[k] * (1e-3 + tolerance), "delta_t " + SHARPNESS[k]);
            assertTrue(k == 0 || spikes.first() < outcomes.get(k - 1).spikes().first(), "it falls steadily");
        }
    }

    @Tag("thorough")
    @Test
    void fixedStepsFollowItToo() {
        for (Precision precision : Precision.values()) {
            for (Integrator integrator : Integrator.ofFixedStep()) {
                double error = integrator.order() == 1 ? 0.06 : 0.011;
                List<Outcome> outcomes = run(integrator, precision, Protocol.fixed(0.01, 50_000, 0), SHARPNESS);
                for (int k = 0; k < SHARPNESS.length; k++) {
                    if (integrator == Integrator.RK6 && SHARPNESS[k] < 1e-4) {
                        continue; // its last stage, of a negative weight, may be the only one in the upstroke
                    }
                    String which = precision + " " + integrator + ", delta_t " + SHARPNESS[k];
                    assertFalse(outcomes.get(k).diverged(), which);
                    assertEquals(COUNT[k], outcomes.get(k).spikes().count(), which);
                    assertEquals(FIRST[k], outcomes.get(k).spikes().first(), error, which);
                }
            }
        }
    }

    @Tag("thorough")
    @Test
    void withoutAnySharpnessItDiverges() {
        assertTrue(run(Integrator.DORMAND_PRINCE, Precision.DOUBLE, Protocol.adaptive(500, 0, 1e-6), 0)
                .get(0)
                .diverged());
        for (Precision precision : Precision.values()) {
            for (Integrator integrator : Integrator.ofFixedStep()) {
                List<Outcome> outcomes = run(integrator, precision, Protocol.fixed(0.01, 50_000, 0), 0, 2);
                assertTrue(outcomes.get(0).diverged());
                assertFalse(outcomes.get(1).diverged());
            }
        }
    }
}
