package io.github.spikesweep.sweep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.rows.SweepRows;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.sweep.writing.SweepText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The units of axes, constants and models in the expressions of a sweep file. */
class UnitsTest {
    private static final String HH = "name: x\nneuron: HHDoubleRK4\nduration: 10\nstep: 0.01\n";
    private static final String DENSITY = "sweep: {d: {values: [30, 40], unit: mS/cm²}}\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "parameters: {gk: d} | 5:18: 'gk' of HH must be in mS, found mS/cm²; multiply it by an area in cm^2",
                "parameters: {gk: d^2} | 5:18: 'gk' of HH must be in mS, found mS^2/cm^4",
                "parameters: {vk: -d} | 5:18: 'vk' of HH must be in mV, found mS/cm²",
                "parameters: {gk: 'max(d, t1)'} | 5:19: the arguments of max must have the same unit, found mS/cm² and ms",
                "parameters: {gk: d*area + a} | 5:25: cannot add mS and µm²",
                "parameters: {gk: d*a} | 5:18: 'gk' of HH must be in mS, found mS*µm^2/cm^2: they differ by a factor of 10^8",
                "initial: {v: d} | 5:14: 'v' of HH must be in mV, found mS/cm²",
                "initial: {m: d/g} | 5:14: 'm' of HH must be a pure number, found 1/cm^2; multiply it by an area in cm^2",
                "input: na | 5:8: 'input' of HH must be in µA, found nA: they differ by a factor of 1000",
                "input: na*pulse(t, 1, t1) + na | 5:8: 'input' of HH must be in µA, found nA: they differ by a factor of 1000",
                "input: pulse(t, s1, 1) | 5:8: the arguments of pulse must have the same unit, found ms and s: they differ by a factor of 1000",
                "input: ramp(t, 1, d) | 5:8: the arguments of ramp must have the same unit, found ms and mS/cm²",
                "input: where(t > s1, 1, 2) | 5:16: cannot compare ms with s: they differ by a factor of 1000",
                "input: sin(hz*t) | 5:8: the argument of sin must be a pure number, found Hz*ms: they differ by a factor of 1000",
                "input: 2^d | 5:9: an exponent must be a pure number, found mS/cm²",
                "where: d > g | 5:10: cannot compare mS/cm² with mS; multiply it by an area in cm^2",
                "where: [d > 1, d > t1] | 5:18: cannot compare mS/cm² with ms",
                "noise: {kind: ornstein-uhlenbeck, sigma: na, tau: 1} | 5:42: 'sigma' of HH must be in µA, found nA: they differ by a factor of 1000",
                "noise: {kind: ornstein-uhlenbeck, sigma: 0, tau: s1} | 5:50: 'tau' of HH must be in ms, found s: they differ by a factor of 1000",
                "transient: s1 | 5:12: 'transient' of HH must be in ms, found s: they differ by a factor of 1000",
                "spike: {threshold: t1} | 5:20: 'threshold' of HH must be in mV, found ms",
                "spike: {refractory: s1} | 5:21: 'refractory' of HH must be in ms, found s: they differ by a factor of 1000",
                "spike: {onset_slope: t1} | 5:22: 'onset_slope' of HH must be in mV/ms, found ms",
            })
    void mismatchesAreRefused(String line, String message) {
        String constants = """
                constants:
                  area: {value: 7.854e-3, unit: cm²}
                  a: {value: 7.854e5, unit: µm²}
                  g: {value: 1, unit: mS}
                  na: {value: 100, unit: nA}
                  t1: {value: 1, unit: ms}
                  s1: {value: 0.001, unit: s}
                  hz: {value: 10, unit: Hz}
                """;
        String used = line.matches(".*\\bd\\b.*") ? DENSITY : DENSITY + "parameters: {gna: d*area}\n";
        assertEquals("x.yaml:" + message, fault(HH + line + "\n" + constants + used));
    }

    @Test
    void constantsMustHaveTheUnitThatTheyState() {
        assertEquals(
                "x.yaml:5:60: 'b' must be in cm², found cm",
                fault(HH + "constants: {a: {value: 1, unit: cm}, b: {unit: cm², value: a}}\n" + "sweep: {gna: [1]}\n"));
    }

    @Test
    void unitsAreComputed() {
        assertDoubts(
                List.of(),
                "constants: {power: 2, length: {value: 0.05, unit: cm}, area: pi * length^power}\n"
                        + "parameters: {gk: d*area}\n" + DENSITY);
    }

    @Test
    void whatStatesNoUnitIsNamedWhereItDoesNotFit() {
        assertDoubts(
                List.of(
                        "x.yaml:6:18: 'gk' of HH must be in mS, found mS/cm²; if 'area' has a unit, such as cm^2, state it"),
                "constants: {area: 7.854e-3}\nparameters: {gk: d*area}\n" + DENSITY);
        assertDoubts(
                List.of("x.yaml:5:18: 'gk' of HH must be in mS, found mS/cm²; if 1.2 has a unit, such as cm^2,"
                        + " make a constant with it"),
                "parameters: {gk: 1.2*d}\n" + DENSITY);
        assertDoubts(
                List.of(
                        "x.yaml:6:8: the argument of sin must be a pure number, found Hz*ms: they differ by a factor of 1000"
                                + "; if 2 has a unit, make a constant with it"),
                "constants: {f: {value: 10, unit: Hz}}\ninput: sin(2*pi*f*t)\nsweep: {gk: [1]}\n");
        assertDoubts(
                List.of("x.yaml:5:22: cannot add mS/cm² and mS; if 'k' has a unit, such as cm^2, state it"),
                "parameters: {gk: d*k + gna}\nsweep: {d: {values: [30, 40], unit: mS/cm²}, k: [1], gna: [1]}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parameters: {gk: d}\nsweep: {d: [0.3]}\n",
                "constants: {c: 0.3}\nparameters: {gk: 2*c, vk: -77}\nsweep: {gna: [1]}\n",
                "parameters: {gk: gna/3.3, vk: -77, vl: 0.5*v + vna*k}\nsweep: {gna: [1], k: [1, 2], v: [-65], vna: [50]}\n",
                "input: 0.1 + 0.01*t + sin(t) + a*t/10 + exp(-t/20)\nsweep: {a: [1]}\n",
                "input: a*pulse(t, 1, w) + a*(1 + 0.1*sin(2*pi*t/5))*b + 0.1\nsweep: {a: {values: [1], unit: µA}, w: {values: [1], unit: ms}, b: [1, 2]}\n",
                "parameters: {gk: g/1000, gna: g*milli}\nconstants: {milli: 1e-3}\nsweep: {g: {values: [300], unit: µS}}\n",
                "parameters: {gk: from*g}\nconstants: {from: {value: 1e-3, unit: mS/µS}}\nsweep: {g: {values: [300], unit: µS}}\n",
                "where: [gna > 3*gk, log(gna) < 9, input > 0.01*gna]\nsweep: {gna: [1], gk: [0.1], input: [0.1]}\n",
                "parameters: {gk: 1.2*d}\nsweep: {d: {values: [1], unit: mS}}\n",
                "parameters: {gk: base + 0.1*replicate*base}\nconstants: {base: {value: 1, unit: mS}}\nsweep: [{replicates: 3}]\n",
                "initial: {v: rest + shift}\nconstants: {rest: {value: -65, unit: mV}}\nsweep: {shift: [0, 5]}\n",
            })
    void noWarningWithoutReason(String text) {
        assertDoubts(List.of(), text);
    }

    @Test
    void aTimeWithoutAUnitGoesWithAny() {
        assertEquals(List.of(), read("""
                        name: x
                        neuron: HRDoubleRK4
                        duration: total
                        step: 0.01
                        input: pulse(t, 1, w)
                        constants: {total: {value: 10, unit: ms}}
                        sweep: {w: {values: [1], unit: ms}}
                        """).doubts());
    }

    @Test
    void everyModelIsChecked() {
        assertEquals("x.yaml:4:18: 'gk' of ML must be in mS/cm², found mS; divide it by an area in cm^2", fault("""
                        name: x
                        duration: 10
                        step: 0.01
                        parameters: {gk: d}
                        sweep: {model: [HH, ML], d: {values: [1], unit: mS}}
                        """));
    }

    @Test
    void unknownUnitsAreNamedFirst() {
        assertEquals("x.yaml:5:18: unknown unit 'msiemens'; did you mean 'mS'?", gk("msiemens"));
        assertEquals("x.yaml:5:18: unknown unit 'mv'; did you mean 'mV'?", gk("mv"));
        assertEquals("x.yaml:5:18: 'gk' of HH must be in mS, found a.u.", gk("a.u."));
        assertDoubts(List.of(), "parameters: {gk: d}\nsweep: {d: {values: [1], unit: mmho}}\n");
        assertEquals(
                "x.yaml:4:35: unknown unit 'msec'; did you mean 'ms'?",
                fault(HH.replace("step: 0.01\n", "") + "sweep: {step: {values: [1], unit: msec}}\n"));
    }

    @Test
    void unitsOfConstantsChangeNoRow() {
        String bare = HH + "constants: {area: 7.854e-3}\nparameters: {gk: d*area}\n" + DENSITY;
        String stated = bare.replace("7.854e-3", "{value: 7.854e-3, unit: cm², description: of the patch}");
        assertEquals(Sweeps.read(bare), Sweeps.read(stated));
        assertEquals(CanonicalText.hash(Sweeps.read(bare)), CanonicalText.hash(Sweeps.read(stated)));
        assertEquals(Sweeps.read(stated), Sweeps.read(SweepText.of(Sweeps.read(stated))));
    }

    private static String gk(String unit) {
        return fault(HH + "parameters: {gk: d}\nsweep: {d: {values: [1], unit: " + unit + "}}\n");
    }

    private static void assertDoubts(List<String> doubts, String rest) {
        assertEquals(doubts, read(HH + rest).doubts());
    }

    private static SweepRows read(String text) {
        return SweepReader.readRows(
                "x.yaml", text.getBytes(StandardCharsets.UTF_8), Sweeps.NO_FILES, List.of(), Optional.empty());
    }

    private static String fault(String text) {
        return assertThrows(InputException.class, () -> read(text)).getMessage();
    }
}
