package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
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
 * Whether a model with its own parameters spikes, by Hipparchus. It evaluates the model's expressions one number at a time and shares nothing else
 * with the kernels. It looks for the first spike alone, so resets do not matter.
 */
final class SpikingOracle implements OrdinaryDifferentialEquation {
    private static final double TOLERANCE = 1e-10;
    /** The time between two checks of the spike variable: less than the width of a spike. */
    private static final double LOOK_EVERY = 0.1;

    private static final double LONGEST_STEP = 1;

    private final Model model;
    private final Map<String, Double> values = new HashMap<>();
    private boolean hasSpiked;

    SpikingOracle(Model model) {
        this.model = model;
        for (Parameter parameter : model.parameters()) {
            values.put(parameter.name(), parameter.defaultValue());
        }
    }

    /** Whether it spikes within {@code duration} with a constant input that starts after a time without one, in which spikes do not count. */
    boolean spikes(double input, double before, double duration) {
        double[] state = new InitialState(model, values::get, Map.of()).values();
        values.put(model.input().name(), 0.0);
        if (before > 0) {
            state = integrator().integrate(this, new ODEState(0, state), before).getPrimaryState();
        }
        values.put(model.input().name(), input);
        hasSpiked = false;
        DormandPrince853Integrator integrator = integrator();
        integrator.addEventDetector(new Crossing());
        integrator.integrate(this, new ODEState(before, state), before + duration);
        return hasSpiked;
    }

    /** The least value found, by halving the interval from {@code low} to {@code high} as often. */
    double threshold(double low, double high, int halvings, double before, double duration) {
        if (spikes(low, before, duration) || !spikes(high, before, duration)) {
            throw new IllegalArgumentException("no threshold of " + model.name() + " between " + low + " and " + high);
        }
        double silent = low;
        double spiking = high;
        for (int i = 0; i < halvings; i++) {
            double middle = (silent + spiking) / 2;
            if (spikes(middle, before, duration)) {
                spiking = middle;
            } else {
                silent = middle;
            }
        }
        return spiking;
    }

    private static DormandPrince853Integrator integrator() {
        return new DormandPrince853Integrator(1e-10, LONGEST_STEP, TOLERANCE, TOLERANCE);
    }

    private double value(Expression expression) {
        return Evaluator.evaluate(expression, values::get);
    }

    @Override
    public int getDimension() {
        return model.variables().size();
    }

    @Override
    public double[] computeDerivatives(double time, double[] state) {
        for (int v = 0; v < state.length; v++) {
            values.put(model.variables().get(v).name(), state[v]);
        }
        for (Definition let : model.let()) {
            values.put(let.name(), value(let.expression()));
        }
        List<Definition> equations = model.equations();
        double[] slopes = new double[state.length];
        for (int v = 0; v < slopes.length; v++) {
            slopes[v] = value(equations.get(v).expression());
        }
        return slopes;
    }

    /** Ends at the first upward crossing of the threshold. */
    private final class Crossing implements ODEEventDetector {
        @Override
        public double g(ODEStateAndDerivative state) {
            return state.getPrimaryState()[model.indexOf(model.spike().variable())]
                    - model.spike().threshold();
        }

        @Override
        public ODEEventHandler getHandler() {
            return (state, detector, increasing) -> {
                hasSpiked |= increasing;
                return increasing ? Action.STOP : Action.CONTINUE;
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
            return new BracketingNthOrderBrentSolver(0, 1e-9, 0, 5);
        }
    }
}
