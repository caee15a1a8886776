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

/** The neurons of a sweep: model, precision and integrator, each fixed or along an axis. */
record Neurons(Choice<Model> model, Choice<Precision> precision, Choice<Integrator> integrator)
        implements Serializable {

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

    private Set<String> union(Function<Model, List<String>> names) {
        return models().stream()
                .map(names)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
