package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.pair.CellPair;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells with resets in circuits: what they see when they reset, starts at the threshold, failures, holds, spikes that point down. */
@OneIn(9)
class CircuitResetTest {
    private static final double STEP = 0.125;
    private static final CellPair PAIR = new CellPair("a", "b");

    /** Rises at a rate to a threshold of 1, and notes its input and the time when it resets. */
    private static final Model CLOCK = TestCircuits.model("""
            name: Clock
            variables: {v: {initial: 0}, seen: {initial: 0}}
            parameters: {rate: {default: 1}}
            input: I
            let: {drive: I}
            equations: {v: rate, seen: 0*I}
            reset: {v: v - 1, seen: drive}
            spike: {variable: v, threshold: 1}
            """);

    /** Adds up the spikes of both cells. */
    private static final Synapse COUNTER = TestCircuits.synapse("""
            kind: synapse
            name: Counter
            variables: {pre: {initial: 0}, post: {initial: 0}}
            equations: {pre: 0, post: 0}
            current: 0*v_post
            on_pre: {pre: pre + 1}
            on_post: {post: post + 1}
            """);

    /** A way to step. */
    record Method(Integrator integrator, Precision precision) {
        Outcome run(Model circuit, double duration, Map<String, Double> set, String... traced) {
            KernelSpec spec = TestCircuits.spec(circuit, integrator, precision);
            Protocol protocol = integrator.isAdaptive()
                    ? Protocol.adaptive(duration, 0, 1e-8)
                    : Protocol.fixed(STEP, Math.round(duration / STEP), 0);
            return new Simulator(
                            new Recording(Set.of(Recording.Detail.SPIKE_TIMES), List.of(traced), Set.of(PAIR), STEP))
                    .run(List.of(TestCircuits.trial(spec, protocol, set)))
                    .get(0);
        }

        boolean isAdaptive() {
            return integrator.isAdaptive();
        }
    }

    static Stream<Method> methods() {
        return Stream.of(
                new Method(Integrator.EULER, Precision.DOUBLE),
                new Method(Integrator.RK4, Precision.DOUBLE),
                new Method(Integrator.RK4, Precision.FLOAT),
                new Method(Integrator.BUTCHER6, Precision.DOUBLE),
                new Method(Integrator.DORMAND_PRINCE, Precision.DOUBLE),
                new Method(Integrator.RODAS5P, Precision.DOUBLE));
    }

    private static Model circuit(String text, Model... models) {
        return TestCircuits.read(text, List.of(models), List.of(COUNTER));
    }

    /** Both reset at once: the input of each is that of before both resets, whichever comes first. */
    @ParameterizedTest
    @MethodSource("methods")
    void resetsAtOnceSeeTheStateBeforeAll(Method method) {
        // Adaptive steps stop at one threshold, which only equal cells reach at once to the last digit.
        double threshold = method.isAdaptive() ? 1 : 2;
        String other = "{model: Clock, spike: {threshold: %s}}".formatted(threshold);
        for (String cells : List.of("{a: {model: Clock}, b: " + other + "}", "{b: " + other + ", a: {model: Clock}}")) {
            Model circuit = circuit(
                    "cells: " + cells
                            + "\nsynapses: {ab: {type: Electrical, from: a, to: b, parameters: {g: 3}}, "
                            + "ba: {type: Electrical, from: b, to: a, parameters: {g: -5}}}",
                    CLOCK);
            Map<String, Double> set = Map.of("a.rate", 0.5, "b.rate", 0.5 * threshold);
            Outcome outcome = method.run(circuit, 2.25, set);
            assertEquals(1, outcome.cell(circuit.cellIndex("a")).spikes().count());
            assertEquals(1, outcome.cell(circuit.cellIndex("b")).spikes().count());
            assertEquals(-3 * (threshold - 1), outcome.end(circuit.indexOf("b.seen")), 1e-5, cells);
            assertEquals(5 * (1 - threshold), outcome.end(circuit.indexOf("a.seen")), 1e-5, cells);
        }
    }

