package io.github.spikesweep.sweep.reading;

import static io.github.spikesweep.sweep.Sweeps.HH;
import static io.github.spikesweep.sweep.Sweeps.MODELLESS;
import static io.github.spikesweep.sweep.Sweeps.MODELS;
import static io.github.spikesweep.sweep.Sweeps.NEURONS;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Messages about wrong keys and names. */
class KeyFaultsTest {
    @Test
    void refusesUnknownKey() {
        assertEquals(
                "x.yaml:6:1: unknown key 'sweeep' of a sweep file; did you mean 'sweep'? (name, description, "
                        + "neuron, model, circuit, precision, integrator, duration, until, step, tolerance, transient, input, noise, "
                        + "constants, parameters, initial, sweep, where, find, continue, spike, regime, outputs, trace_every, audit, refine)",
                fault(SHORT + "sweeep: {}\n"));
    }

    @Test
    void refusesDuplicateKey() {
        assertEquals("x.yaml:6:1: duplicate key 'name', first given on line 1", fault(SHORT + "name: y\n"));
        assertEquals(
                "x.yaml:8:3: duplicate key 'gk', first given on line 7",
                fault(SHORT + "parameters:\n  gk: 1\n  gk: 2\n"));
    }

    @Test
    void refusesMissingKey() {
        assertEquals("x.yaml:1:1: a sweep file needs the key 'name'", fault("duration: 10\n"));
        assertEquals("x.yaml:1:1: a sweep file needs the key 'duration'", fault(HH + "step: 0.1\n"));
        assertEquals("x.yaml:1:1: a sweep file needs the key 'step'", fault(HH + "duration: 10\n"));
        assertEquals(
                "x.yaml:1:1: a sweep file needs the key 'neuron', 'model' or 'circuit', or an axis 'model'",
                fault(MODELLESS));
    }

    @Test
    void refusesNameThatIsNoDirectory() {
        assertEquals(
                "x.yaml:1:7: the name becomes a directory: letters, digits, '.', '_' and '-', not starting "
                        + "with '.', at most 100; found 'a/b'",
                fault("name: a/b\n"));
        assertEquals(
                "x.yaml:1:7: the name becomes a directory: letters, digits, '.', '_' and '-', not starting "
                        + "with '.', at most 100; found '.hidden'",
                fault("name: .hidden\n"));
        assertEquals("x.yaml:1:6: 'name' must be a single value, found nothing", fault("name:\n"));
    }

    @Test
    void refusesUnknownNeuron() {
        assertEquals(
                "x.yaml:4:9: unknown neuron 'HHdoubleRK4'; did you mean 'HHDoubleRK4'? (" + NEURONS + ")",
                fault(MODELLESS + "neuron: HHdoubleRK4\n"));
    }

    @Test
    void refusesUnknownModel() {
        assertEquals(
                "x.yaml:4:8: unknown model 'HX'; did you mean 'HH'? (" + MODELS
                        + "); or the path of a model file that ends in .yaml",
                fault(MODELLESS + "model: HX\n"));
        assertEquals(
                "x.yaml:4:8: unknown model 'HHDoubleRK4'; it is a neuron: use the key 'neuron'",
                fault(MODELLESS + "model: HHDoubleRK4\n"));
        assertEquals(
                "x.yaml:4:21: unknown model 'HX'; did you mean 'HH'? (" + MODELS
                        + "); or the path of a model file that ends in .yaml",
                fault(MODELLESS + "sweep: {model: [HH, HX]}\n"));
    }

    @Test
    void refusesUnknownPrecision() {
        assertEquals(
                "x.yaml:5:12: unknown precision 'single'; accepted: double, float",
                fault(MODELLESS + "model: HH\nprecision: single\n"));
        assertEquals(
                "x.yaml:5:29: unknown precision 'single'; accepted: double, float",
                fault(MODELLESS + "model: HH\nsweep: {precision: [double, single]}\n"));
    }

