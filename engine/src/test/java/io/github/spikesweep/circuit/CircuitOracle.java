package io.github.spikesweep.circuit;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.model.Variable;
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
 * The true spikes of a circuit, by Hipparchus. It evaluates the formulas of the cells' models and of the synapses as their files have them, cell by
 * cell and synapse by synapse, so it shares nothing with the circuit as one system of equations.
 */
final class CircuitOracle implements OrdinaryDifferentialEquation {
    private static final double TOLERANCE = 1e-12;
    private static final double LOOK_EVERY = 0.05;
    private static final double LONGEST_STEP = 0.5;

    private final List<RandomCircuit.Neuron> neurons;
    private final List<RandomCircuit.Link> links;
    private final int[] cellAt;
    private final int[] linkAt;
    private final int dimension;
    private final List<List<Double>> times = new ArrayList<>();

    private CircuitOracle(RandomCircuit circuit) {
        this.neurons = circuit.neurons();
        this.links = circuit.links();
        this.cellAt = new int[neurons.size()];
        this.linkAt = new int[links.size()];
        int at = 0;
        for (int cell = 0; cell < cellAt.length; cell++) {
            cellAt[cell] = at;
            at += neurons.get(cell).model().variables().size();
            times.add(new ArrayList<>());
        }
        for (int link = 0; link < linkAt.length; link++) {
            linkAt[link] = at;
            at += links.get(link).synapse().variables().size();
        }
        this.dimension = at;
    }

    /** The spike times of every cell until {@code duration}. */
    static List<List<Double>> spikes(RandomCircuit circuit, double duration) {
        CircuitOracle oracle = new CircuitOracle(circuit);
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(1e-13, LONGEST_STEP, TOLERANCE, TOLERANCE);
        for (int cell = 0; cell < oracle.neurons.size(); cell++) {
            integrator.addEventDetector(oracle.new Crossing(cell));
        }
        integrator.integrate(oracle, new ODEState(0, oracle.initial()), duration);
        return oracle.times;
    }

    private double[] initial() {
        double[] state = new double[dimension];
        for (int cell = 0; cell < cellAt.length; cell++) {
            List<Double> own = neurons.get(cell).initial();
            for (int v = 0; v < own.size(); v++) {
                state[cellAt[cell] + v] = own.get(v);
            }
        }
        for (int link = 0; link < linkAt.length; link++) {
            Map<String, Double> parameters = links.get(link).parameters();
            List<Variable> variables = links.get(link).synapse().variables();
            for (int v = 0; v < variables.size(); v++) {
                state[linkAt[link] + v] =
                        Evaluator.evaluate(variables.get(v).initial().expression(), parameters::get);
            }
        }
        return state;
    }

    @Override
    public int getDimension() {
        return dimension;
    }

    private double spikeVariable(int cell, double[] state) {
        Model model = neurons.get(cell).model();
        return state[cellAt[cell] + model.indexOf(model.spike().variable())];
    }

    /** What the formulas of a synapse may use. */
    private Map<String, Double> ofLink(int link, double time, double[] state) {
        RandomCircuit.Link of = links.get(link);
        Map<String, Double> values = new HashMap<>(of.parameters());
        values.put(Model.TIME, time);
        values.put(Synapse.PRE, spikeVariable(of.pre(), state));
        values.put(Synapse.POST, spikeVariable(of.post(), state));
        List<Variable> variables = of.synapse().variables();
        for (int v = 0; v < variables.size(); v++) {
            values.put(variables.get(v).name(), state[linkAt[link] + v]);
        }
        evaluate(of.synapse().let(), values);
        return values;
    }

    private static void evaluate(List<Definition> definitions, Map<String, Double> values) {
        for (Definition definition : definitions) {
            values.put(definition.name(), value(definition.expression(), values));
        }
    }

    private static double value(Expression expression, Map<String, Double> values) {
        return Evaluator.evaluate(expression, values::get);
    }

    @Override
    public double[] computeDerivatives(double time, double[] state) {
        double[] slopes = new double[dimension];
        double[] currents = new double[neurons.size()];
        for (int link = 0; link < linkAt.length; link++) {
            Map<String, Double> values = ofLink(link, time, state);
            Synapse synapse = links.get(link).synapse();
            currents[links.get(link).post()] += value(synapse.current().expression(), values);
            for (int v = 0; v < synapse.equations().size(); v++) {
                slopes[linkAt[link] + v] = value(synapse.equations().get(v).expression(), values);
            }
        }
        for (int cell = 0; cell < cellAt.length; cell++) {
            RandomCircuit.Neuron neuron = neurons.get(cell);
            Map<String, Double> values = ofCell(cell, time, state);
            values.put(neuron.model().input().name(), neuron.input() - currents[cell]);
            evaluate(neuron.model().let(), values);
            for (int v = 0; v < neuron.model().equations().size(); v++) {
                slopes[cellAt[cell] + v] =
                        value(neuron.model().equations().get(v).expression(), values);
            }
        }
        return slopes;
    }

    private Map<String, Double> ofCell(int cell, double time, double[] state) {
        RandomCircuit.Neuron neuron = neurons.get(cell);
        Map<String, Double> values = new HashMap<>(neuron.parameters());
        values.put(Model.TIME, time);
        for (int v = 0; v < neuron.model().variables().size(); v++) {
            values.put(neuron.model().variableNames().get(v), state[cellAt[cell] + v]);
        }
        return values;
    }

    /** What a spike of a cell does: to the synapses first, then to the cell. */
    private double[] changed(int cell, double time, double[] before) {
        double[] state = before.clone();
        for (int link = 0; link < linkAt.length; link++) {
            if (links.get(link).pre() == cell) {
                assign(links.get(link).synapse().onPre(), link, time, state);
            }
            if (links.get(link).post() == cell) {
                assign(links.get(link).synapse().onPost(), link, time, state);
            }
        }
        Model model = neurons.get(cell).model();
        Map<String, Double> values = ofCell(cell, time, before);
        for (Definition assignment : model.reset()) {
            state[cellAt[cell] + model.indexOf(assignment.name())] = value(assignment.expression(), values);
        }
        return state;
    }

    private void assign(List<Definition> assignments, int link, double time, double[] state) {
        Map<String, Double> values = ofLink(link, time, state);
        List<String> names = links.get(link).synapse().variables().stream()
                .map(Variable::name)
                .toList();
        for (Definition assignment : assignments) {
            state[linkAt[link] + names.indexOf(assignment.name())] = value(assignment.expression(), values);
        }
    }

    /** Records the time of every upward crossing of a cell's threshold, and makes its changes. */
    private final class Crossing implements ODEEventDetector {
        private final int cell;
        private final double threshold;

        Crossing(int cell) {
            this.cell = cell;
            this.threshold = Evaluator.evaluate(
                    neurons.get(cell).model().neuron().levels().threshold().expression(),
                    neurons.get(cell).parameters()::get);
        }

        @Override
        public double g(ODEStateAndDerivative state) {
            return spikeVariable(cell, state.getPrimaryState()) - threshold;
        }

        @Override
        public ODEEventHandler getHandler() {
            return new ODEEventHandler() {
                @Override
                public Action eventOccurred(
                        ODEStateAndDerivative state, ODEEventDetector detector, boolean increasing) {
                    if (!increasing) {
                        return Action.CONTINUE;
                    }
                    times.get(cell).add(state.getTime());
                    return Action.RESET_STATE;
                }

                @Override
                public ODEState resetState(ODEEventDetector detector, ODEStateAndDerivative state) {
                    return new ODEState(state.getTime(), changed(cell, state.getTime(), state.getPrimaryState()));
                }
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
