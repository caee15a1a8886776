package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Expression;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the rows of a sweep set in their neurons, as expressions whose names are numeric axes. Each applies to the models that
 * have the parameter or variable; what is not set keeps the model's value.
 *
 * @param parameters by name
 * @param initial values at time 0 by variable
 * @param input the input, which may also use the time
 * @param noise the noise that is added to the input
 */
public record Settings(
        Map<String, Expression> parameters, Map<String, Expression> initial, Expression input, RandomCurrent noise)
        implements Serializable {
    public Settings {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        initial = Collections.unmodifiableMap(new LinkedHashMap<>(initial));
    }

    /** Whether some expression uses the axis. */
    boolean uses(String axis) {
        return Stream.of(parameters.values(), initial.values(), List.of(input), noise.quantities())
                .flatMap(Collection::stream)
                .anyMatch(expression -> expression.names().contains(axis));
    }
}
