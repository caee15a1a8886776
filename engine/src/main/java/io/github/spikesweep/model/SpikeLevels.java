package io.github.spikesweep.model;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import java.io.Serializable;
import java.util.function.Function;

/**
 * The levels of a {@link SpikeCondition} as formulas over the parameters. The condition itself has their values at the defaults.
 *
 * @param threshold the level through which the spike variable spikes
 * @param rearm the level to which it must have come back since the last spike
 */
public record SpikeLevels(Definition threshold, Definition rearm) implements Serializable {
    /** The key of the threshold in files. */
    public static final String THRESHOLD = "threshold";
    /** The key of the other level. */
    public static final String REARM = "rearm";

    /** Those of a condition whose levels are numbers. */
    static SpikeLevels of(SpikeCondition spike) {
        return new SpikeLevels(number(THRESHOLD, spike.threshold()), number(REARM, spike.rearm()));
    }

    /** A level that is a number. */
    public static Definition number(String key, double level) {
        return new Definition(key, Double.toString(level), new Expression.Literal(level));
    }

    /** Whether a level is one that parameters set. */
    public boolean followParameters() {
        return follows(threshold) || follows(rearm);
    }

    /** Whether the threshold is one that parameters set. */
    public boolean thresholdFollows() {
        return follows(threshold);
    }

    /** Of nearly all models it is a number: rows ask often, and lists of names take long. */
    private static boolean follows(Definition level) {
        return !(level.expression() instanceof Expression.Literal)
                && !level.expression().names().isEmpty();
    }

    /** Whether the parameters make levels that a condition may have: two numbers, the second not beyond the first. */
    boolean areSound(SpikeDirection direction, Function<String, Double> parameters) {
        double level = direction.sign() * value(threshold, parameters);
        return Double.isFinite(level) && direction.sign() * value(rearm, parameters) <= level;
    }

    /** A condition with the levels that parameters make, which are {@linkplain #areSound sound}. */
    SpikeCondition in(SpikeCondition spike, Function<String, Double> parameters) {
        return new SpikeCondition(
                spike.variable(),
                spike.direction(),
                value(threshold, parameters),
                value(rearm, parameters),
                spike.refractory(),
                spike.onsetSlope());
    }

    private static double value(Definition level, Function<String, Double> parameters) {
        return Evaluator.evaluate(level.expression(), parameters::apply);
    }
}
