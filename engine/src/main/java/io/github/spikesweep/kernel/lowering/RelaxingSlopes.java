package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The slopes of all variables, and how fast each relaxes by itself, over the symbols of state and time.
 *
 * @param slopes of each variable
 * @param rates of each variable c, where its slope is a + c v with a and c free of the variable v itself; 0 where it is not of that form
 */
record RelaxingSlopes(List<Value> slopes, List<Value> rates) {

    /** @param slopes of every variable, divisions not shared yet */
    static RelaxingSlopes of(
            ValueGraph graph, Symbols symbols, KernelSpec spec, SpikeLowering spikes, List<Value> slopes) {
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
        return new RelaxingSlopes(shared.subList(0, count), shared.subList(count, 2 * count));
    }

    /** The indices of slopes, and those of the rates that come after all slopes. */
    private static List<Integer> both(List<Integer> part, int count) {
        return Stream.concat(part.stream(), part.stream().map(v -> v + count)).toList();
    }

    boolean relaxes(int variable) {
        return !rates.get(variable).isConstant(0);
    }
}
