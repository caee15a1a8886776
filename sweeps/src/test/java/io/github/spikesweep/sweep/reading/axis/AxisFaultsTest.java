package io.github.spikesweep.sweep.reading.axis;

import static io.github.spikesweep.sweep.Sweeps.MODELLESS;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Messages about wrong axes. */
class AxisFaultsTest {
    @Test
    void refusesUnknownAxis() {
        assertEquals(
                "x.yaml:6:9: axis 'gNa' is not a parameter or variable of HH and no expression uses it; did you "
                        + "mean 'gna'? (cm, vna, vk, vl, gna, gk, gl, v, m, h, n, model, precision, integrator, step, "
                        + "tolerance, input)",
                fault(SHORT + "sweep: {gNa: [1]}\n"));
        assertEquals(
                "x.yaml:6:9: axis 'I' is not a parameter or variable of HH and no expression uses it; did you "
                        + "mean 'input'?",
                fault(SHORT + "sweep: {I: [1]}\n"));
        assertEquals(
                "x.yaml:6:9: axis 'zzz' is not a parameter or variable of HH and no expression uses it; accepted: "
                        + "cm, vna, vk, vl, gna, gk, gl, v, m, h, n, model, precision, integrator, step, tolerance, input",
                fault(SHORT + "sweep: {zzz: [1]}\n"));
    }

    @Test
    void refusesEmptyAxis() {
        assertEquals(
                "x.yaml:6:14: axis 'gna' is empty; it needs at least one value", fault(SHORT + "sweep: {gna: []}\n"));
        assertEquals(
                "x.yaml:6:23: axis 'gna' is empty; it needs at least one value",
                fault(SHORT + "sweep: {gna: {values: []}}\n"));
        assertEquals(
                "x.yaml:6:32: axis 'gna' is empty: its count is 0, but must be 1 or more",
                fault(SHORT + "sweep: {gna: {linspace: [1, 2, 0]}}\n"));
        assertEquals(
                "x.yaml:6:22: axis 'gna' is empty: steps of 1 from 5 never reach 1",
                fault(SHORT + "sweep: {gna: {range: [5, 1, 1]}}\n"));
        assertEquals(
                "x.yaml:6:13: axis 'gna' must be a list of values, or a mapping with one of values, linspace, "
                        + "logspace, range; found nothing",
                fault(SHORT + "sweep: {gna: }\n"));
        assertEquals(
                "x.yaml:6:7: 'sweep' must be a mapping of axes, or a list of blocks such as '- zip: …', found nothing",
                fault(SHORT + "sweep:\n"));
    }

    @Test
    void refusesAnotherUnitThanThatOfWhatTheAxisSets() {
        assertEquals(
                "x.yaml:6:34: axis 'gna' sets 'gna' of HH, which is in mS, found 'nS': they differ by a factor of 1000000",
                fault(SHORT + "sweep: {gna: {values: [1], unit: nS}}\n"));
        assertEquals(
                "x.yaml:6:32: axis 'v' sets 'v' of HH, which is in mV, found 'ms'",
                fault(SHORT + "sweep: {v: {values: [1], unit: ms}}\n"));
        assertEquals(
                "x.yaml:6:36: axis 'input' sets the input of HH, which is in µA, found 'nA': they differ by a factor of 1000",
                fault(SHORT + "sweep: {input: {values: [1], unit: nA}}\n"));
        assertEquals(
                "x.yaml:6:35: expected a unit such as mV or mS/cm^2, found '/'",
                fault(SHORT + "sweep: {v: {values: [1], unit: 'm//V'}}\n"));
    }

    @Test
    void refusesValueThatIsNotFinite() {
        assertEquals(
                "x.yaml:6:18: a value of axis 'gna' must be finite, found '.nan'",
                fault(SHORT + "sweep: {gna: [1, .nan]}\n"));
        assertEquals(
                "x.yaml:6:18: a value of axis 'gna' must be finite, found 'NaN'",
                fault(SHORT + "sweep: {gna: [1, NaN]}\n"));
        assertEquals(
                "x.yaml:6:18: a value of axis 'gna' must be finite, found '-.inf'",
                fault(SHORT + "sweep: {gna: [1, -.inf]}\n"));
        assertEquals(
                "x.yaml:6:18: a value of axis 'gna' must be finite, found '0/0', which is not a number",
                fault(SHORT + "sweep: {gna: [1, 0/0]}\n"));
        assertEquals(
                "x.yaml:6:18: the number 1e999 is too large; at most 1.8e308 is accepted",
                fault(SHORT + "sweep: {gna: [1, 1e999]}\n"));
        assertEquals(
                "x.yaml:6:29: a number of axis 'gna' must be finite, found '1/0', which is infinite",
                fault(SHORT + "sweep: {gna: {linspace: [1, 1/0, 3]}}\n"));
    }

