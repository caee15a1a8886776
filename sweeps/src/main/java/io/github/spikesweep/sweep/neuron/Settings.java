package io.github.spikesweep.sweep.neuron;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.model.Cell;
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
 * @param input the input of every cell that has none of its own, which may also use the time
 * @param inputs the inputs of single cells of circuits, by their names
 * @param noise the noise that is added to the input
 */
public record Settings(
        Map<String, Expression> parameters,
        Map<String, Expression> initial,
        Expression input,
        Map<String, Expression> inputs,
        RandomCurrent noise)
        implements Serializable {
    public Settings {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        initial = Collections.unmodifiableMap(new LinkedHashMap<>(initial));
    }

    /** The input of a cell, which may use the time. */
    public Expression input(Cell cell) {
        return inputs.getOrDefault(cell.name(), input);
    }

    /** Every input that is given. */
    public List<Expression> allInputs() {
        return Stream.concat(Stream.of(input), inputs.values().stream()).toList();
    }

    /** Whether some expression uses the axis. */
    public boolean uses(String axis) {
        return Stream.of(parameters.values(), initial.values(), allInputs(), noise.quantities())
                .flatMap(Collection::stream)
                .anyMatch(expression -> expression.names().contains(axis));
    }
}
