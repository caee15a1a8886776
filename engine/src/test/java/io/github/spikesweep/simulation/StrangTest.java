package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables move one after the other, there and back. */
class StrangTest {
    private static final double AREA = 7.854e-3;
    private static final double CURRENT = 10;

    /** Beside the method by its definition: half a step of the voltage, a whole one of the gates, half a step of the voltage. */
    @ParameterizedTest
    @CsvSource({"0.01", "0.05", "0.2"})
    void hodgkinHuxleyIsThatOfTheDefinition(double step) {
        long steps = Math.round(20 / step);
        double[] expected = {-65, 0.05, 0.6, 0.3};
        for (long k = 0; k < steps; k++) {
            moveVoltage(expected, step / 2);
            moveGates(expected, step);
            moveVoltage(expected, step / 2);
        }
        Outcome outcome = SmallModels.run(
                Setting.of("HH", Integrator.STRANG).with("I", CURRENT * AREA).trial(Protocol.fixed(step, steps, 0)),
                Recording.BASIC);
        for (int v = 0; v < expected.length; v++) {
            assertEquals(expected[v], outcome.end(v), 1e-7 * (1 + Math.abs(expected[v])), "variable " + v);
        }
    }

    private static void moveVoltage(double[] y, double length) {
        double sodium = 120 * y[1] * y[1] * y[1] * y[2];
        double potassium = 36 * y[3] * y[3] * y[3] * y[3];
        double rest = CURRENT + sodium * 50 - potassium * 77 - 0.3 * 54.387;
        y[0] = relaxed(y[0], rest, sodium + potassium + 0.3, length);
    }

    private static void moveGates(double[] y, double length) {
        double v = y[0];
        double[] alpha = {0.1 * linoid(v + 40), 0.07 * Math.exp(-(v + 65) / 20), 0.01 * linoid(v + 55)};
        double[] beta = {
            4 * Math.exp(-(v + 65) / 18), 1 / (1 + Math.exp(-(v + 35) / 10)), 0.125 * Math.exp(-(v + 65) / 80)
        };
        for (int gate = 0; gate < 3; gate++) {
            y[gate + 1] = relaxed(y[gate + 1], alpha[gate], alpha[gate] + beta[gate], length);
        }
    }

    /** u/(1 − exp(−u/10)). */
    private static double linoid(double u) {
        return -u / Math.expm1(-u / 10);
    }

    /** x' = a − b x. */
    private static double relaxed(double x, double a, double b, double length) {
        return x - Math.expm1(-b * length) * (a / b - x);
    }

    /** With the time, with a variable that is not linear in itself, and with chains in which each depends on others. */
    @ParameterizedTest
    @CsvSource({"DOUBLE, 0.05, 0.1", "DOUBLE, 0.025, 0.05", "FLOAT, 0.1, 0.3"})
    void halvingTheStepShowsTheOrder(Precision precision, double step, double tolerance) {
        double[] truth = end(Precision.DOUBLE, Integrator.BUTCHER6, 0.0025);
        double coarse = distance(end(precision, Integrator.STRANG, step), truth);
        double fine = distance(end(precision, Integrator.STRANG, step / 2), truth);
        assertEquals(2, Math.log(coarse / fine) / Math.log(2), tolerance, coarse + " and " + fine);
    }

    private static final Model CHAIN = SmallModels.read("""
            name: Chain
            time: "1"
            variables: {x: {initial: 0.3}, y: {initial: -0.2}, z: {initial: 0.5}, w: {initial: 0}}
            input: I
            equations:
              x: x - x^3 - y + I
              y: (0.5 + 0.3*z)*(x - y) + sin(2*t)
              z: 3*(1/(1 + exp(-x)) - z) - y*w
              w: cos(x)*(z - w)
            spike: {variable: x, threshold: 1e9}
            """);

    private static double[] end(Precision precision, Integrator integrator, double step) {
        Trial trial = Setting.of(CHAIN, precision, integrator)
                .with("I", 0.4)
                .trial(Protocol.fixed(step, Math.round(4 / step), 0));
        Outcome outcome = SmallModels.run(trial, Recording.BASIC);
        return new double[] {outcome.end(0), outcome.end(1), outcome.end(2), outcome.end(3)};
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int k = 0; k < a.length; k++) {
            largest = Math.max(largest, Math.abs(a[k] - b[k]));
        }
        return largest;
    }

    /** Twice the longest step of RK4; {@code ExponentialEuler} is more than 5 ms late at the sixth spike. */
    @Test
    void spikesOfHodgkinHuxleyAreInTimeAtLongSteps() {
        double[] truth = times("HH", Integrator.RK4, 0.005);
        double[] found = times("HH", Integrator.STRANG, 0.1);
        double[] first = times("HH", Integrator.EXPONENTIAL_EULER, 0.1);
        assertEquals(truth.length, found.length);
        assertTrue(distance(truth, found) < 0.5, Arrays.toString(found));
        int sixth = 5;
        assertTrue(
                Math.abs(first[sixth] - truth[sixth]) > 5 * Math.abs(found[sixth] - truth[sixth]),
                Arrays.toString(first));
    }

    private static double[] times(String model, Integrator integrator, double step) {
        Trial trial = Setting.of(model, integrator)
                .with("I", CURRENT * AREA)
                .trial(Protocol.fixed(step, Math.round(95 / step), 0));
        return SmallModels.run(trial, Recording.of(Recording.Detail.SPIKE_TIMES))
                .spikes()
                .times();
    }

    /** Nothing is split. */
    @Test
    void aVariableAloneIsExact() {
        for (double step : List.of(0.001, 0.7, 25.0)) {
            Trial trial = Setting.of(SmallModels.LEAK, Precision.DOUBLE, Integrator.STRANG)
                    .trial(Protocol.fixed(step, 4, 0));
            double expected = -50 - 15 * Math.exp(-4 * step / 10);
            assertEquals(expected, SmallModels.run(trial, Recording.BASIC).end(0), 1e-13 * 65);
        }
    }
}