    @Test
    void refusesValueThatIsNoNumber() {
        assertEquals(
                "x.yaml:6:18: a value of axis 'gna' must be a number, found 'two'",
                fault(SHORT + "sweep: {gna: [1, two]}\n"));
        assertEquals(
                "x.yaml:6:15: a value of axis 'gna' must be a single value, found a list",
                fault(SHORT + "sweep: {gna: [[1]]}\n"));
        assertEquals(
                "x.yaml:6:14: axis 'gna' must be a list of values, or a mapping with one of values, linspace, "
                        + "logspace, range; found '5'",
                fault(SHORT + "sweep: {gna: 5}\n"));
    }

    @Test
    void refusesMalformedAxis() {
        assertEquals(
                "x.yaml:6:15: unknown key 'linspce' of axis 'gna'; did you mean 'linspace'? (values, linspace, "
                        + "logspace, range, label, unit, description)",
                fault(SHORT + "sweep: {gna: {linspce: [1, 2, 3]}}\n"));
        assertEquals(
                "x.yaml:6:14: axis 'gna' needs one of values, linspace, logspace, range, found none",
                fault(SHORT + "sweep: {gna: {unit: mS}}\n"));
        assertEquals(
                "x.yaml:6:14: axis 'gna' needs one of values, linspace, logspace, range, found values and range",
                fault(SHORT + "sweep: {gna: {values: [1], range: [1, 2, 1]}}\n"));
    }

    @Test
    void refusesMalformedLinspace() {
        assertEquals(
                "x.yaml:6:25: axis 'gna': expected linspace: [first, last, count], found a list of 2",
                fault(SHORT + "sweep: {gna: {linspace: [1, 2]}}\n"));
        assertEquals(
                "x.yaml:6:32: a count must be a whole number of at least 1, found '2.5'",
                fault(SHORT + "sweep: {gna: {linspace: [1, 2, 2.5]}}\n"));
        assertEquals(
                "x.yaml:6:32: a count must be a whole number of at least 1, found '-3'",
                fault(SHORT + "sweep: {gna: {linspace: [1, 2, -3]}}\n"));
        assertEquals(
                "x.yaml:6:25: axis 'gna': a single value cannot span 1 to 2; use a count of 2 or more",
                fault(SHORT + "sweep: {gna: {linspace: [1, 2, 1]}}\n"));
        assertEquals(
                "x.yaml:6:32: axis 'gna' has 1E+16 values; at most 10^15 are accepted",
                fault(SHORT + "sweep: {gna: {linspace: [1, 2, 1e16]}}\n"));
        assertEquals(
                "x.yaml:6:25: axis 'gna': the ends -1E+308 and 1E+308 are too far apart; at most 1.8E+308 is accepted",
                fault(SHORT + "sweep: {gna: {linspace: [-1e308, 1e308, 3]}}\n"));
    }

    @Test
    void refusesMalformedLogspace() {
        assertEquals(
                "x.yaml:6:26: the ends of a logspace must be positive, found '0'",
                fault(SHORT + "sweep: {gna: {logspace: [0, 2, 3]}}\n"));
        assertEquals(
                "x.yaml:6:25: axis 'gna': expected logspace: [first, last, count], found '10'",
                fault(SHORT + "sweep: {gna: {logspace: 10}}\n"));
    }

    @Test
    void refusesMalformedRange() {
        assertEquals(
                "x.yaml:6:29: the step of a range must not be 0", fault(SHORT + "sweep: {gna: {range: [1, 5, 0]}}\n"));
        assertEquals(
                "x.yaml:6:22: axis 'gna' has 1E+300 values; at most 10^15 are accepted",
                fault(SHORT + "sweep: {gna: {range: [0, 1, 1e-300]}}\n"));
        assertEquals(
                "x.yaml:6:22: axis 'gna': expected range: [first, last, step], found a list of 2",
                fault(SHORT + "sweep: {gna: {range: [0, 1]}}\n"));
    }

