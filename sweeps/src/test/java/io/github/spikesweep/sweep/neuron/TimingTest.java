package io.github.spikesweep.sweep.neuron;

import static io.github.spikesweep.sweep.Sweeps.columns;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps, tolerances, and which integrator takes which. */
class TimingTest {
    private static final String ADAPTIVE = "name: x\nneuron: HHDoubleDormandPrince\nduration: 10\n";
    private static final String MIXED =
            "name: x\nmodel: HH\nduration: 10\ntransient: 2\nsweep: {integrator: [RK4, DormandPrince]}\n";

    @Test
    void adaptiveIntegratorTakesATolerance() {
        SweepDefinition definition = read(ADAPTIVE + "transient: 0.123\ntolerance: 1e-3 / 10\n");
        assertEquals(Protocol.adaptive(10, 0.123, 1e-4), protocol(definition, 0));
        assertEquals(200, definition.steps(0));
    }

    @Test
    void toleranceMayBeAnAxis() {
        SweepDefinition definition = read(ADAPTIVE + "sweep: {tolerance: {logspace: [1e-4, 1e-8, 3]}}\n");
        assertEquals(Protocol.adaptive(10, 0, 1e-6), protocol(definition, 1));
        assertEquals(List.of("id", "tolerance"), columns(definition).subList(0, 2));
        assertEquals("error allowed to a step", definition.columns().get(1).description());
    }

    @Test
    void integratorsOfBothKindsTakeTheirOwn() {
        SweepDefinition definition = read(MIXED + "step: 0.1\ntolerance: 1e-6\n");
        assertEquals(List.of(Integrator.RK4, Integrator.DORMAND_PRINCE), definition.integrators());
        assertEquals(Protocol.fixed(0.1, 100, 20), protocol(definition, 0));
        assertEquals(Protocol.adaptive(10, 2, 1e-6), protocol(definition, 1));
    }

    @Test
    void whatTheIntegratorDoesNotTakeMayStayInTheFile() {
        assertEquals(read(ADAPTIVE + "tolerance: 1e-6\n"), read(ADAPTIVE + "step: 0.3\ntolerance: 1e-6\n"));
        assertEquals(read(Sweeps.SHORT), read(Sweeps.SHORT + "tolerance: 1e-6\n"));
        assertEquals("x.yaml:4:7: 'step' must be positive, found 0", fault(ADAPTIVE + "step: 0\ntolerance: 1e-6\n"));
        assertEquals(
                "x.yaml:6:12: 'tolerance' must be from 1E-11 to 0.1, found 1", fault(Sweeps.SHORT + "tolerance: 1\n"));
    }

    @Test
    void refusesAxesThatTheIntegratorDoesNotTake() {
        assertEquals(
                "x.yaml:4:9: 'step' does not go with integrator DormandPrince, which chooses its own steps; give "
                        + "'tolerance' instead",
                fault(ADAPTIVE + "sweep: {step: [0.1]}\n"));
        assertEquals(
                "x.yaml:6:9: 'tolerance' does not go with integrator RK4, which takes fixed steps; give 'step' instead",
                fault(Sweeps.SHORT + "sweep: {tolerance: [1e-6]}\n"));
    }

    @Test
    void refusesToGoWithoutWhatAnIntegratorTakes() {
        assertEquals(
                "x.yaml:1:1: a sweep file needs the key 'tolerance' with integrator DormandPrince", fault(ADAPTIVE));
        assertEquals(
                "x.yaml:1:1: a sweep file needs the key 'tolerance' with integrator DormandPrince",
                fault(MIXED + "step: 0.1\n"));
        assertEquals("x.yaml:1:1: a sweep file needs the key 'step'", fault(MIXED + "tolerance: 0.1\n"));
    }

    @Test
    void refusesToleranceThatIsNone() {
        assertEquals("x.yaml:4:12: 'tolerance' must be from 1E-11 to 0.1, found 0", fault(ADAPTIVE + "tolerance: 0\n"));
        assertEquals(
                "x.yaml:4:12: 'tolerance' must be from 1E-11 to 0.1, found 0.2", fault(ADAPTIVE + "tolerance: 0.2\n"));
        assertEquals(
                "x.yaml:4:27: 'tolerance' must be from 1E-11 to 0.1, found 1E-14",
                fault(ADAPTIVE + "sweep: {tolerance: [1e-3, 1e-14]}\n"));
        assertEquals(
                "x.yaml:4:12: 'tolerance' is the same in every row and cannot use the axis 'gna'",
                fault(ADAPTIVE + "tolerance: gna\nsweep: {gna: [1]}\n"));
        assertEquals(
                "x.yaml:5:9: 'tolerance' is an axis and is also set at x.yaml:4:1; keep one",
                fault(ADAPTIVE + "tolerance: 0.1\nsweep: {tolerance: [0.1]}\n"));
    }

    @Test
    void refusesTimesThatDoNotFitAdaptiveSteps() {
        assertEquals(
                "x.yaml:5:12: the transient of 10 leaves nothing of the duration of 10",
                fault(ADAPTIVE + "tolerance: 0.1\ntransient: 10\n"));
        assertEquals(
                "x.yaml:3:11: a duration of 1E+18 takes about 2E+19 steps; at most 10^12 are accepted",
                fault("name: x\nneuron: HHDoubleDormandPrince\nduration: 1e18\ntolerance: 0.1\n"));
    }

    @Test
    void refusesAdaptiveStepsInSinglePrecision() {
        String text = "name: x\nmodel: HH\nduration: 10\nintegrator: DormandPrince\ntolerance: 0.1\n";
        assertEquals(
                "x.yaml:6:1: integrator DormandPrince needs precision double: in single precision, rounding "
                        + "errors hide the error estimate",
                fault(text + "precision: float\n"));
        assertEquals(
                "x.yaml:6:9: integrator DormandPrince needs precision double: in single precision, rounding "
                        + "errors hide the error estimate",
                fault(text + "sweep: {precision: [double, float]}\n"));
    }

    private static Protocol protocol(SweepDefinition definition, long id) {
        Point point = new Point(definition.space(), id);
        return definition.timing().protocol(point.integrator(definition.neurons()), point);
    }
}