    /** The synapse has acted when the postsynaptic cell resets in the same step. */
    @ParameterizedTest
    @MethodSource("methods")
    void synapsesActBeforeResets(Method method) {
        for (String cells :
                List.of("{a: {model: Clock}, b: {model: Clock}}", "{b: {model: Clock}, a: {model: Clock}}")) {
            Model circuit = circuit(
                    "cells: " + cells
                            + "\nsynapses: {ab: {type: Exponential, from: a, to: b, parameters: {g: 3, e_syn: -1}}}",
                    CLOCK);
            Outcome outcome = method.run(circuit, 1.5, Map.of("a.v", 0.03, "b.v", 0.03));
            assertEquals(1, outcome.cell(0).spikes().count());
            assertEquals(-3 * (1 + 1), outcome.end(circuit.indexOf("b.seen")), 1e-5, cells);
            assertEquals(0, outcome.end(circuit.indexOf("a.seen")), cells);
            double passed = 1.5 - 0.97;
            assertEquals(
                    Math.exp(-passed / 5),
                    outcome.end(circuit.indexOf("ab.s")),
                    method.integrator == Integrator.EULER ? 2e-3 : 1e-6);
        }
    }

    private static final Model BOUNDED = TestCircuits.model("""
            name: Bounded
            variables: {v: {initial: 0, range: [-10, 2]}}
            parameters: {v_reset: {default: 0}}
            input: I
            equations: {v: 1 + 0*I}
            reset: {v: v_reset}
            spike: {variable: v, threshold: 1}
            """);

    /** Beyond the range too, as of a neuron; the synapse sees no spike. */
    @ParameterizedTest
    @MethodSource("methods")
    void cellsThatStartBeyondTheThresholdAreReset(Method method) {
        Model circuit = circuit("""
                cells: {a: {model: Bounded}, b: {model: Bounded}, c: {model: Bounded}}
                synapses: {ab: {type: Counter, from: a, to: b}, cb: {type: Counter, from: c, to: b}}
                """, BOUNDED);
        for (double start : new double[] {1, 1.5, 50}) {
            Outcome outcome = method.run(circuit, 0.75, Map.of("a.v", start, "b.v", start));
            assertEquals(Double.NaN, outcome.divergedAt(), "from " + start);
            assertEquals(0, outcome.spikeCount());
            assertEquals(0.75, outcome.end(0), 1e-6);
            assertEquals(0.75, outcome.end(1), 1e-6);
            assertEquals(0, outcome.end(circuit.indexOf("ab.pre")) + outcome.end(circuit.indexOf("ab.post")));
        }
        Outcome failing = method.run(circuit, 0.75, Map.of("a.v", 50.0, "b.v", 50.0, "b.v_reset", 1.0));
        assertEquals(0, failing.divergedAt());
    }

    /** The row diverges where the cell, driven by the other, would spike. */
    @ParameterizedTest
    @MethodSource("methods")
    void aResetThatFailsIsADivergence(Method method) {
        for (String cells : List.of(
                "{a: {model: Izhikevich}, b: {model: Izhikevich}}",
                "{b: {model: Izhikevich}, a: {model: Izhikevich}}")) {
            Model circuit = circuit(
                    "cells: " + cells + "\nsynapses: {ab: {type: Exponential, from: a, to: b, parameters: {g: 0.5}}}");
            Map<String, Double> set = new HashMap<>(Map.of("a.input", 10.0));
            Outcome sound = method.run(circuit, 100, set);
            double first = sound.cell(circuit.cellIndex("b")).spikes().first();
            assertTrue(first > sound.cell(circuit.cellIndex("a")).spikes().first(), "b fires at " + first);
            set.put("b.c", 30.0);
            assertEquals(first, method.run(circuit, 100, set).divergedAt(), 1e-7, cells);
        }
    }

