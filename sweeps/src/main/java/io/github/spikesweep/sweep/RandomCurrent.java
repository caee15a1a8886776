package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.kernel.Noise;
import java.io.Serializable;
import java.util.List;

/**
 * The noise in a sweep.
 *
 * @param kind which process it is
 * @param seed what it is drawn from, together with the id of the row
 * @param quantities over numeric axes, one for each of {@link Noise#quantities()}
 */
public record RandomCurrent(Noise kind, long seed, List<Expression> quantities) implements Serializable {
    /** What a file calls this kind of noise. */
    public static final String ORNSTEIN_UHLENBECK = "ornstein-uhlenbeck";

    /** No noise. */
    public static final RandomCurrent NONE = new RandomCurrent(Noise.NONE, 0, List.of());

    public RandomCurrent {
        quantities = List.copyOf(quantities);
    }

    /** Whether there is a process of which these are the quantities, the last of {@code values}. */
    public boolean accepts(double[] values) {
        return switch (kind) {
            case NONE -> true;
            case ORNSTEIN_UHLENBECK -> values[values.length - 2] >= 0 && values[values.length - 1] > 0;
        };
    }
}
