package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.lowering.linear.Relaxation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The step of the exponential Euler method: v + h φ(b h) f with φ(x) = (1 − e^−x)/x, where the slope f of a variable v is a − b v with a and b free of v. Where it
 * is not, the step is Euler's.
 */
final class ExponentialEuler {
    private ExponentialEuler() {}

    /** @param slopes of every variable, over the symbols of state and time */
    static Stages stages(ValueGraph graph, Symbols symbols, KernelSpec spec, SpikeLowering spikes, List<Value> slopes) {
        RelaxingSlopes equations = RelaxingSlopes.of(graph, symbols, spec, spikes, slopes);
        List<Value> steps = new ArrayList<>(equations.slopes());
        Relaxation relaxation = new Relaxation(graph);
        for (int v = 0; v < steps.size(); v++) {
            if (equations.relaxes(v)) {
                Value decay = graph.multiply(graph.negate(equations.rates().get(v)), symbols.step());
                steps.set(
                        v,
                        graph.multiply(relaxation.of(decay), equations.slopes().get(v)));
            }
        }
        Stages stages = Stages.of(graph, symbols, spec, steps);
        UnaryOperator<Value> atStart = Stages.atStart(graph, symbols, spec);
        List<Value> slopesAtStart = equations.slopes().stream().map(atStart).toList();
        return new Stages(List.of(slopesAtStart), stages.end(), stages.lost(), stages.order());
    }
}
