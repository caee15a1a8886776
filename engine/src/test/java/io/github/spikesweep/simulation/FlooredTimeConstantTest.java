package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graded synapses whose time constant goes to 0 where the presynaptic cell is depolarised, but for a shortest one: they end in their steady state. */
@OneIn(3)
class FlooredTimeConstantTest {
    private record Method(Integrator integrator, Precision precision) {}

    static List<Method> methods() {
        return List.of(
                new Method(Integrator.RK4, Precision.DOUBLE),
                new Method(Integrator.RK4, Precision.FLOAT),
                new Method(Integrator.DORMAND_PRINCE, Precision.DOUBLE));
    }

    /** s∞ is 1 − 3e-7 at 40 mV: the time constant would be 3e-4 ms at most. */
    @ParameterizedTest
    @MethodSource("methods")
    void whateverTheShortestTimeConstantIs(Method method) {
        Model model = SmallModels.read("""
                name: Q
                variables:
                  v: {initial: 49.6, range: [-150, 120]}
                  s: {initial: 1}
                parameters:
                  k: {default: 0.01}
                  lowest: {default: 0.02}
                input: I
                let:
                  s_inf: 1/(1 + exp((-35 - v)/5))
                  tau: max((1 - s_inf)/k, lowest)
                equations:
                  v: -(v - 40) + 0*I
                  s: (s_inf - s)/tau
                spike: {variable: v, threshold: 200}
                """);
        double accuracy = method.precision() == Precision.FLOAT ? 2e-7 : 1e-9;
        for (double k : new double[] {0.001, 0.005, 0.01, 0.02, 0.025, 0.05, 0.1, 1}) {
            for (double lowest : new double[] {0.02, 0.05, 0.1, 1}) {
                Outcome outcome = run(model, method, 10, k, lowest, 0);
                assertFalse(outcome.diverged(), method + " k " + k + " lowest " + lowest);
                assertEquals(1 / (1 + StrictMath.exp(-15)), outcome.end(1), accuracy);
            }
        }
    }

    /** A Hodgkin-Huxley cell that inhibits itself through such a synapse fires as it does through one that is written without a difference. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "max((1 - s_inf)/k, lowest)",
                "lowest + (1 - s_inf)/k",
                "where(1 - s_inf < k*lowest, lowest, (1 - s_inf)/k)"
            })
    void alsoDuringSpikes(String tau) {
        for (Method method : methods()) {
            Outcome written = run(hodgkinHuxley(tau), method, 100, 0.025, 0.02, 10);
            Outcome without = run(
                    hodgkinHuxley(tau.replace("1 - s_inf", "1/(1 + exp((v + 35)/5))")), method, 100, 0.025, 0.02, 10);
            assertFalse(written.diverged(), method.toString());
            assertTrue(without.spikeCount() > 3, without.spikeCount() + " spikes");
            assertEquals(without.spikeCount(), written.spikeCount(), method.toString());
            double accuracy = method.precision() == Precision.FLOAT ? 1e-2 : 1e-5;
            assertEquals(without.end(0), written.end(0), accuracy, method.toString());
            assertEquals(without.end(4), written.end(4), accuracy, method.toString());
        }
    }

    private static Model hodgkinHuxley(String tau) {
        return SmallModels.read("""
                name: HH
                variables:
                  v: {initial: -65, range: [-150, 120]}
                  m: {initial: 0.05}
                  h: {initial: 0.6}
                  n: {initial: 0.3}
                  s: {initial: 0}
                parameters:
                  k: {default: 0.025}
                  lowest: {default: 0.02}
                input: I
                let:
                  alpha_m: 0.1*(v + 40)/(1 - exp(-(v + 40)/10))
                  alpha_n: 0.01*(v + 55)/(1 - exp(-(v + 55)/10))
                  s_inf: 1/(1 + exp((-35 - v)/5))
                  tau: %s
                equations:
                  v: I - 120*m^3*h*(v - 50) - 36*n^4*(v + 77) - 0.3*(v + 54.4) - 0.05*s*(v + 80)
                  m: alpha_m*(1 - m) - 4*exp(-(v + 65)/18)*m
                  h: 0.07*exp(-(v + 65)/20)*(1 - h) - h/(1 + exp(-(v + 35)/10))
                  n: alpha_n*(1 - n) - 0.125*exp(-(v + 65)/80)*n
                  s: (s_inf - s)/tau
                spike: {variable: v, threshold: 0}
                """.formatted(tau));
    }

    /** @param quantities the parameters, then the input */
    private static Outcome run(Model model, Method method, double duration, double... quantities) {
        Protocol protocol = method.integrator().isAdaptive()
                ? Protocol.adaptive(duration, 0, 1e-8)
                : Protocol.fixed(0.01, Math.round(duration / 0.01), 0);
        return SmallModels.run(
                new Trial(
                        SmallModels.spec(model, method.integrator(), method.precision()),
                        protocol,
                        quantities,
                        InitialState.ofDefaults(model).values()),
                Recording.BASIC);
    }
}
