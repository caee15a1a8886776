package io.github.spikesweep.sweep;

import static io.github.spikesweep.sweep.Sweeps.fault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.reading.axis.FileSource;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The feature {@code lyapunov} in sweeps. */
class LyapunovFeatureTest {
    private static final FileSource LOGISTIC = path -> """
            name: Logistic
            variables: {x: {initial: 0.3}}
            parameters: {r: {default: 4}}
            input: I
            next: {x: r*x*(1 - x) + I}
            spike: {variable: x, threshold: 0.5}
            """.getBytes(StandardCharsets.UTF_8);

    private static SweepDefinition logistic(String rest) {
        String text = "name: x\nmodel: logistic.yaml\nduration: 20000\ntransient: 1000\n" + rest;
        return SweepReader.read("x.yaml", text.getBytes(StandardCharsets.UTF_8), LOGISTIC, List.of());
    }

    private static List<Map<String, Object>> rows(SweepDefinition definition, String... columns) {
        return Rows.of(definition, RowSet.of(definition), List.of(columns));
    }

    private static Column column(SweepDefinition definition) {
        return definition.columns().stream()
                .filter(each -> each.name().equals("lyapunov"))
                .findFirst()
                .orElseThrow();
    }

    /** ln 2 is exact; the fixed point 1 − 1/r has ln |2 − r|; at r = 0 all derivatives are 0, and at r = 5 the map diverges. */
    @Test
    void aMapHasItsExponentPerIteration() {
        SweepDefinition definition = logistic("sweep: {r: [4, 2.5, 0, 5]}\noutputs: [lyapunov]\n");
        assertEquals("1/iteration", column(definition).unit());
        List<Map<String, Object>> rows = rows(definition, "lyapunov", "status");
        assertEquals(Math.log(2), (double) rows.get(0).get("lyapunov"), 1e-3);
        assertEquals(Math.log(0.5), (double) rows.get(1).get("lyapunov"), 1e-6);
        assertNull(rows.get(2).get("lyapunov"), "the derivative is 0");
        assertEquals("ok", rows.get(2).get("status"));
        assertNull(rows.get(3).get("lyapunov"));
        assertEquals("diverged", rows.get(3).get("status"));
    }

    /** A stable cycle of two loses its stability to one of four at r = 1 + √6: the exponent is 0 there, below 0 on both sides. */
    @Test
    void findLooksForChaos() {
        SweepDefinition definition = logistic("""
                find:
                  r: {between: [3.5, 3.6], where: lyapunov > 0.01, tolerance: 1e-4}
                outputs: [spike_count]
                """);
        double found = (double) rows(definition, "r").get(0).get("r");
        assertEquals(3.5699456, found, 2e-3, "Feigenbaum's accumulation point");
    }

    @Test
    void aNeuronHasItsPerMillisecondAndWithoutAUnitLikewise() {
        String rest = "duration: 20\nstep: 0.05\noutputs: [lyapunov]\n";
        assertEquals("1/ms", column(Sweeps.read("name: x\nmodel: HH\n" + rest)).unit());
        assertEquals("1/ms", column(Sweeps.read("name: x\nmodel: HR\n" + rest)).unit());
        assertEquals(
                Column.Role.FEATURE,
                column(Sweeps.read("name: x\nmodel: HR\n" + rest)).role());
    }

