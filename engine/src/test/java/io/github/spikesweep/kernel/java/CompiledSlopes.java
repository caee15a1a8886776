package io.github.spikesweep.kernel.java;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.CompiledKernel;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import java.util.Set;

/** The slopes of a compiled kernel at given states, one per lane. */
public final class CompiledSlopes {
    private CompiledSlopes() {}

    /** The slopes of one variable: one Euler step of length 1 from the states, minus the states. */
    public static double[] of(Model model, Precision precision, double[][] states, int variable) {
        // A step so long that adding the state does not cost digits of the slope.
        double step = model.isMap() ? 1 : precision == Precision.DOUBLE ? 0x1p300 : 0x1p90;
        return of(model, precision, states, variable, step);
    }

    /** The same with another step; the variable should be 0. */
    static double[] of(Model model, Precision precision, double[][] states, int variable, double step) {
        Integrator integrator = model.isMap() ? Integrator.MAP : Integrator.EULER;
        KernelSpec spec = KernelSpec.heldInput(model, integrator, precision, Set.of(), Set.of());
        CompiledKernel<LaneKernel, KernelLayout> compiled = JavaKernels.fixed().get(spec, states.length);
        LaneKernel kernel = compiled.newKernel();
        KernelLayout layout = compiled.layout();
        for (int q = 0; q < model.parameters().size(); q++) {
            kernel.put(
                    layout.quantities().get(q).at(0), model.parameters().get(q).defaultValue());
        }
        for (int lane = 0; lane < states.length; lane++) {
            for (int v = 0; v < states[lane].length; v++) {
                kernel.put(layout.variables().get(v) + lane, states[lane][v]);
            }
        }
        kernel.prepare(step);
        kernel.advance(0, 1, (taken, k, lanes, count) -> {});
        double[] slopes = new double[states.length];
        for (int lane = 0; lane < states.length; lane++) {
            slopes[lane] = kernel.get(layout.variables().get(variable) + lane) / step;
        }
        return slopes;
    }
}
