package io.github.spikesweep.simulation;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares adaptive steps with the oracle, on every smooth built-in model. */
@OneIn(14)
class AdaptiveOracleTest {
    static Stream<Arguments> neurons() {
        return FiringNeuron.smooth().stream()
                .flatMap(neuron -> Stream.of(Integrator.DORMAND_PRINCE, Integrator.RODAS5P, Integrator.TAYLOR)
                        .flatMap(integrator ->
                                Stream.of(1e-6, 1e-9).map(tolerance -> Arguments.of(neuron, integrator, tolerance))));
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void spikesWithinTheToleranceOfTheTrueTimes(FiringNeuron neuron, Integrator integrator, double tolerance) {
        neuron.assertTrueSpikes(integrator, Protocol.adaptive(neuron.duration(), 0, tolerance), tolerance);
    }
}
