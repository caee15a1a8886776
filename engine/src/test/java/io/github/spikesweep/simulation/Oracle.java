package io.github.spikesweep.simulation;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * The true spikes of a trial: every upward crossing of the threshold after the transient, found by Hipparchus. It evaluates the
 * model's expressions one number at a time and shares nothing else with the kernels.
 *
 * <p>The model must have differential equations without a reset, simple threshold crossings as spikes and a smooth input.
 */
public final class Oracle implements OrdinaryDifferentialEquation {
    /** The tolerance of each step, absolute and relative; a tenth of it would be below rounding. */
    private static final double TOLERANCE = 1e-13;
    /** The time between two checks of the spike variable, in the model's unit of time: less than the width of a spike. */
    private static final double LOOK_EVERY = 0.02;

    private static final double LONGEST_STEP = 1;

    private final Model model;
    private final Expression input;
    private final Map<String, Double> quantities = new HashMap<>();

    private Oracle(Trial trial) {
        this.model = trial.kernel().model();
        this.input = trial.kernel().inputs().get(0);
        List<String> names = trial.kernel().quantities();
        for (int q = 0; q < names.size(); q++) {
            quantities.put(names.get(q), trial.quantities()[q]);
        }
        SpikeCondition spike = model.spike();
        if (model.isMap() || !model.reset().isEmpty() || spike.rearm() < spike.threshold() || spike.refractory() > 0) {
            throw new IllegalArgumentException(model.name() + " is a map, resets, or lets crossings pass uncounted");
        }
    }

    /** The spike times of {@code trial}, increasing; its integrator, step and precision do not matter. */
    public static double[] spikeTimes(Trial trial) {
        Protocol protocol = trial.protocol();
        Crossings crossings = new Crossings(
                trial.kernel().spikeVariable(), trial.kernel().model().spike().threshold());
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(1e-12, LONGEST_STEP, TOLERANCE, TOLERANCE);
        integrator.addEventDetector(crossings);
        integrator.integrate(new Oracle(trial), new ODEState(0, trial.initial().clone()), protocol.duration());
        return crossings.times.stream()
                .mapToDouble(Double::doubleValue)
                .filter(time -> time > protocol.transientTime())
                .toArray();
    }

    @Override
    public int getDimension() {
        return model.variables().size();
    }

    @Override
    public double[] computeDerivatives(double time, double[] state) {
        Map<String, Double> values = new HashMap<>(quantities);
        values.put(Model.TIME, time);
        values.put(model.input().name(), Evaluator.evaluate(input, values::get));
        for (int v = 0; v < state.length; v++) {
            values.put(model.variables().get(v).name(), state[v]);
        }
        for (Definition let : model.let()) {
            values.put(let.name(), Evaluator.evaluate(let.expression(), values::get));
        }
        return model.equations().stream()
                .mapToDouble(equation -> Evaluator.evaluate(equation.expression(), values::get))
                .toArray();
    }

    /** Records the time of every upward crossing. */
    private static final class Crossings implements ODEEventDetector {
        private final int variable;
        private final double threshold;
        private final List<Double> times = new ArrayList<>();

        Crossings(int variable, double threshold) {
            this.variable = variable;
            this.threshold = threshold;
        }

        @Override
        public double g(ODEStateAndDerivative state) {
            return state.getPrimaryState()[variable] - threshold;
        }

        @Override
        public ODEEventHandler getHandler() {
            return (state, detector, increasing) -> {
                if (increasing) {
                    times.add(state.getTime());
                }
                return Action.CONTINUE;
            };
        }

        @Override
        public AdaptableInterval getMaxCheckInterval() {
            return AdaptableInterval.of(LOOK_EVERY);
        }

        @Override
        public int getMaxIterationCount() {
            return 100;
        }

        @Override
        public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
            return new BracketingNthOrderBrentSolver(0, TOLERANCE, 0, 5);
        }
    }
}