    @Test
    void refusesMalformedAxisOfLabels() {
        assertEquals("x.yaml:4:21: axis 'model' has 'HH' twice", fault(MODELLESS + "sweep: {model: [HH, HH]}\n"));
        assertEquals(
                "x.yaml:4:17: unknown key 'linspace' of axis 'model'; accepted: values, label, description",
                fault(MODELLESS + "sweep: {model: {linspace: [1, 2, 3]}}\n"));
        assertEquals(
                "x.yaml:4:16: axis 'model' is empty; it needs at least one value",
                fault(MODELLESS + "sweep: {model: []}\n"));
        assertEquals(
                "x.yaml:4:16: the values of axis 'model' must be a list, found 'HH'",
                fault(MODELLESS + "sweep: {model: HH}\n"));
    }

    @Test
    void refusesMoreCombinationsThanIds() {
        assertEquals(
                "x.yaml:6:1: more combinations than 2^63 - 1, the most that can be numbered",
                fault(SHORT + "sweep: {gna: {linspace: [0, 1, 1e15]}, gk: {linspace: [0, 1, 1e15]}}\n"));
    }

    @Test
    void refusesNameThatHasAnotherMeaning() {
        assertEquals(
                "x.yaml:6:9: an axis cannot be called 'id', which is another column; a name such as 'id_value' is accepted",
                fault(SHORT + "sweep: {id: [1]}\n"));
        assertEquals(
                "x.yaml:6:9: an axis cannot be called 't', which is the time; a name such as 't_value' is accepted",
                fault(SHORT + "sweep: {t: [1]}\n"));
        assertEquals(
                "x.yaml:6:9: an axis cannot be called 'sqrt', which is a function; a name such as 'sqrt_value' is accepted",
                fault(SHORT + "sweep: {sqrt: [1]}\n"));
        assertEquals(
                "x.yaml:6:9: 'duration' cannot be swept; of the keys only model, precision, integrator, step, "
                        + "tolerance, input can",
                fault(SHORT + "sweep: {duration: [1]}\n"));
        assertEquals(
                "x.yaml:6:9: an axis cannot be called 'spike_count', which is another column; a name such as 'spike_count_value' is accepted",
                fault(SHORT + "sweep: {spike_count: [1]}\n"));
        assertEquals(
                "x.yaml:6:9: an axis cannot be called 'Status', which differs only in case from the column "
                        + "'status'; a name such as 'Status_value' is accepted",
                fault(SHORT + "sweep: {Status: [1]}\n"));
        assertEquals(
                "x.yaml:6:9: 'a' is already a constant; choose another name for the axis",
                fault(SHORT + "sweep: {a: [1]}\nconstants: {a: 1}\n"));
        assertEquals(
                "x.yaml:6:9: 'g-na' is not a name: letters, digits and '_', not starting with a digit, at most 64; a name such as 'g_na' is accepted",
                fault(SHORT + "sweep: {g-na: [1]}\n"));
    }

    @Test
    void refusesNamesThatDifferOnlyInCase() {
        assertEquals(
                "x.yaml:6:17: an axis cannot be called 'G', which differs only in case from the column 'g'; a name such as 'G_value' is accepted",
                fault(SHORT + "sweep: {g: [1], G: [2]}\nparameters: {gna: g + G}\n"));
    }

    @Test
    void refusesAxisThatIsSetElsewhereToo() {
        assertEquals(
                "x.yaml:6:9: 'step' is an axis and is also set at x.yaml:5:1; keep one",
                fault(SHORT + "sweep: {step: [0.1]}\n"));
        assertEquals(
                "x.yaml:6:9: 'input' is an axis and is also set at x.yaml:3:1; keep one",
                fault(SHORT + "sweep: {input: [0.1]}\n"));
        assertEquals(
                "x.yaml:6:9: 'gna' is an axis and is also set at x.yaml:7:14; keep one",
                fault(SHORT + "sweep: {gna: [1]}\nparameters: {gna: 2}\n"));
        assertEquals(
                "x.yaml:6:9: 'v' is an axis and is also set at x.yaml:7:11; keep one",
                fault(SHORT + "sweep: {v: [1]}\ninitial: {v: 2}\n"));
    }
}
