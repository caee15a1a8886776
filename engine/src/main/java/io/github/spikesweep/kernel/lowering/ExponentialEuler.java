package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The step of the exponential Euler method: v + h φ(b h) f with φ(x) = (1 − e^−x)/x, where the slope f of a variable v is a − b v with a and b free of v. Where it
 * is not, the step is Euler's.
 */
final class ExponentialEuler {
    private ExponentialEuler() {}

    /** @param slopes of every variable, over the symbols of state and time */
    static Stages stages(ValueGraph graph, Symbols symbols, KernelSpec spec, SpikeLowering spikes, List<Value> slopes) {
        int count = slopes.size();
        List<Value> rates = new ArrayList<>();
        for (int v = 0; v < count; v++) {
            Value variable = symbols.state(spec.model().variableNames().get(v));
            rates.add(new OwnRate(graph, variable).of(slopes.get(v)).orElse(graph.constant(0)));
        }
        // Before steps are made of them: divisions that are shared mix variables.
        List<Value> both = Stream.concat(spikes.held(slopes).stream(), spikes.held(rates).stream())
                .toList();
        List<Value> shared = SharedDivision.apply(
                graph,
                Rounding.of(spec.precision()),
                both,
                spec.model().parts().stream().map(part -> both(part, count)).toList(),
                symbols::bounds);
        List<Value> steps = new ArrayList<>(shared.subList(0, count));
        Relaxation relaxation = new Relaxation(graph);
        for (int v = 0; v < count; v++) {
            if (!rates.get(v).isConstant(0)) {
                Value decay = graph.multiply(graph.negate(shared.get(v + count)), symbols.step());
                steps.set(v, graph.multiply(relaxation.of(decay), shared.get(v)));
            }
        }
        Stages stages = Stages.of(graph, symbols, spec, steps);
        UnaryOperator<Value> atStart = Stages.atStart(graph, symbols, spec);
        List<Value> slopesAtStart =
                shared.subList(0, count).stream().map(atStart).toList();
        return new Stages(List.of(slopesAtStart), stages.end(), stages.lost(), stages.order());
    }

    /** The indices of slopes, and those of the rates that come after all slopes. */
    private static List<Integer> both(List<Integer> part, int count) {
        return Stream.concat(part.stream(), part.stream().map(v -> v + count)).toList();
    }
}