    @Test
    void refusesUnknownIntegrator() {
        assertEquals(
                "x.yaml:5:13: unknown integrator 'RK5'; did you mean 'RK4'? (Euler, ExponentialEuler, Strang, RK4, "
                        + "RK6, Butcher6, DormandPrince, Rodas5P, Taylor)",
                fault(MODELLESS + "model: HH\nintegrator: RK5\n"));
    }

    @Test
    void refusesNeuronTogetherWithItsParts() {
        assertEquals(
                "x.yaml:6:1: 'precision' is also set by 'neuron', at x.yaml:2:1; keep one",
                fault(SHORT + "precision: float\n"));
        assertEquals(
                "x.yaml:6:9: 'model' is an axis and is also set at x.yaml:2:1; keep one",
                fault(SHORT + "sweep: {model: [HH]}\n"));
    }

    @Test
    void refusesUnknownParameter() {
        assertEquals(
                "x.yaml:6:14: unknown parameter 'gNa' of HH; did you mean 'gna'? (cm, vna, vk, vl, gna, gk, gl)",
                fault(SHORT + "parameters: {gNa: 1}\n"));
        assertEquals(
                "x.yaml:6:14: unknown parameter 'v' of HH; it is a variable: set it under 'initial'",
                fault(SHORT + "parameters: {v: 1}\n"));
        assertEquals(
                "x.yaml:5:14: unknown parameter 'gNa' of HH and HR; did you mean 'gna'? (cm, vna, vk, vl, gna, "
                        + "gk, gl, e, mu, S, a, b, c, d, xr, vh)",
                fault(MODELLESS + "sweep: {model: [HH, HR]}\nparameters: {gNa: 1}\n"));
    }

    @Test
    void refusesUnknownVariable() {
        assertEquals(
                "x.yaml:6:11: unknown variable 'V' of HH; did you mean 'v'? (v, m, h, n)",
                fault(SHORT + "initial: {V: 1}\n"));
        assertEquals(
                "x.yaml:6:11: unknown variable 'gna' of HH; it is a parameter: set it under 'parameters'",
                fault(SHORT + "initial: {gna: 1}\n"));
    }

    @Test
    void refusesMalformedSpike() {
        assertEquals(
                "x.yaml:6:19: unknown variable 'x' of HH; did you mean 'v'? (v, m, h, n)",
                fault(SHORT + "spike: {variable: x, threshold: 1}\n"));
        assertEquals(
                "x.yaml:6:19: a spike of 'm' needs the key 'threshold'; that of HH is for 'v'",
                fault(SHORT + "spike: {variable: m}\n"));
        assertEquals("x.yaml:6:8: 'spike' is empty; leave it out for the model's own", fault(SHORT + "spike: {}\n"));
        assertEquals("x.yaml:6:8: 'spike' must be a mapping, found '3'", fault(SHORT + "spike: 3\n"));
        assertEquals(
                "x.yaml:6:9: unknown key 'level' of 'spike'; accepted: variable, direction, threshold, rearm, refractory, onset_slope",
                fault(SHORT + "spike: {level: 3}\n"));
    }

    @Test
    void refusesMalformedRegime() {
        String regime = SHORT + "outputs: [regime]\nregime: ";
        assertEquals("x.yaml:7:15: 'gap' must be more than 1, found 1", fault(regime + "{gap: 1}\n"));
        assertEquals("x.yaml:7:22: 'regularity' must be more than 0, found 0", fault(regime + "{regularity: 0}\n"));
        assertEquals("x.yaml:7:16: 'rest' must be at least 1, found 0.5", fault(regime + "{rest: 0.5}\n"));
        assertEquals(
                "x.yaml:7:10: unknown key 'gaps' of 'regime'; did you mean 'gap'? (gap, regularity, rest, maxima)",
                fault(regime + "{gaps: 3}\n"));
        assertEquals("x.yaml:7:18: 'maxima' must be more than 0, found 0", fault(regime + "{maxima: 0}\n"));
        assertEquals(
                "x.yaml:8:18: 'maxima' of HH must be in mV, found ms",
                fault(SHORT + "outputs: [regime]\nconstants: {k: {value: 1, unit: ms}}\nregime: {maxima: k}\n"));
        assertEquals(
                "x.yaml:7:18: a row settles by its spikes, and its maxima do not follow for the whole duration; use either 'maxima' or 'until'",
                fault(regime + "{maxima: 1}\nuntil: settled\n"));
        assertEquals(
                "x.yaml:7:18: 'maxima' looks at the ends of steps, which DormandPrince makes long; an integrator with a 'step' is accepted",
                fault((regime + "{maxima: 1}\ntolerance: 1e-6\n").replace("HHDoubleRK4", "HHDoubleDormandPrince")));
        assertEquals(
                "x.yaml:7:18: a spike of Izhikevich has no maximum, since it is reset at its threshold; leave 'maxima' out, and spikes count",
                fault((regime + "{maxima: 1}\n").replace("HHDoubleRK4", "IzhikevichDoubleRK4")));
        assertEquals(
                "x.yaml:6:1: 'regime' is given, but 'outputs' has neither the regime nor a feature of bursts, such as spikes_per_burst",
                fault(SHORT + "regime: {gap: 3}\n"));
    }

