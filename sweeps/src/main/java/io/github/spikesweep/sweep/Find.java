package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.simulation.spike.RegimeRule;
import java.io.Serializable;
import java.util.List;

/**
 * What every row looks for: the value of a quantity at which a condition starts to hold. A row is simulated at both ends of an
 * interval, and then at the middle of what is left of it, until that is no wider than the tolerance.
 *
 * @param name the quantity: {@code input}, a parameter, a variable or a name that expressions use
 * @param description what it is, or empty
 * @param low the lower end
 * @param high the upper end
 * @param condition what starts to hold
 * @param tolerance how far apart at most the value found and one at which the condition does not hold are
 */
public record Find(
        String name, String description, double low, double high, FeatureCondition condition, double tolerance)
        implements Serializable {
    /** Nothing is looked for. */
    public static final Find NONE =
            new Find("", "", 0, 0, new FeatureCondition(new Expression.Literal(0), List.of()), Double.MIN_VALUE);

    /** Whether there is something to look for. */
    public boolean isPresent() {
        return !name.isEmpty();
    }

    /** The same by a rule for regimes. */
    public Find by(RegimeRule rule) {
        List<Output.Figure> figures = condition.figures().stream()
                .map(figure -> (Output.Figure) Output.by(rule, figure))
                .toList();
        return new Find(name, description, low, high, new FeatureCondition(condition.expression(), figures), tolerance);
    }

    /** How often the interval is halved. */
    public int halvings() {
        int halvings = 0;
        for (double width = high - low; width > tolerance; width /= 2) {
            halvings++;
        }
        return halvings;
    }

    /** How often a row is simulated at most: at both ends, and once for every halving; once if nothing is looked for. */
    public int mostTrials() {
        return isPresent() ? 2 + halvings() : 1;
    }

    /** A value between two others, which it may equal only if they are neighbouring doubles. */
    public static double between(double low, double high) {
        return low + (high - low) / 2;
    }

    /** {@code point} with a value of the quantity. */
    public Point at(Point point, double value) {
        return isPresent() ? point.with(name, value) : point;
    }
}
