package io.github.spikesweep.simulation;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Small models with known exact solutions. */
final class SmallModels {
    /** Rises to I with time constant 1; spikes at 1 and starts again from 0. */
    static final Model INTEGRATE_AND_FIRE = read("""
            name: LIF
            variables: {v: {initial: 0}}
            input: I
            equations: {v: I - v}
            reset: {v: 0}
            spike: {variable: v, threshold: 1}
            """);

    /** Relaxes from -65 to e + I with time constant tau. */
    static final Model LEAK = read("""
            name: Leak
            variables: {v: {initial: -65}}
            parameters: {tau: {default: 10}, e: {default: -50}}
            input: I
            equations: {v: (e - v + I) / tau}
            spike: {variable: v, threshold: 1e9}
            """);

    /** Integrates its input. */
    static final Model INTEGRATOR = read("""
            name: Sum
            variables: {x: {initial: 0}}
            input: I
            equations: {x: I}
            spike: {variable: x, threshold: 1e9}
            """);

    /** Rises by its input from 0 to 1, where it spikes and starts again. */
    static final Model RAMP = read("""
            name: Ramp
            variables: {v: {initial: 0}}
            input: I
            equations: {v: I}
            reset: {v: 0}
            spike: {variable: v, threshold: 1}
            """);

    /** Its value is its input one step earlier. */
    static final Model COPY = read("""
            name: Copy
            variables: {x: {initial: 0}}
            input: I
            next: {x: I}
            spike: {variable: x, threshold: 1e9}
            """);

    private SmallModels() {}

    static Model read(String text) {
        return ModelReader.read("small.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    static KernelSpec spec(Model model, Integrator integrator, Precision precision) {
        return KernelSpec.heldInput(
                model, integrator, precision, Set.of(model.input().name()), Set.of());
    }

    /** A spec whose input is an expression over the time and the quantities a and b, all of which vary between lanes. */
    static KernelSpec driven(Model model, Integrator integrator, String input) {
        Expression expression = ExpressionParser.parse(input, Position.startOf("input"), List.of("t", "a", "b"));
        Set<String> varying = new HashSet<>(Set.of("a", "b"));
        return new KernelSpec(
                model, integrator, Precision.DOUBLE, expression, List.of("a", "b"), Noise.NONE, varying, Set.of());
    }

    static Outcome run(Trial trial, Recording recording) {
        return new Simulator(recording).run(List.of(trial)).get(0);
    }
}
