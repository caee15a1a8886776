package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of convergence of coupled neurons, observed by halving the step: that of the integrator. */
@OneIn(5)
class CircuitOrderTest {
    private static final String CELLS = "cells: {a: {model: HH, initial: {v: -75}}, b: {model: HH}}\n";

    /** The variables of the first cell. */
    private static final int OF_A = 4;

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EULER    | 1.6 | 0.005 | c: {type: Electrical, between: [a, b], parameters: {g: 0.002}}",
                "EXPONENTIAL_EULER | 1.6 | 0.005 | c: {type: Electrical, between: [a, b], parameters: {g: 0.002}}",
                "STRANG   | 1.6 | 0.02  | c: {type: Electrical, between: [a, b], parameters: {g: 0.002}}",
                "STRANG   | 1.6 | 0.02  | c: {type: Golowasch, between: [a, b], parameters: {k1: 0.5, s_slow: 0.2}}",
                "RK4      | 1.6 | 0.05  | c: {type: Electrical, between: [a, b], parameters: {g: 0.002}}",
                "RK6      | 1.6 | 0.05  | c: {type: Electrical, between: [a, b], parameters: {g: 0.002}}",
                "BUTCHER6 | 2   | 0.05  | c: {type: Electrical, between: [a, b], parameters: {g: 0.002}}",
                "RK4      | 1.6 | 0.05  | c: {type: Golowasch, between: [a, b], parameters: {k1: 0.5, s_slow: 0.2}}",
                "RK4      | 1.6 | 0.05  | c: {type: Gradual, between: [a, b], parameters: {k_minus: 0.2, v_half: -60, slope: 10}}",
            })
    void halvingTheStepShowsTheOrder(Integrator integrator, double time, double step, String synapse) {
        Model circuit = TestCircuits.read(CELLS + "synapses: {" + synapse + "}\n");
        double[] truth = end(circuit, Integrator.BUTCHER6, fixed(time, step / 16));
        double[] adaptive = end(circuit, Integrator.DORMAND_PRINCE, Protocol.adaptive(time, 0, 1e-11));
        double[] uncoupled = end(TestCircuits.read(CELLS), Integrator.BUTCHER6, fixed(time, step / 16));
        assertTrue(distance(truth, adaptive, uncoupled.length) < 1e-8, "the truth by two methods");
        assertTrue(distance(truth, uncoupled, uncoupled.length) > 1e-2, "coupled");
        double coarse = distance(truth, end(circuit, integrator, fixed(time, step)), truth.length);
        double fine = distance(truth, end(circuit, integrator, fixed(time, step / 2)), truth.length);
        assertEquals(integrator.order(), Math.log(coarse / fine) / Math.log(2), 0.2, coarse + " and " + fine);
    }

    private static Protocol fixed(double time, double step) {
        return Protocol.fixed(step, Math.round(time / step), 0);
    }

    /** The largest error of a variable of the second cell or the synapse. */
    private static double distance(double[] truth, double[] state, int count) {
        double largest = 0;
        for (int v = OF_A; v < count; v++) {
            largest = Math.max(largest, Math.abs(truth[v] - state[v]));
        }
        return largest;
    }

    private static double[] end(Model circuit, Integrator integrator, Protocol protocol) {
        KernelSpec spec = TestCircuits.spec(circuit, integrator, Precision.DOUBLE);
        Outcome outcome = new Simulator(Recording.BASIC)
                .run(List.of(TestCircuits.trial(spec, protocol, Map.of("a.input", 0.1, "b.input", 0.02))))
                .get(0);
        double[] end = new double[circuit.variables().size()];
        for (int v = 0; v < end.length; v++) {
            end[v] = outcome.end(v);
        }
        return end;
    }
}