    /** A synapse pushed out of its range by a spike has diverged there, although it comes back at once. */
    @ParameterizedTest
    @MethodSource("methods")
    void aSynapseThatLeavesItsRangeIsADivergence(Method method) {
        Synapse narrow = TestCircuits.synapse("""
                kind: synapse
                name: Narrow
                variables: {s: {initial: 0, range: [-1, 1.99]}}
                equations: {s: -1000*s}
                current: 0*v_post
                on_pre: {s: 2}
                """);
        Model rising = TestCircuits.model("""
                name: Rising
                variables: {v: {initial: 0}}
                input: I
                equations: {v: 1 + 0*I}
                spike: {variable: v, threshold: 1}
                """);
        for (String pre : List.of("Bounded", "Rising")) {
            Model circuit = TestCircuits.read(
                    "cells: {a: {model: " + pre + "}, b: {model: Rising, initial: {v: -5}}}\n"
                            + "synapses: {ab: {type: Narrow, from: a, to: b}}",
                    List.of(BOUNDED, rising),
                    List.of(narrow));
            KernelSpec spec = TestCircuits.spec(circuit, method.integrator, method.precision);
            double step = 1.0 / 1024;
            Protocol protocol = method.isAdaptive() ? Protocol.adaptive(2, 0, 1e-6) : Protocol.fixed(step, 2048, 0);
            Outcome outcome = new Simulator(Recording.BASIC)
                    .run(List.of(TestCircuits.trial(spec, protocol, Map.of())))
                    .get(0);
            assertEquals(1, outcome.divergedAt(), method.isAdaptive() ? 1e-9 : step, pre);
        }
    }

    private static final String LEAKY = """
            name: Leaky
            time: ms
            variables: {v: {initial: -65, unit: mV}, w: {initial: 0, unit: mV}}
            parameters: {tau: {default: 10, unit: ms}, t_ref: {default: 3, unit: ms}}
            input: {name: I, unit: mV}
            equations: {v: (-65 - v - w + I) / tau, w: -w / 30}
            reset: {v: -65, w: w + 1}
            hold: t_ref
            spike: {variable: v, threshold: -50}
            """;

    private static final String COUPLED = """
            cells: {a: {model: Leaky}, b: {model: Leaky, parameters: {t_ref: 1.3}}}
            synapses:
              ab: {type: Exponential, from: a, to: b, parameters: {g: 0.1, e_syn: -80}}
              ba: {type: Alpha, from: b, to: a, parameters: {g: 0.2, e_syn: 0}}
              gap: {type: Electrical, between: [a, b], parameters: {g: 0.05}}
              n: {type: Counter, from: a, to: b}
            """;

    @ParameterizedTest
    @MethodSource("methods")
    void aHeldCellStaysAndTheOthersGoOn(Method method) {
        Model circuit = circuit(COUPLED, TestCircuits.model(LEAKY));
        Outcome outcome = method.run(circuit, 200, Map.of("a.input", 20.0, "b.input", 19.0), "a.v", "b.v", "ab.s");
        assertFalse(outcome.diverged());
        for (int cell = 0; cell < 2; cell++) {
            double[] v = outcome.trace(circuit.indexOf(cell == 0 ? "a.v" : "b.v"));
            double[] other = outcome.trace(circuit.indexOf(cell == 0 ? "b.v" : "a.v"));
            double hold = cell == 0 ? 3 : 1.3;
            double[] times = outcome.cell(cell).spikes().times();
            assertTrue(times.length > 5, times.length + " spikes");
            int moved = 0;
            for (double time : times) {
                int from = (int) Math.ceil(time / STEP);
                int to = Math.min((int) Math.floor((time + hold) / STEP), v.length - 2);
                for (int k = from; k <= to; k++) {
                    assertEquals(-65, v[k], "cell " + cell + " at " + k * STEP + " after " + time);
                    moved += other[k] != -65 ? 1 : 0;
                }
                assertTrue(v[to + 1] != -65 || to + 2 >= v.length, "at " + (to + 1) * STEP);
            }
            assertTrue(moved > 30, "the other moves");
        }
        assertEquals(outcome.cell(0).spikes().count(), outcome.end(circuit.indexOf("n.pre")));
        assertEquals(outcome.cell(1).spikes().count(), outcome.end(circuit.indexOf("n.post")));
    }

