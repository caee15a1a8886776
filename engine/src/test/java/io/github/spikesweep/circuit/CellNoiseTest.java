package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import io.github.spikesweep.simulation.noise.NoiseKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The noise of a cell depends on its name and the row alone. A cell that copies its input shows it. */
class CellNoiseTest {
    private static final Model COPY = TestCircuits.model("""
            name: Copy
            variables: {x: {initial: 0}}
            input: I
            next: {x: I}
            spike: {variable: x, threshold: 1e9}
            """);

    private static final Model SILENT = TestCircuits.model("""
            name: Silent
            variables: {x: {initial: 0}}
            next: {x: x/2}
            spike: {variable: x, threshold: 1e9}
            """);

    private static final double MEAN = 0.5;
    private static final double SIGMA = 1.5;
    private static final double TAU = 2;
    private static final int STEPS = 4_000;

    private static Model circuit(String text) {
        return TestCircuits.read(text, List.of(COPY, SILENT), List.of());
    }

    /** The input of the cell whose variable is named, step by step. */
    private static double[] noise(Model model, Precision precision, String variable, long id) {
        List<Cell> cells = model.cells();
        KernelSpec spec = new KernelSpec(
                model,
                Integrator.MAP,
                precision,
                cells.stream()
                        .<Expression>map(cell -> new Expression.Literal(0))
                        .toList(),
                List.of(),
                Noise.ORNSTEIN_UHLENBECK,
                Set.of("noise.sigma"),
                Set.of());
        double[] quantities = DoubleStream.concat(
                        model.parameters().stream().mapToDouble(parameter -> parameter.defaultValue()),
                        DoubleStream.of(MEAN, SIGMA, TAU))
                .toArray();
        Trial trial = new Trial(
                spec,
                Protocol.fixed(1, STEPS, 0),
                quantities,
                new double[model.variables().size()],
                NoiseKey.of(42, id));
        double[] trace = new Simulator(new Recording(Set.of(), List.of(variable), 1))
                .run(List.of(trial))
                .get(0)
                .trace(model.indexOf(variable));
        return Arrays.copyOfRange(trace, 1, trace.length);
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource
    void dependsOnTheNameAlone(Precision precision) {
        Model pair = circuit("cells: {a: {model: Copy}, b: {model: Copy}}");
        double[] a = noise(pair, precision, "a.x", 7);
        double[] b = noise(pair, precision, "b.x", 7);
        for (String text : List.of(
                "cells: {a: {model: Copy}}",
                "cells: {b: {model: Copy}, c: {model: Copy}, silent: {model: Silent}, a: {model: Copy}}")) {
            assertArrayEquals(a, noise(circuit(text), precision, "a.x", 7), text);
        }
        Model group =
                circuit("cells: {b: {model: Copy}, silent: {model: Silent, count: 2}, a: {model: Copy, count: 3}}");
        assertArrayEquals(b, noise(group, precision, "b.x", 7));
        double[] numbered = noise(group, precision, "a2.x", 7);
        assertArrayEquals(numbered, noise(circuit("cells: {a2: {model: Copy}}"), precision, "a2.x", 7));
        // What a synapse adds is added to the noise.
        Model coupled = circuit("""
                cells: {a: {model: Copy}, silent: {model: Silent}}
                synapses: {gap: {type: Electrical, from: silent, to: a, parameters: {g: 0}}}
                """);
        assertArrayEquals(a, noise(coupled, precision, "a.x", 7));
    }

    /** Four standard errors of a correlation, of samples of which about 2 τ are one. */
    @Test
    void differsBetweenCellsRowsAndNeurons() {
        Model circuit = circuit("cells: {a: {model: Copy}, b: {model: Copy}, ab: {model: Copy}, ba: {model: Copy}}");
        double[][] all = {
            noise(circuit, Precision.DOUBLE, "a.x", 7),
            noise(circuit, Precision.DOUBLE, "b.x", 7),
            noise(circuit, Precision.DOUBLE, "ab.x", 7),
            noise(circuit, Precision.DOUBLE, "ba.x", 7),
            noise(circuit, Precision.DOUBLE, "a.x", 8),
            noise(circuit, Precision.DOUBLE, "b.x", 8),
            noise(COPY, Precision.DOUBLE, "x", 7),
        };
        double error = 4 * Math.sqrt(2 * TAU / STEPS);
        for (int i = 0; i < all.length; i++) {
            assertEquals(MEAN, Arrays.stream(all[i]).average().orElseThrow(), error * SIGMA, "mean of " + i);
            assertEquals(1, product(all[i], all[i]), error * Math.sqrt(2), "variance of " + i);
            for (int j = 0; j < i; j++) {
                double correlation = Math.abs(product(all[i], all[j]));
                assertTrue(correlation < error, i + " and " + j + ": " + correlation);
            }
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int n = 0; n < a.length; n++) {
            sum += (a[n] - MEAN) * (b[n] - MEAN) / (SIGMA * SIGMA * a.length);
        }
        return sum;
    }
}
