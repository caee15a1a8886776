package io.github.spikesweep.sweep.writing;

import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.reading.SweepReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps over circuits written as files, and what decides their values. */
class CircuitTextTest {
    private static final String PAIR = """
            name: x
            circuit:
              name: Pair
              cells:
                a: {model: HH, spike: {threshold: 0, rearm: -10}}
                b: {model: HH, parameters: {gna: 0.9}, initial: {v: -70}}
              synapses:
                ab: {type: Exponential, from: a, to: b, parameters: {g: 0.01}, initial: {s: 0}}
            precision: double
            integrator: RK4
            duration: 10
            step: 0.01
            input: {a: 0.1, b: 0.08}
            sweep:
              ab.tau: [5, 6]
            outputs: [a_spike_count, b_spike_count]
            """;

    @Test
    void isWrittenAsPeopleDo() {
        String text = """
                name: x
                circuit:
                  name: HH
                  title: "two: cells"
                  source: Nobody (2001)
                  cells:
                    a: {model: HH, count: 2, parameters: {gna: 0.3333333333333333}, initial: {v: -70}, spike: {threshold: 0, refractory: 1}}
                    b: {model: HH}
                  synapses:
                    ab: {type: Alpha, from: all, to: [b, a1], parameters: {g: 0.001}, initial: {x: 1}}
                    gap: {type: Electrical, between: [a, b]}
                    ring: {type: Gradual, ring: a}
                precision: double
                integrator: RK4
                duration: 10
                step: 0.01
                input:
                  b: min(p, 0.5) * pulse(t, 1, 2)
                parameters:
                  a1.gk: 0.3
                  gap.g: 0.1 * p
                initial:
                  ab.a1_b.s: 0.5
                sweep:
                  p: [1, 2]
                  a2.gna: {linspace: [1, 2, 3]}
                  a1.input: [0.1]
                where: a2.gna > p - 5
                outputs: [a1_spike_count, a1_b_phase, b_v_final]
                """;
        assertEquals(text, written(text));
        assertEquals(
                text,
                written(text.replace("b: {model: HH}", "b: HH")
                        .replace("0.3333333333333333", "1/3")
                        .replace("ring: a", "ring: [a]")
                        .replace("count: 2", "count: '2'")));
    }

    @Test
    void aFileIsNamedAgain() {
        String text = """
                name: x
                model: cells/pair.yaml
                precision: double
                integrator: RK4
                duration: 10
                step: 0.01
                input: 0.1
                sweep:
                  b.input: [0, 1]
                outputs: [a_spike_count]
                """;
        assertEquals(text, written(text));
        String several = text.replace("model: cells/pair.yaml\n", "")
                .replace("sweep:\n", "sweep:\n  model: [HH, cells/pair.yaml]\n");
        assertEquals(several, written(several));
    }

    /** What changes a value changes the hash. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "from: a, to: b; from: b, to: a",
                "from: a, to: b; between: [a, b]",
                "type: Exponential; type: Alpha",
                "g: 0.01; g: 0.02",
                "g: 0.01; e_syn: 0.01",
                "s: 0; s: 1",
                "gna: 0.9; gna: 0.8",
                "gna: 0.9; gk: 0.9",
                "v: -70; v: -71",
                "threshold: 0; threshold: 1",
                "rearm: -10; rearm: -11",
                "rearm: -10; refractory: 1",
                "a: {model: HH,; a: {model: HHArea,",
                "a: 0.1, b: 0.08; a: 0.08, b: 0.1",
                "input: {a: 0.1, b: 0.08}; input: 0.1",
                "input: {a: 0.1, b: 0.08}; input: {a: 0.1}",
                "ab.tau: [5, 6]; ab.tau: [5, 7]",
                "ab.tau: [5, 6]; ab.g: [5, 6]",
                "[a_spike_count, b_spike_count]; [a_spike_count]"
            })
    void hashDiffersWithTheValues(String from, String to) {
        String changed = PAIR.replace(from, to);
        assertNotEquals(PAIR, changed);
        assertNotEquals(hash(read(PAIR)), hash(read(changed)));
    }

    /** What changes no value does not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name: Pair; name: Other",
                "name: Pair; title: two",
                "name: x; name: y",
                "a: 0.1, b: 0.08; b: 0.08, a: 0.1",
                "g: 0.01; g: 1/100",
                "from: a, to: b; from: [a, b], to: b",
                "[5, 6]; {values: [5, 6], label: x, unit: ms}"
            })
    void hashIsThatOfTheValues(String from, String to) {
        String changed = PAIR.replace(from, to);
        assertNotEquals(PAIR, changed);
        assertEquals(hash(read(PAIR)), hash(read(changed)));
    }

    /** Along an axis the names of circuits are values. */
    @Test
    void namesAlongAnAxisAreHashed() {
        String axis = "name: x\nduration: 10\nstep: 0.01\nsweep: {model: [HH, cells/%s.yaml]}\n";
        assertNotEquals(hash(read(axis.formatted("pair"))), hash(read(axis.formatted("same"))));
        String fixed = "name: x\nduration: 10\nstep: 0.01\nmodel: cells/%s.yaml\n";
        assertEquals(hash(read(fixed.formatted("pair"))), hash(read(fixed.formatted("same"))));
    }

    private static String written(String text) {
        SweepDefinition definition = read(text);
        String written = SweepText.of(definition);
        SweepDefinition again = read(written);
        assertEquals(definition, again, written);
        assertEquals(hash(definition), hash(again));
        assertEquals(definition.columns(), again.columns());
        return written;
    }

    private static SweepDefinition read(String text) {
        String pair = "cells: {a: HH, b: {model: HH}}\nsynapses: {s: {type: leak.yaml, from: a, to: b}}\n";
        Map<String, String> files = Map.of(
                "cells/pair.yaml", pair,
                "cells/same.yaml", pair,
                "cells/leak.yaml",
                        "kind: synapse\nname: Leak\nparameters: {g: {default: 0.1}}\ncurrent: g * (v_post - v_pre)\n");
        return SweepReader.read(
                "x.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                path -> {
                    if (!files.containsKey(path)) {
                        throw new NoSuchFileException(path);
                    }
                    return files.get(path).getBytes(StandardCharsets.UTF_8);
                },
                List.of());
    }
}
