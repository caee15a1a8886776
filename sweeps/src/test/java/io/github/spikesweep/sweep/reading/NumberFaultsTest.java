package io.github.spikesweep.sweep.reading;

import static io.github.spikesweep.sweep.Sweeps.HH;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.function.Functions;
import org.junit.jupiter.api.Test;

/** Messages about wrong times, numbers and expressions. */
class NumberFaultsTest {
    @Test
    void refusesStepThatDoesNotDivideTheDuration() {
        assertEquals(
                "x.yaml:5:7: a step of 0.3 does not divide the duration 100 into whole steps; 100 / 333 or 100 "
                        + "/ 334 does",
                fault(HH + "duration: 100\nstep: 0.3\n"));
        assertEquals(
                "x.yaml:5:7: a step of 3 does not divide the duration 1 into whole steps; 1 / 1 does",
                fault(HH + "duration: 1\nstep: 3\n"));
        assertEquals(
                "x.yaml:5:21: a step of 0.3 does not divide the duration 10 into whole steps; 10 / 33 or 10 / "
                        + "34 does",
                fault(HH + "duration: 10\nsweep: {step: [0.1, 0.3]}\n"));
        assertEquals(
                "x.yaml:5:15: a step of 0.3 does not divide the duration 10 into whole steps; 10 / 33 or 10 / "
                        + "34 does",
                fault(HH + "duration: 10\nsweep: {step: {linspace: [0.1, 0.3, 3]}}\n"));
    }

    @Test
    void refusesPulsesAndRampsThatAreNone() {
        assertEquals("x.yaml:3:8: the width of a pulse is at least 0, found -1", inputFault("pulse(t, 5, w)"));
        assertEquals(
                "x.yaml:3:12: the period of pulses is more than 0, found 0", inputFault("2 * pulses(t, 5, 1, w + 1)"));
        assertEquals(
                "x.yaml:3:9: a ramp stops after its start, found a start at 30 and a stop at 20; "
                        + "'a < t' is 0 until a and 1 after it",
                inputFault("-ramp(t, 30, 20)"));
    }

    private static String inputFault(String input) {
        return fault(SHORT.replace("0.1", input) + "constants: {w: -1}\n");
    }

    @Test
    void refusesStepThatIsNotPositive() {
        assertEquals("x.yaml:5:7: 'step' must be positive, found 0", fault(HH + "duration: 100\nstep: 0\n"));
        assertEquals("x.yaml:5:7: 'step' must be positive, found -0.1", fault(HH + "duration: 100\nstep: -0.1\n"));
        assertEquals(
                "x.yaml:5:30: 'step' must be positive, found 0",
                fault(HH + "duration: 10\nsweep: {step: {values: [0.1, 0]}}\n"));
    }

    @Test
    void refusesDurationThatIsNotPositive() {
        assertEquals("x.yaml:4:11: 'duration' must be positive, found 0", fault(HH + "duration: 0\nstep: 0.1\n"));
        assertEquals("x.yaml:4:11: 'duration' must be finite, found '.nan'", fault(HH + "duration: .nan\nstep: 0.1\n"));
        assertEquals(
                "x.yaml:4:11: 'duration' must be finite, found '1/0', which is infinite",
                fault(HH + "duration: 1/0\nstep: 0.1\n"));
    }

    @Test
    void refusesTransientThatDoesNotFit() {
        assertEquals(
                "x.yaml:6:12: the transient of 99.9999999999 leaves nothing of the duration of 100",
                fault(HH + "duration: 100\nstep: 0.1\ntransient: 99.9999999999\n"));
        assertEquals(
                "x.yaml:6:12: a transient of 0.25 is not a whole number of steps of 0.1; 0.2 or 0.3 is",
                fault(HH + "duration: 100\nstep: 0.1\ntransient: 0.25\n"));
        assertEquals(
                "x.yaml:6:12: the transient of 100 leaves nothing of the duration of 100",
                fault(HH + "duration: 100\nstep: 0.1\ntransient: 100\n"));
        assertEquals(
                "x.yaml:6:12: 'transient' must not be negative, found -1",
                fault(HH + "duration: 100\nstep: 0.1\ntransient: -1\n"));
    }

    @Test
    void refusesMoreStepsThanAccepted() {
        assertEquals(
                "x.yaml:5:7: a duration of 1E+308 in steps of 0.01 takes Infinity steps; at most 10^12 are accepted",
                fault(HH + "duration: 1e308\nstep: 0.01\n"));
        assertEquals(
                "x.yaml:5:7: a duration of 1000000000 in steps of 0.000001 takes 1E+15 steps; at most 10^12 "
                        + "are accepted",
                fault(HH + "duration: 1e9\nstep: 1e-6\n"));
        assertEquals(
                "x.yaml:5:9: axis 'step' has 20000 values; at most 10000 are accepted unless the file lists each value",
                fault(HH + "duration: 10\nsweep: {step: {linspace: [0.1, 0.3, 20000]}}\n"));
    }