    /** The other columns do not notice; rows with noise and pulses as well, by every method that takes them. */
    @Tag("thorough")
    @Test
    void otherColumnsKeepTheirBits() {
        for (String method : List.of(
                "integrator: RK4\nstep: 0.05\nnoise: {kind: ornstein-uhlenbeck, sigma: 0.02, tau: 2}",
                "integrator: ExponentialEuler\nstep: 0.05\nprecision: float",
                "integrator: Euler\nstep: 0.01",
                "integrator: DormandPrince\ntolerance: 1e-6",
                "integrator: Rodas5P\ntolerance: 1e-6")) {
            String text = """
                    name: x
                    model: HH
                    duration: 60
                    transient: 5
                    input: size * pulse(t, 10, 30) + 0.02 * (v0 < t)
                    sweep: {size: [0, 0.1, 0.2], v0: [20, 40]}
                    %s
                    outputs: [%sspike_count, spike_times_ms, v_final, n_max, steady_state_voltage]
                    """;
            String[] columns = {"spike_count", "spike_times_ms", "v_final", "n_max", "steady_state_voltage"};
            SweepDefinition with = Sweeps.read(text.formatted(method, "lyapunov, "));
            assertEquals(rows(Sweeps.read(text.formatted(method, "")), columns), rows(with, columns), method);
            String[] all = {"lyapunov", "spike_count", "spike_times_ms", "v_final", "n_max", "steady_state_voltage"};
            List<Map<String, Object>> rows = rows(with, all);
            rows.forEach(row -> assertTrue((double) row.get("lyapunov") < 0.5, method));
            assertEquals(
                    rows(with, columns),
                    rows.stream().map(LyapunovFeatureTest::without).toList(),
                    method);
            assertEquals(
                    rows(with, "lyapunov"),
                    Rows.parts(RowSet.of(with), 4).stream()
                            .flatMap(part -> Rows.of(with, part, List.of("lyapunov")).stream())
                            .toList(),
                    "in parts, " + method);
        }
    }

    private static Map<String, Object> without(Map<String, Object> row) {
        row.remove("lyapunov");
        return row;
    }

    /** Two equal cells that start alike, of which each goes to a limit cycle: coupled, one phase is left, otherwise two. */
    @Test
    void aCircuitHasOneForTheWholeSystem() {
        SweepDefinition definition = Sweeps.read("""
                name: x
                circuit:
                  cells:
                    a: {model: HH}
                    b: {model: HH, initial: {v: -60}}
                  synapses:
                    gap: {type: Electrical, between: [a, b]}
                duration: 6000
                transient: 500
                step: 0.05
                input: 0.1
                sweep: {gap.g: [0, 0.01]}
                outputs: [lyapunov, a_spike_count]
                """);
        for (Map<String, Object> row : rows(definition, "lyapunov")) {
            assertEquals(0, (double) row.get("lyapunov"), 2e-3);
        }
    }

    @Test
    void refinesWhereChaosBegins() {
        SweepDefinition definition = logistic("""
                sweep: {r: {linspace: [3.4, 3.6, 33]}}
                outputs: [lyapunov]
                refine: {by: lyapunov > 0.01, coarse: 8}
                """);
        assertTrue(definition.isRefined());
    }

    @Test
    void modelsWhoseSpikesChangeVariablesAreRefusedWhereItIsAskedFor() {
        String why = "'lyapunov' follows from equations that hold all the time, and ";
        String accepted = "; accepted are models without resets, and synapses without 'on_pre' and 'on_post'";
        assertEquals(
                "x.yaml:5:24: " + why + "spikes reset AdEx" + accepted,
                fault("name: x\nneuron: AdExDoubleRK4\nduration: 10\nstep: 0.1\noutputs: [spike_count, lyapunov]\n"));
        assertEquals("x.yaml:6:1: " + why + "spikes reset Izhikevich" + accepted, fault("""
                        name: x
                        model: Izhikevich
                        duration: 10
                        step: 0.1
                        outputs: [spike_count]
                        find: {input: {between: [0, 20], where: lyapunov > 0, tolerance: 0.1}}
                        """));
        assertEquals("x.yaml:8:11: " + why + "spikes act on the synapses of Pair" + accepted, fault("""
                        name: x
                        circuit:
                          name: Pair
                          cells: {a: HH, b: HH}
                          synapses: {ab: {type: Exponential, from: a, to: b}}
                        duration: 10
                        step: 0.1
                        outputs: [lyapunov]
                        """));
        assertEquals(
                "x.yaml:5:11: 'lyapunov' is not computed with Taylor; accepted are all other integrators",
                fault("name: x\nneuron: HHDoubleTaylor\nduration: 10\ntolerance: 1e-6\noutputs: [lyapunov]\n"));
        assertEquals(
                "x.yaml:6:3: an axis cannot be called 'lyapunov', which is another column; a name such as 'lyapunov_value' is accepted",
                fault("name: x\nneuron: HHDoubleRK4\nduration: 10\nstep: 0.1\nsweep:\n  lyapunov: [1]\n"));
    }
}
