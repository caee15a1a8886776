package io.github.spikesweep.simulation.random;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Smoothness;
import java.util.ArrayList;
import java.util.List;

/** An integrator in a precision. */
record Method(Integrator integrator, Precision precision) {
    private static final Method ADAPTIVE = new Method(Integrator.DORMAND_PRINCE, Precision.DOUBLE);
    private static final Method SERIES = new Method(Integrator.TAYLOR, Precision.DOUBLE);
    private static final Method IMPLICIT = new Method(Integrator.RODAS5P, Precision.DOUBLE);

    /**
     * Those that a model can be simulated by.
     *
     * @param read the same model as it was read
     */
    static List<Method> of(RandomModel model, Model read, Expression input) {
        List<Method> methods = new ArrayList<>();
        List<Integrator> integrators = model.isMap() ? List.of(Integrator.MAP) : Integrator.ofFixedStep();
        for (Integrator integrator : integrators) {
            if (integrator.isExponential()) {
                continue; // the oracle knows what equations give, not which of them are linear
            }
            for (Precision precision : Precision.values()) {
                methods.add(new Method(integrator, precision));
            }
        }
        // Where a variable may slide along a jump, adaptive steps become too short to be followed.
        if (!model.isMap() && !model.features().has(FormulaMaker.Feature.STATE_JUMPS)) {
            methods.add(ADAPTIVE);
            methods.add(IMPLICIT);
        }
        if (!model.isMap() && Smoothness.fault(read, List.of(input)).isEmpty()) {
            methods.add(SERIES);
        }
        return methods;
    }
}
