package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares fixed steps with the oracle, on every smooth built-in model. */
@OneIn(14)
class OracleTest {
    private static final double STEP = 0.01;

    static Stream<Arguments> neurons() {
        return FiringNeuron.smooth().stream()
                .flatMap(neuron -> Integrator.ofFixedStep().stream()
                        .filter(integrator -> integrator.order() >= 4)
                        .map(integrator -> Arguments.of(neuron, integrator)));
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void spikesAtTheTrueTimes(FiringNeuron neuron, Integrator integrator) {
        neuron.assertTrueSpikes(
                integrator, neuron.steps(STEP), allowed(neuron.model().name(), integrator));
    }

    /** Where it is more than 1e-6, it is the error of the method: at half the step it is 1.8e-7 for HR, and about 1e-6 for STG and Vavoulis. */
    private static double allowed(String model, Integrator integrator) {
        if (integrator != Integrator.RK4) {
            return 1e-6;
        }
        return switch (model) {
            case "HR" -> 3e-6;
            case "STG", "Vavoulis" -> 1.7e-5;
            default -> 1e-6;
        };
    }

    /** The error of RK4 on Hindmarsh–Rose grows with time: at the 24th spike, at 91.7, it is 1.05e-6. */
    @Test
    void hindmarshRoseStaysWithinAMillionthFor23Spikes() {
        FiringNeuron neuron = new FiringNeuron(ModelCatalog.find("HR").orElseThrow(), 0, 90);
        neuron.assertTrueSpikes(Integrator.RK4, neuron.steps(STEP), 1e-6);
    }

    /** The last row of hh-gna-scan.csv, to its six digits. */
    @Test
    void theTruthIsSciPysToo() {
        Trial trial = Setting.of("HH", Integrator.RK4)
                .with("gna", 200 * 7.854e-3)
                .with("I", 0.1)
                .trial(Protocol.fixed(STEP, 10_000, 0));
        double[] times = {
            1.275858, 13.786612, 25.965422, 38.132822, 50.299488, 62.466107, 74.632722, 86.799338, 98.965953
        };
        assertArrayEquals(times, Oracle.spikeTimes(trial), 6e-7);
    }
}
