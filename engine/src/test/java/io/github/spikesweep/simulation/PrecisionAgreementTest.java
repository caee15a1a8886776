package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single precision gives the same spike counts as double precision. */
@OneIn(5)
class PrecisionAgreementTest {
    /** The row at e = 3.29 is chaotic: its spikes depend on the last bit of anything. */
    private static final int CHAOTIC_ROW = 22;

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.005, 0.002, 0.001})
    void onTheConductancesOfHodgkinHuxley(double step) {
        Protocol protocol = Protocol.fixed(step, Math.round(100 / step), 0);
        assertSameCounts(precision -> TrialSeries.hodgkinHuxley(precision, Integrator.RK4, protocol, 20));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.005, 0.002, 0.001})
    void onTheDrivesOfHindmarshRoseThatAreNotChaotic(double step) {
        Protocol protocol = Protocol.fixed(step, Math.round(2000 / step), 0);
        assertSameCounts(precision -> {
            List<Trial> trials = new ArrayList<>(TrialSeries.hindmarshRose(precision, Integrator.RK4, protocol, 25));
            trials.remove(CHAOTIC_ROW);
            return trials;
        });
    }

    private static void assertSameCounts(Function<Precision, List<Trial>> trials) {
        assertEquals(counts(trials.apply(Precision.DOUBLE)), counts(trials.apply(Precision.FLOAT)));
    }

    private static List<Integer> counts(List<Trial> trials) {
        return new Simulator(Recording.BASIC)
                .run(trials).stream().map(outcome -> outcome.spikes().count()).toList();
    }
}
