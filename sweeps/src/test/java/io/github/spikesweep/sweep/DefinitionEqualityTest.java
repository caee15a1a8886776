package io.github.spikesweep.sweep;

import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.spikesweep.equation.Expression;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definitions are values. */
class DefinitionEqualityTest {
    private static final String TEXT = SHORT.replace("neuron: HHDoubleRK4\n", "") + """
            description: of a kind
            parameters: {gk: 0.3 * a}
            initial: {v: -60}
            sweep:
              - zip: {a: {values: [1, 2], label: A, unit: mS, description: mine}, model: [HH, HH]}
              - sample: {method: lhs, count: 3, within: {gna: [1, 2]}}
              - sample: {method: halton, count: 3, seed: 1, within: {gl: [1, 2]}}
              - sample: {method: sobol, count: 3, skip: 1, within: {vl: [1, 2], vk: {normal: [1, 2]}}}
              - grid: {vna: {linspace: [1, 2, 3]}, cm: {logspace: [1, 2, 3]}, m: {range: [1, 2, 1]}}
            where: [a > 1, model == HH]
            noise: {kind: ornstein-uhlenbeck, sigma: 1, tau: 1}
            spike: {refractory: 1}
            outputs: [spike_count, trace_v]
            trace_every: 0.02
            """;

    @Test
    void sameTextsAreEqual() {
        SweepDefinition definition = read(TEXT);
        assertEquals(definition, read(TEXT));
        assertEquals(definition.hashCode(), read(TEXT).hashCode());
        assertEquals(
                definition,
                read("# a comment\n" + TEXT.replace("0.3 * a", "(3/10) * a").replace("3/10", "0.3")));
        assertEquals("x", definition.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: x|name: y",
                "of a kind|of another",
                "0.3 * a|0.3*a + 0",
                "v: -60|v: -61",
                "label: A|label: B",
                "unit: mS|unit: S",
                "description: mine|description: yours",
                "values: [1, 2]|values: [1, 3]",
                "method: lhs|method: uniform",
                "seed: 1|seed: 2",
                "skip: 1|skip: 2",
                "{normal: [1, 2]}|{normal: [1, 3]}",
                "linspace: [1, 2, 3]|linspace: [1, 2, 4]",
                "logspace: [1, 2, 3]|logspace: [1, 3, 3]",
                "range: [1, 2, 1]|range: [1, 2, 0.5]",
                "a > 1|a >= 1",
                ", model == HH|",
                "sigma: 1|sigma: 2",
                "tau: 1|tau: 1, seed: 2",
                "refractory: 1|refractory: 2",
                "refractory: 1|refractory: 1, threshold: 0",
                "spike_count, |",
                "trace_every: 0.02|trace_every: 0.1",
                "duration: 10|duration: 20",
                "step: 0.01|step: 0.02",
                "input: 0.1|input: 0.2",
            })
    void everyPartTellsDefinitionsApart(String part, String other) {
        String text = TEXT.replace(part, other == null ? "" : other);
        assertNotEquals(TEXT, text);
        assertNotEquals(read(TEXT), read(text));
    }

    @Test
    void definitionThatTravelledIsEqual() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(read(TEXT));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(read(TEXT), in.readObject());
        }
    }

    @Test
    void sumsOfManyTermsAreCompared() {
        String sum = SHORT + "parameters: {gna: a" + " + a".repeat(1_000) + "}\nsweep: {a: [1]}\n";
        assertEquals(read(sum), read(sum));
        assertEquals(read(sum).hashCode(), read(sum).hashCode());
        Expression last = read(sum).settings().parameters().get("gna");
        assertNotEquals(last, ((Expression.Operation) last).left());
    }
}