    @Test
    void refusesTimeThatVaries() {
        assertEquals(
                "x.yaml:4:11: 'duration' is the same in every row and cannot use the axis 'n'",
                fault(HH + "duration: 10 * n\nstep: 1\nsweep: {n: [1]}\n"));
        assertEquals(
                "x.yaml:6:20: 'threshold' is the same in every row and cannot use the axis 'q'",
                fault(SHORT + "spike: {threshold: q}\nsweep: {q: [1]}\nparameters: {gna: q}\n"));
    }

    @Test
    void refusesWordsInPlaceOfATime() {
        assertEquals(
                "x.yaml:4:11: 'duration' must be a number, found 'long'",
                fault(HH + "duration: long\nstep: 1\nsweep: {gna: [1]}\n"));
        assertEquals(
                "x.yaml:5:11: unknown name 'long'; accepted: short",
                fault(HH + "constants: {short: 1}\nduration: long\nstep: 1\nsweep: {gna: [1]}\n"));
    }

    @Test
    void refusesExpressionThatDoesNotParse() {
        assertEquals(
                "x.yaml:6:22: expected a number, a name or '(', found the end of the expression",
                fault(SHORT + "parameters: {gna: 3 *}\n"));
        assertEquals(
                "x.yaml:6:25: expected ')', found the end of the expression",
                fault(SHORT + "parameters: {gna: (1 + 2}\n"));
        assertEquals(
                "x.yaml:7:11: expected an operator or the end of the expression, found '$'",
                fault(SHORT + "parameters:\n  gna: \"3 $ 4\"\n"));
        assertEquals(
                "x.yaml:5:7: 'input' needs a number or an expression, found nothing",
                fault("name: x\nneuron: HHDoubleRK4\nduration: 1\nstep: 1\ninput:\n"));
        assertEquals(
                "x.yaml:6:19: '3x' is not a number, such as 12, 0.5 or 1e-3", fault(SHORT + "parameters: {gna: 3x}\n"));
    }

    @Test
    void refusesUnknownNameInAnExpression() {
        assertEquals(
                "x.yaml:6:19: unknown name 'aera'; did you mean 'area'? (area)",
                fault(SHORT + "parameters: {gna: aera * 2}\nconstants: {area: 3}\n"));
        assertEquals(
                "x.yaml:6:19: unknown name 'density'; did you mean 'densty'? (densty)",
                fault(SHORT + "parameters: {gna: density}\nsweep: {densty: [1]}\n"));
        assertEquals(
                "x.yaml:6:19: unknown function 'foo'; accepted: " + String.join(", ", Functions.labels()),
                fault(SHORT + "parameters: {gna: foo(1)}\n"));
        assertEquals(
                "x.yaml:6:22: unknown name 'c'; did you mean 'a'? (a)",
                fault(SHORT + "constants: {a: 1, b: c, c: 1}\n"));
    }

    @Test
    void refusesTimeWhereItMeansNothing() {
        assertEquals(
                "x.yaml:6:19: 'gna' cannot depend on the time t; only 'input' can",
                fault(SHORT + "parameters: {gna: 2 * t}\n"));
        assertEquals(
                "x.yaml:6:20: 'threshold' cannot depend on the time t; only 'input' can",
                fault(SHORT + "spike: {threshold: t}\n"));
    }

    @Test
    void refusesCommaThatCutsAnExpression() {
        assertEquals(
                "x.yaml:6:19: max takes 2 arguments, found 1; inside { } and [ ] put quotes around an expression with commas",
                fault(SHORT + "parameters: {gna: max(1, 2)}\n"));
    }

    @Test
    void refusesSettingThatIsNotFinite() {
        assertEquals(
                "x.yaml:6:19: 'gna' must be finite, found 'log(0)', which is infinite",
                fault(SHORT + "parameters: {gna: log(0)}\n"));
        assertEquals("x.yaml:6:14: 'v' must be finite, found 'NaN'", fault(SHORT + "initial: {v: NaN}\n"));
        assertEquals(
                "x.yaml:6:16: 'a' must be finite, found '1e300 * 1e300', which is infinite",
                fault(SHORT + "constants: {a: 1e300 * 1e300}\n"));
        assertEquals(
                "x.yaml:6:20: 'threshold' must be finite, found '.inf'", fault(SHORT + "spike: {threshold: .inf}\n"));
    }
}
