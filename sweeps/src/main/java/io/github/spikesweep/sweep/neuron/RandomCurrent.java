package io.github.spikesweep.sweep.neuron;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.kernel.Noise;
import java.io.Serializable;
import java.util.List;

/**
 * The noise in a sweep.
 *
 * @param kind the kind of process
 * @param seed the seed; the noise also depends on the id of the row
 * @param quantities expressions over numeric axes, one for each of {@link Noise#quantities()}
 */
public record RandomCurrent(Noise kind, long seed, List<Expression> quantities) implements Serializable {
    /** The name of this kind of noise in sweep files. */
    public static final String ORNSTEIN_UHLENBECK = "ornstein-uhlenbeck";

    /** No noise. */
    public static final RandomCurrent NONE = new RandomCurrent(Noise.NONE, 0, List.of());

    public RandomCurrent {
        quantities = List.copyOf(quantities);
    }

    /** Whether the quantities, which are last in {@code values}, are valid for the process. */
    public boolean accepts(double[] values) {
        return switch (kind) {
            case NONE -> true;
            case ORNSTEIN_UHLENBECK -> values[values.length - 2] >= 0 && values[values.length - 1] > 0;
        };
    }
}