    /** A circuit whose voltages all have the other sign, with spikes that point down, is the mirror image, bit by bit. */
    @ParameterizedTest
    @MethodSource("methods")
    void spikesThatPointDownAreTheMirrorImage(Method method) {
        Model up = circuit(COUPLED, TestCircuits.model(LEAKY));
        Model down = circuit(
                COUPLED.replace("e_syn: -80", "e_syn: 80"),
                TestCircuits.model(LEAKY.replace("(-65 - v", "(65 - v")
                        .replace("v: -65, w: w + 1", "v: 65, w: w - 1")
                        .replace("initial: -65", "initial: 65")
                        .replace("threshold: -50", "direction: down, threshold: 50")));
        Outcome one = method.run(up, 200, Map.of("a.input", 20.0, "b.input", 19.0));
        Outcome other = method.run(down, 200, Map.of("a.input", -20.0, "b.input", -19.0));
        for (int cell = 0; cell < 2; cell++) {
            assertArrayEquals(
                    one.cell(cell).spikes().times(), other.cell(cell).spikes().times());
            assertTrue(one.cell(cell).spikes().count() > 5);
        }
        for (String variable : List.of("a.v", "b.v", "a.w", "b.w")) {
            assertEquals(-one.end(up.indexOf(variable)), other.end(up.indexOf(variable)), 0.0, variable);
        }
        for (String variable : List.of("ab.s", "ba.s", "n.pre", "n.post")) {
            assertEquals(one.end(up.indexOf(variable)), other.end(up.indexOf(variable)), 0.0, variable);
        }
        assertEquals(one.pair(PAIR), other.pair(PAIR));
    }

    static Stream<Arguments> firing() {
        return TestCircuits.models().stream()
                .filter(model -> !model.isMap()
                        && TestCircuits.fires(model)
                        && !model.name().equals("HHArea"))
                .flatMap(model -> Stream.of(
                                new Method(
                                        Integrator.RK4, model.name().equals("HR") ? Precision.DOUBLE : Precision.FLOAT),
                                new Method(Integrator.DORMAND_PRINCE, Precision.DOUBLE))
                        .map(method -> Arguments.of(model.name(), method)));
    }

    /** What is counted as a spike is what acts on synapses. */
    @ParameterizedTest
    @MethodSource("firing")
    void everySpikeActsOnce(String name, Method method) {
        Model circuit = circuit("""
                cells: {a: {model: %1$s}, b: {model: %1$s}}
                synapses: {n: {type: Counter, from: a, to: b}}
                """.formatted(name));
        KernelSpec spec = TestCircuits.spec(circuit, method.integrator, method.precision);
        Protocol protocol = method.isAdaptive() ? Protocol.adaptive(200, 0, 1e-6) : Protocol.fixed(0.02, 10_000, 0);
        double input = TestCircuits.input(ModelCatalog.find(name).orElseThrow());
        Outcome outcome = new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES))
                .run(List.of(TestCircuits.trial(spec, protocol, Map.of("a.input", input, "b.input", 1.2 * input))))
                .get(0);
        assertFalse(outcome.diverged());
        assertTrue(
                outcome.cell(0).spikes().count() > 1,
                Arrays.toString(outcome.cell(0).spikes().times()));
        assertEquals(outcome.cell(0).spikes().count(), outcome.end(circuit.indexOf("n.pre")));
        assertEquals(outcome.cell(1).spikes().count(), outcome.end(circuit.indexOf("n.post")));
    }
}
