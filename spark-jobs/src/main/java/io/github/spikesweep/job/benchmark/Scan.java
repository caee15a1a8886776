package io.github.spikesweep.job.benchmark;

import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.simulation.Simulator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The values over which a neuron is measured. All but one parameter keep their defaults.
 *
 * @param parameter the one that differs between the neurons; none in a model in which all of them are 0
 * @param from its value in the first neuron
 * @param to its value in the last one
 * @param input the same for all
 * @param step the step of integrators that take one, in the model's unit of time; 1 in a map
 */
public record Scan(Optional<String> parameter, double from, double to, double input, double step) {
    private static final double USUAL_STEP = 0.01;
    /** Inputs for built-in models that are silent without one. */
    private static final Map<String, Double> DRIVES =
            Map.of("AdEx", 1000.0, "FHN", 0.5, "HHArea", 10.0, "Izhikevich", 10.0, "ML", 100.0);

    /** That of a built-in model: the range of the shipped sweeps, or one around a default, with an input with which it fires. */
    static Scan ofBuiltIn(Model model) {
        return switch (model.name()) {
            case "HH" -> new Scan(Optional.of("gna"), 50 * 7.854e-3, 200 * 7.854e-3, 0.1, 0.001);
            case "HR" -> new Scan(Optional.of("e"), 1, 3.5, 0, USUAL_STEP);
            default -> around(model, DRIVES.getOrDefault(model.name(), 0.0), USUAL_STEP);
        };
    }

    /**
     * That of any model: from 0.9 to 1.1 times the default of the first parameter that is not 0, without input.
     *
     * @param step the step; by default 0.01, or the model's longest step if that is less
     */
    static Scan ofFile(Model model, OptionalDouble step) {
        return around(model, 0, step.orElse(Math.min(USUAL_STEP, model.longestStep())));
    }

    private static Scan around(Model model, double input, double step) {
        Optional<Parameter> first = model.parameters().stream()
                .filter(parameter -> parameter.defaultValue() != 0)
                .findFirst();
        double value = first.map(Parameter::defaultValue).orElse(0.0);
        return new Scan(first.map(Parameter::name), 0.9 * value, 1.1 * value, input, model.isMap() ? 1 : step);
    }

    /** The value of the parameter that differs, in one of {@link Simulator#MOST_LANES} neurons. */
    double value(int neuron) {
        return from + (to - from) * neuron / (Simulator.MOST_LANES - 1);
    }
}
