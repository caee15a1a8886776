package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The leaky integrate-and-fire neuron under a constant input fires every ln(I/(I − 1)). */
class ResetTest {
    private static final Recording TIMES = Recording.of(Recording.Detail.SPIKE_TIMES);

    private static double period(double input) {
        return Math.log(input / (input - 1));
    }

    private static Trial trial(Integrator integrator, Protocol protocol, double input) {
        KernelSpec spec = SmallModels.spec(SmallModels.INTEGRATE_AND_FIRE, integrator, Precision.DOUBLE);
        return new Trial(spec, protocol, new double[] {input}, new double[] {0});
    }

    /** The order of the method is that of the intervals. */
    @ParameterizedTest
    @EnumSource(names = {"RK4", "RK6", "BUTCHER6"})
    void aFixedStepResetsAtTheSpikeItself(Integrator integrator) {
        double step = 0.2;
        double coarse = error(integrator, step);
        double fine = error(integrator, step / 2);
        double order = Math.log(coarse / fine) / Math.log(2);
        assertEquals(integrator.order(), order, 0.5, coarse + " and " + fine);
    }

    /** The largest deviation of an interval. */
    private static double error(Integrator integrator, double step) {
        Outcome outcome =
                SmallModels.run(trial(integrator, Protocol.fixed(step, Math.round(40 / step), 0), 1.5), TIMES);
        double[] times = outcome.spikes().times();
        assertEquals(40 / period(1.5), times.length, 3);
        assertEquals(0, outcome.minimum(0));
        assertEquals(1, outcome.maximum(0));
        double largest = 0;
        for (int k = 1; k < times.length; k++) {
            largest = Math.max(largest, Math.abs(times[k] - times[k - 1] - period(1.5)));
        }
        return largest;
    }

    /** τ = 10 ms from −65 to −50 under 29.4 mV: 10 ln(29.4/14.4) ms. */
    @Test
    void intervalsAreRightToTheirDigits() {
        Model model = SmallModels.read("""
                name: Leaky
                variables: {v: {initial: -65}}
                input: I
                equations: {v: (-65 - v + I)/10}
                reset: {v: -65}
                spike: {variable: v, threshold: -50}
                """);
        for (Precision precision : Precision.values()) {
            KernelSpec spec = SmallModels.spec(model, Integrator.RK4, precision);
            Trial trial = new Trial(spec, Protocol.fixed(0.05, 20_000, 0), new double[] {29.4}, new double[] {-65});
            double[] times = SmallModels.run(trial, TIMES).spikes().times();
            assertEquals(140, times.length);
            for (int k = 0; k < times.length; k++) {
                double exact = (k + 1) * 10 * Math.log(29.4 / 14.4);
                assertEquals(exact, times[k], precision == Precision.DOUBLE ? 1e-8 : 1e-3, precision + " " + k);
            }
        }
    }

    /** As often as it takes in a step; too often is a divergence. */
    @ParameterizedTest
    @EnumSource(names = {"EULER", "RK4", "RK6", "BUTCHER6"})
    void severalResetsInOneStep(Integrator integrator) {
        Model model = SmallModels.read("""
                name: Ramp
                variables: {v: {initial: 0}, n: {initial: 0}}
                input: I
                equations: {v: I, n: 0}
                reset: {v: 0, n: n + 1}
                spike: {variable: v, threshold: 1}
                """);
        for (Precision precision : Precision.values()) {
            KernelSpec spec = SmallModels.spec(model, integrator, precision);
            Trial often = new Trial(spec, Protocol.fixed(0.5, 8, 0), new double[] {7.3}, new double[] {0, 0});
            Outcome outcome = SmallModels.run(often, TIMES);
            double[] times = outcome.spikes().times();
            assertEquals(29, times.length);
            assertEquals(29, outcome.end(1));
            for (int k = 0; k < times.length; k++) {
                assertEquals((k + 1) / 7.3, times[k], 1e-5, precision + " " + k);
            }
            assertEquals(4 * 7.3 - 29, outcome.end(0), 1e-4);
            Trial tooOften = new Trial(spec, Protocol.fixed(0.5, 8, 0), new double[] {1000}, new double[] {0, 0});
            assertEquals(0.065, SmallModels.run(tooOften, TIMES).divergedAt(), 1e-6);
        }
    }

    @Test
    void adaptiveStepsResetAtTheSpikeItself() {
        for (Integrator integrator : List.of(Integrator.DORMAND_PRINCE, Integrator.RODAS5P, Integrator.TAYLOR)) {
            double[] times = SmallModels.run(trial(integrator, Protocol.adaptive(20, 0, 1e-8), 1.5), TIMES)
                    .spikes()
                    .times();
            assertEquals((int) (20 / period(1.5)), times.length);
            for (int k = 0; k < times.length; k++) {
                assertEquals((k + 1) * period(1.5), times[k], 1e-8, "spike " + k);
            }
        }
    }

    @Test
    void everyAssignmentSeesTheStateBeforeTheReset() {
        Model model = SmallModels.read("""
                name: Exchange
                variables: {v: {initial: 0}, w: {initial: -3}}
                parameters: {b: {default: 2}}
                input: I
                let: {both: v + w}
                equations: {v: I, w: 0*w}
                reset: {v: w, w: both*b}
                spike: {variable: v, threshold: 0.875}
                """);
        for (Integrator integrator : List.of(
                Integrator.EULER,
                Integrator.EXPONENTIAL_EULER,
                Integrator.STRANG,
                Integrator.RK4,
                Integrator.DORMAND_PRINCE,
                Integrator.RODAS5P)) {
            KernelSpec spec = SmallModels.spec(model, integrator, Precision.DOUBLE);
            Protocol protocol = integrator.isAdaptive() ? Protocol.adaptive(1.5, 0, 1e-6) : Protocol.fixed(0.25, 6, 0);
            Trial trial = new Trial(spec, protocol, new double[] {2, 1}, new double[] {0, -3});
            Outcome outcome = SmallModels.run(trial, TIMES);
            assertEquals(1, outcome.spikes().count());
            assertEquals(0.875, outcome.spikes().first(), 1e-12);
            // v = t becomes w = −3 and rises again; w becomes (v − 3) · 2.
            assertEquals(-3 + 1.5 - 0.875, outcome.end(0), 1e-9, integrator.label());
            assertEquals((0.875 - 3) * 2, outcome.end(1), 1e-9, integrator.label());
        }
    }
}
