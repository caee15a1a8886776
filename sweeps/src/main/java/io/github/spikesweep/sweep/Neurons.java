package io.github.spikesweep.sweep;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The neurons of a sweep: model, precision and integrator, each fixed or along an axis.
 *
 * @param spike what the file says of spikes, which the models have in them
 */
record Neurons(Choice<Model> model, Choice<Precision> precision, Choice<Integrator> integrator, SpikeRequest spike)
        implements Serializable {
    /** Neurons whose models have the spikes of their own. */
    Neurons(Choice<Model> model, Choice<Precision> precision, Choice<Integrator> integrator) {
        this(model, precision, integrator, SpikeRequest.NONE);
    }

    List<Model> models() {
        return model.options();
    }

    /** The names of the parameters of any model. */
    Set<String> parameterNames() {
        return union(Model::parameterNames);
    }

    /** The names of the variables of any model. */
    Set<String> variableNames() {
        return union(Model::variableNames);
    }

    /** The models' names for messages: {@code HH}, {@code HH and HR}. */
    String shown() {
        return models().stream().map(Model::name).collect(Collectors.joining(" and "));
    }

    /** The names of the models that are maps, for messages; empty without one. */
    String mapsShown() {
        return models().stream().filter(Model::isMap).map(Model::name).collect(Collectors.joining(" and "));
    }

    boolean anyMap() {
        return models().stream().anyMatch(Model::isMap);
    }

    /** The integrators that some row uses and that choose their own steps, or those that do not; maps use neither. */
    List<Integrator> differential(boolean adaptive) {
        return integrator.options().stream()
                .filter(option -> option != Integrator.MAP && option.isAdaptive() == adaptive)
                .toList();
    }

    /** How a row is moved: a map by itself, whatever the integrator of the others. */
    Integrator moving(Model of, Integrator chosen) {
        return of.isMap() ? Integrator.MAP : chosen;
    }

    /** The unit in which all models count the time; empty where they differ or have none. */
    String timeUnit() {
        Set<String> units = models().stream().map(Model::time).collect(Collectors.toSet());
        return units.size() == 1 && !units.contains("dimensionless")
                ? units.iterator().next()
                : "";
    }

    private Set<String> union(Function<Model, List<String>> names) {
        return models().stream()
                .map(names)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
