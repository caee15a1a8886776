package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.lowering.linear.OwnRate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The slopes of all variables, and how fast each relaxes by itself, over the symbols of state and time. What flows between two cells by the difference of their
 * variables, c (u − v), belongs to neither alone.
 *
 * @param slopes of each variable
 * @param own the same without what flows between cells
 * @param rates of each variable c, where its own slope is a + c v with a and c free of the variable v itself; 0 where it is not of that form
 * @param flows what flows between cells, as part of each slope; 0 where nothing does
 */
record RelaxingSlopes(List<Value> slopes, List<Value> own, List<Value> rates, List<Value> flows) {

    /** @param slopes of every variable, divisions not shared yet */
    static RelaxingSlopes of(
            ValueGraph graph, Symbols symbols, KernelSpec spec, SpikeLowering spikes, List<Value> slopes) {
        int count = slopes.size();
        List<Value> own = new ArrayList<>();
        List<Value> rates = new ArrayList<>();
        List<Value> flows = new ArrayList<>();
        for (int v = 0; v < count; v++) {
            Value variable = symbols.state(spec.model().variableNames().get(v));
            CellFlow flow = CellFlow.of(graph, symbols, spec, variable, slopes.get(v));
            own.add(flow.rest());
            flows.add(flow.flow());
            rates.add(new OwnRate(graph, variable).of(flow.rest()).orElse(graph.constant(0)));
        }
        // Before steps are made of them: divisions that are shared mix variables.
        List<Value> all = Stream.of(slopes, own, rates, flows)
                .flatMap(each -> spikes.held(each).stream())
                .toList();
        List<Value> shared = SharedDivision.apply(
                graph,
                Rounding.of(spec.precision()),
                all,
                spec.model().parts().stream()
                        .map(part -> inAll(part, count, all.size()))
                        .toList(),
                symbols::bounds);
        return new RelaxingSlopes(
                shared.subList(0, count),
                shared.subList(count, 2 * count),
                shared.subList(2 * count, 3 * count),
                shared.subList(3 * count, 4 * count));
    }

    /** The indices of slopes, and those of what belongs to each and comes after all slopes. */
    private static List<Integer> inAll(List<Integer> part, int count, int size) {
        return IntStream.iterate(0, first -> first < size, first -> first + count)
                .boxed()
                .flatMap(first -> part.stream().map(v -> v + first))
                .toList();
    }

    boolean relaxes(int variable) {
        return !rates.get(variable).isConstant(0);
    }
}
