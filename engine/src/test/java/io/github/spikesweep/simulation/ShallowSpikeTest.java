package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.simulation.Recording.Detail;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A spike has a shape only if it is as steep as an onset, even if its last step is so short that its length is mostly rounding. */
class ShallowSpikeTest {
    @ParameterizedTest
    @EnumSource(
            value = Integrator.class,
            names = {"RK4", "DORMAND_PRINCE", "TAYLOR", "RODAS5P"})
    void hasNoShape(Integrator integrator) {
        Protocol protocol = integrator.isAdaptive()
                ? new Protocol.Adaptive(10, 0, 1e-6, Double.POSITIVE_INFINITY)
                : Protocol.fixed(0.01, 1000, 0);
        assertNoShape(integrator, Precision.DOUBLE, protocol);
        if (!integrator.isAdaptive()) {
            assertNoShape(integrator, Precision.FLOAT, protocol);
        }
    }

    private static void assertNoShape(Integrator integrator, Precision precision, Protocol protocol) {
        for (double slope : new double[] {0.3, 0.5, 1, 2, 3, 4, 5, 7, 8, 9.9}) {
            Trial trial = new Trial(
                    SmallModels.spec(SmallModels.RAMP, integrator, precision),
                    protocol,
                    new double[] {slope},
                    new double[] {0});
            Outcome outcome = SmallModels.run(trial, Recording.of(Detail.ACTION_POTENTIALS));
            assertEquals(10 * slope, outcome.spikes().count(), 1, "spikes at " + slope);
            assertEquals(Double.NaN, outcome.actionPotentials().meanAmplitude(), "with a shape at " + slope);
            assertEquals(Double.NaN, outcome.actionPotentials().meanHalfWidth(), "with a width at " + slope);
        }
    }
}