    @Test
    void refusesUnknownOutput() {
        assertEquals(
                "x.yaml:6:11: unknown output 'spikecount'; did you mean 'spike_count'? (spike_count, "
                        + "frequency_hz, first_spike_ms, last_spike_ms, isi_mean_ms, isi_frequency_hz, isi_cv, mean_frequency, "
                        + "local_variation, adaptation_index, burst_number, regime, spikes_per_burst, burst_duration_ms, "
                        + "interburst_interval_ms, burst_period_ms, duty_cycle, mean_AP_amplitude, AP_duration_half_width, "
                        + "minimum_voltage, maximum_voltage, steady_state_voltage, lyapunov, v_min, v_max, v_final, m_min, m_max, "
                        + "m_final, h_min, …)",
                fault(SHORT + "outputs: [spikecount]\n"));
        assertTrue(fault(SHORT + "outputs: [trace_x]\n")
                .startsWith("x.yaml:6:11: unknown output 'trace_x'; did you mean 'trace_v'? (spike_count, "));
        assertEquals(
                "x.yaml:6:11: column 'id' is always there; 'outputs' chooses features",
                fault(SHORT + "outputs: [id]\n"));
        assertEquals(
                "x.yaml:6:11: column 'gk' is always there; 'outputs' chooses features",
                fault(SHORT + "outputs: [gk]\nsweep: {gk: [1]}\n"));
    }

    @Test
    void refusesMalformedOutputs() {
        assertEquals("x.yaml:6:10: 'outputs' is empty; leave it out for all features", fault(SHORT + "outputs: []\n"));
        assertEquals(
                "x.yaml:6:10: 'outputs' must be a list, found 'spike_count'", fault(SHORT + "outputs: spike_count\n"));
        assertEquals("x.yaml:6:18: output 'v_min' is listed twice", fault(SHORT + "outputs: [v_min, v_min]\n"));
    }

    @Test
    void refusesConstantThatHasAnotherMeaning() {
        assertEquals(
                "x.yaml:6:13: 'gna' is a parameter of HH; set it under 'parameters'",
                fault(SHORT + "constants: {gna: 1}\n"));
        assertEquals(
                "x.yaml:6:13: 'v' is a variable of HH; set it under 'initial'", fault(SHORT + "constants: {v: 1}\n"));
        assertEquals(
                "x.yaml:6:13: a constant cannot be called 't', which is the time; a name such as 't_value' is accepted",
                fault(SHORT + "constants: {t: 1}\n"));
        assertEquals(
                "x.yaml:6:13: a constant cannot be called 'exp', which is a function; a name such as 'exp_value' is accepted",
                fault(SHORT + "constants: {exp: 1}\n"));
        assertEquals(
                "x.yaml:6:13: a constant cannot be called 'step', which is a key; a name such as 'step_value' is accepted",
                fault(SHORT + "constants: {step: 1}\n"));
        assertEquals(
                "x.yaml:6:13: '2a' is not a name: letters, digits and '_', not starting with a digit, at most 64; a name such as '_2a' is accepted",
                fault(SHORT + "constants: {2a: 1}\n"));
    }
}
