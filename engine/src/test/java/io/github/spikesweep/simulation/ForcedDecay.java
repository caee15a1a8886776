package io.github.spikesweep.simulation;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** x' = −x + sin(frequency · t) with x(0) = 1: an input that depends on the time, with a known solution. */
final class ForcedDecay {
    private static final String TEXT = """
            name: ForcedDecay
            variables: {x: {initial: 1}}
            input: I
            equations: {x: I - x}
            spike: {variable: x, threshold: 10}
            """;

    private ForcedDecay() {}

    static KernelSpec spec(Integrator integrator, Precision precision, Set<String> varying) {
        Model model = ModelReader.read("decay.yaml", TEXT.getBytes(StandardCharsets.UTF_8));
        var input = ExpressionParser.parse("sin(w * t)", Position.startOf("input"), List.of("w", "t"));
        return new KernelSpec(model, integrator, precision, input, List.of("w"), Noise.NONE, varying, Set.of());
    }

    private static final double FREQUENCY = 3;

    /** x(2) by the exact solution. */
    static double truth() {
        double square = 1 + FREQUENCY * FREQUENCY;
        double forced = (Math.sin(2 * FREQUENCY) - FREQUENCY * Math.cos(2 * FREQUENCY)) / square;
        return forced + (1 + FREQUENCY / square) * Math.exp(-2);
    }

    /** x(2), simulated. */
    static double end(Integrator integrator, double step) {
        return end(spec(integrator, Precision.DOUBLE, Set.of()), step, FREQUENCY);
    }

    static double end(KernelSpec spec, double step, double frequency) {
        Trial trial = new Trial(
                spec, Protocol.fixed(step, Math.round(2 / step), 0), new double[] {frequency}, new double[] {1});
        return new Simulator(Recording.BASIC).run(List.of(trial)).get(0).end(0);
    }
}
