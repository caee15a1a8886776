package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Substitution;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.Tangent;
import io.github.spikesweep.model.Variable;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Trial;
import io.github.spikesweep.simulation.noise.NoiseKey;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.neuron.RandomCurrent;
import io.github.spikesweep.sweep.neuron.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of neuron or circuit in a sweep, and how the values of a row follow from its point in the space.
 *
 * @param stated the variables with initial values of their own
 * @param initial these values
 */
record NeuronPlan(
        Model model,
        KernelSpec kernel,
        PointValues quantities,
        List<String> stated,
        PointValues initial,
        RandomCurrent noise) {
    /**
     * @param recorded the variables whose extremes are wanted
     * @param hasTangent whether a tangent vector goes along
     */
    static NeuronPlan of(
            Settings settings,
            Model model,
            Precision precision,
            Integrator integrator,
            Set<String> recorded,
            boolean hasTangent) {
        Map<String, Expression> quantities = new LinkedHashMap<>();
        for (Parameter parameter : model.parameters()) {
            Expression unset = new Expression.Literal(parameter.defaultValue());
            quantities.put(parameter.name(), settings.parameters().getOrDefault(parameter.name(), unset));
        }
        // What a model without an input is given has no effect, nor has noise, which is added to it.
        RandomCurrent noise = model.hasInput() ? settings.noise() : RandomCurrent.NONE;
        Set<String> taken = namesOf(model);
        Map<String, String> renamed = new LinkedHashMap<>();
        List<String> inputNames = new ArrayList<>();
        List<Expression> inputs = new ArrayList<>();
        for (Cell cell : model.cells()) {
            Expression input = cell.hasInput() ? settings.input(cell) : new Expression.Literal(0);
            if (input.names().contains(Model.TIME)) {
                for (String axis : input.names()) {
                    if (!axis.equals(Model.TIME) && !renamed.containsKey(axis)) {
                        String quantity = unused(axis, taken);
                        renamed.put(axis, quantity);
                        quantities.put(quantity, new Expression.Name(axis));
                        inputNames.add(quantity);
                    }
                }
                inputs.add(Substitution.apply(input, name -> new Expression.Name(renamed.getOrDefault(name, name))));
            } else if (cell.hasInput() || !model.isCircuit()) {
                quantities.put(cell.input().name(), input);
                inputNames.add(cell.input().name());
                inputs.add(new Expression.Name(cell.input().name()));
            } else {
                inputs.add(input);
            }
        }
        Noise kind = noise.kind();
        for (int i = 0; i < kind.quantities().size(); i++) {
            quantities.put(kind.quantities().get(i), noise.quantities().get(i));
        }
        Set<String> varying = quantities.entrySet().stream()
                .filter(quantity -> !quantity.getValue().names().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<Integer> recordedIndices = recorded.stream()
                .map(model::indexOf)
                .filter(index -> index >= 0)
                .collect(Collectors.toSet());
        KernelSpec kernel = new KernelSpec(
                hasTangent ? Tangent.with(model) : model,
                integrator,
                precision,
                inputs,
                inputNames,
                kind,
                varying,
                recordedIndices);
        Map<String, Expression> initial = initial(model, settings);
        return new NeuronPlan(
                model,
                kernel,
                new PointValues(quantities.values()),
                List.copyOf(initial.keySet()),
                new PointValues(initial.values()),
                noise);
    }

    /** The simulation of a row; empty if a value in it is infinite or NaN, its noise is invalid, or {@code rearm} is beyond its threshold. */
    Optional<Trial> trial(Point point, Protocol protocol) {
        double[] values = quantities.at(point);
        double[] start = point.start().orElseGet(() -> start(values, point));
        if (!allFinite(values) || !allFinite(start) || !noise.accepts(values) || !kernel.canSpike(values)) {
            return Optional.empty();
        }
        return Optional.of(new Trial(kernel, protocol, values, start, NoiseKey.of(noise.seed(), point.id())));
    }

    /** The initial values that are numbers or that the sweep states; the others follow from the model. */
    private static Map<String, Expression> initial(Model model, Settings settings) {
        Map<String, Expression> initial = new LinkedHashMap<>();
        for (Variable variable : model.variables()) {
            Expression ofModel = variable.initial().expression();
            Expression stated = settings.initial().getOrDefault(variable.name(), ofModel);
            if (stated != ofModel || ofModel.names().isEmpty()) {
                initial.put(variable.name(), stated);
            }
        }
        return initial;
    }

    private double[] start(double[] quantities, Point point) {
        double[] own = initial.at(point);
        if (own.length == model.variables().size()) {
            return own;
        }
        List<String> parameters = model.parameterNames();
        Map<String, Double> given = new HashMap<>();
        for (int i = 0; i < own.length; i++) {
            given.put(stated.get(i), own[i]);
        }
        return new InitialState(model, name -> quantities[parameters.indexOf(name)], given).values();
    }

    private static Set<String> namesOf(Model model) {
        Set<String> names = new HashSet<>(model.parameterNames());
        names.addAll(model.variableNames());
        model.let().stream().map(Definition::name).forEach(names::add);
        model.cells().forEach(cell -> names.add(cell.input().name()));
        names.add(Model.TIME);
        return names;
    }

    /** A name like that of an axis in a time-dependent input that is not yet taken in the model; it is from now on. */
    private static String unused(String axis, Set<String> taken) {
        String name = axis;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    private static boolean allFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
