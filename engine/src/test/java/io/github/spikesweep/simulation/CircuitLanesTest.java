package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.circuit.TestCircuits;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.pair.CellPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row of a circuit has the same bits however many rows run beside it, whatever they do, diverge or spike. */
@OneIn(9)
class CircuitLanesTest {
    private static final int ROWS = 21;
    private static final CellPair PAIR = new CellPair("a", "b");
    private static final Recording ALL = new Recording(
            Set.of(Recording.Detail.SPIKE_TIMES, Recording.Detail.STEADY_STATE),
            List.of("a.v", "b.v", "a.x"),
            Set.of(PAIR),
            5);

    private static final String RESETTING = """
            cells:
              a: {model: Izhikevich}
              b: {model: AdEx}
              c: {model: Izhikevich}
            synapses:
              ab: {type: STDP, from: a, to: b, parameters: {g: 5, g_max: 9, a_plus: 1, a_minus: 1}}
              ca: {type: Destexhe, from: c, to: a, parameters: {g: 0.2, duration: 1.23}}
              ac: {type: Electrical, between: [a, c], parameters: {g: 0.05}}
            """;

    private static final String SMOOTH = """
            cells: {a: {model: HH}, b: {model: HH}}
            synapses:
              gap: {type: Electrical, between: [a, b]}
              ab: {type: Alpha, from: a, to: b, parameters: {g: 0.01}}
            """;

    private static final String GRADED = """
            cells: {a: {model: HH}, b: {model: HH}}
            synapses:
              gap: {type: Electrical, between: [a, b]}
              ab: {type: Gradual, from: a, to: b, parameters: {g: 0.01}}
            """;

    private static final String MAPS = """
            cells: {a: {model: Rulkov}, b: {model: Rulkov}}
            synapses: {gap: {type: Electrical, between: [a, b], parameters: {g: 0.02}}}
            """;

    /**
     * @param a and b, inputs of the cells of that name in the first row
     * @param failing a value of {@code a.input} with which a row diverges
     */
    record Case(String text, Integrator integrator, Precision precision, double a, double b, double failing) {
        Protocol protocol() {
            return integrator.isAdaptive()
                    ? Protocol.adaptive(100, 20, 1e-7)
                    : integrator == Integrator.MAP ? Protocol.fixed(1, 1_000, 200) : Protocol.fixed(0.05, 2_000, 400);
        }

        List<Trial> trials() {
            Model circuit = TestCircuits.read(text);
            KernelSpec spec = TestCircuits.spec(circuit, integrator, precision, "a.input", "b.input");
            List<Trial> trials = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                Map<String, Double> set = new HashMap<>();
                set.put("a.input", row == 7 ? failing : a * (1 + row * 0.03));
                set.put("b.input", b * (1 - row * 0.02));
                trials.add(TestCircuits.trial(spec, protocol(), set));
            }
            return trials;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(RESETTING, Integrator.RK4, Precision.DOUBLE, 14, 900, 1e9),
                new Case(RESETTING, Integrator.RK4, Precision.FLOAT, 14, 900, 1e9),
                new Case(RESETTING, Integrator.DORMAND_PRINCE, Precision.DOUBLE, 14, 900, Double.POSITIVE_INFINITY),
                new Case(RESETTING, Integrator.RODAS5P, Precision.DOUBLE, 14, 900, Double.POSITIVE_INFINITY),
                new Case(SMOOTH, Integrator.EXPONENTIAL_EULER, Precision.DOUBLE, 0.1, 0.08, 1e3),
                new Case(SMOOTH, Integrator.STRANG, Precision.DOUBLE, 0.1, 0.08, 1e3),
                new Case(SMOOTH, Integrator.RK6, Precision.DOUBLE, 0.1, 0.08, 1e3),
                new Case(SMOOTH, Integrator.EULER, Precision.FLOAT, 0.1, 0.08, 1e3),
                new Case(SMOOTH, Integrator.DORMAND_PRINCE, Precision.DOUBLE, 0.1, 0.08, 1e3),
                new Case(SMOOTH, Integrator.TAYLOR, Precision.DOUBLE, 0.1, 0.08, 1e3),
                new Case(MAPS, Integrator.MAP, Precision.DOUBLE, 0.1, 0.08, Double.POSITIVE_INFINITY),
                new Case(MAPS, Integrator.MAP, Precision.FLOAT, 0.1, 0.08, Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bitsDoNotDependOnTheCompany(Case each) {
        List<Trial> trials = each.trials();
        List<Outcome> outcomes = new Simulator(ALL, 256).run(trials);
        List<String> expected = bits(outcomes);
        assertTrue(outcomes.get(7).diverged(), "one diverges");
        assertEquals(1, outcomes.stream().filter(Outcome::diverged).count());
        assertTrue(outcomes.get(0).spikeCount() > 2, "spikes");
        for (int lanes : new int[] {1, 3}) {
            assertEquals(expected, bits(new Simulator(ALL, lanes).run(trials)), lanes + " lanes");
        }
        for (int row : new int[] {0, 7, 20}) {
            assertEquals(expected.subList(row, row + 1), bits(new Simulator(ALL).run(List.of(trials.get(row)))));
        }
        List<Trial> reversed = new ArrayList<>(trials);
        Collections.reverse(reversed);
        List<String> backwards = bits(new Simulator(ALL).run(reversed));
        Collections.reverse(backwards);
        assertEquals(expected, backwards);
    }

    /** Circuits in which spikes change nothing. */
    static Stream<Case> casesForDevices() {
        return Stream.of(
                new Case(GRADED, Integrator.RK4, Precision.DOUBLE, 0.1, 0.08, 1e3),
                new Case(GRADED, Integrator.EXPONENTIAL_EULER, Precision.DOUBLE, 0.1, 0.08, 1e3),
                new Case(GRADED, Integrator.STRANG, Precision.FLOAT, 0.1, 0.08, 1e3),
                new Case(GRADED, Integrator.EULER, Precision.FLOAT, 0.1, 0.08, 1e3),
                new Case(MAPS, Integrator.MAP, Precision.DOUBLE, 0.1, 0.08, Double.POSITIVE_INFINITY),
                new Case(MAPS, Integrator.MAP, Precision.FLOAT, 0.1, 0.08, Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @MethodSource("casesForDevices")
    void aDeviceHasTheSameBits(Case each) {
        DeviceOfTests.assume();
        List<Trial> trials = each.trials();
        assertEquals(bits(new Simulator(ALL).run(trials)), bits(new Simulator(ALL, DeviceOfTests.get()).run(trials)));
    }

    /** Of a row that has diverged, when it did. */
    private static List<String> bits(List<Outcome> outcomes) {
        List<String> bits = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            StringBuilder row = new StringBuilder().append(outcome.divergedAt());
            if (!outcome.diverged()) {
                for (int cell = 0; cell < 2; cell++) {
                    append(row, outcome.cell(cell).spikes().times());
                    append(row, outcome.cell(cell).steadyState());
                }
                for (int v = 0; v < 4; v++) {
                    append(row, outcome.end(v), outcome.minimum(v), outcome.maximum(v));
                    append(row, outcome.trace(v));
                }
                append(row, outcome.pair(PAIR).correlation(), outcome.pair(PAIR).meanDifference());
            }
            bits.add(row.toString());
        }
        return bits;
    }

    private static void append(StringBuilder row, double... values) {
        for (double value : values) {
            row.append(' ').append(Long.toHexString(Double.doubleToLongBits(value)));
        }
    }
}
