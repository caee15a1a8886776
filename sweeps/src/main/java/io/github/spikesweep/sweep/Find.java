package io.github.spikesweep.sweep;

import io.github.spikesweep.circuit.ColumnNames;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.simulation.spike.RegimeRule;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.output.OutputCatalog;
import java.io.Serializable;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

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
 * @param inner what is found anew in each of these simulations, each of which then is the one at that value; none or one
 */
public record Find(
        String name,
        String description,
        double low,
        double high,
        FeatureCondition condition,
        double tolerance,
        List<Find> inner)
        implements Serializable {
    /** Nothing is looked for. */
    public static final Find NONE = new Find(
            "", "", 0, 0, new FeatureCondition(new Expression.Literal(0), List.of()), Double.MIN_VALUE, List.of());

    /** The most trials of a row. */
    public static final int MOST_TRIALS = 10_000;

    public Find {
        inner = List.copyOf(inner);
    }

    /** Whether there is something to look for. */
    public boolean isPresent() {
        return !name.isEmpty();
    }

    /** The same by a rule for regimes. */
    public Find by(RegimeRule rule) {
        List<Output.Figure> figures = condition.figures().stream()
                .map(figure -> (Output.Figure) Output.by(rule, figure))
                .toList();
        return new Find(
                name,
                description,
                low,
                high,
                new FeatureCondition(condition.expression(), figures),
                tolerance,
                inner.stream().map(find -> find.by(rule)).toList());
    }

    /** How often the interval is halved. */
    public int halvings() {
        int halvings = 0;
        for (double width = high - low; width > tolerance; width /= 2) {
            halvings++;
        }
        return halvings;
    }

    /** How many values are tried at most: both ends, and one for every halving. */
    public int mostValues() {
        return 2 + halvings();
    }

    /** How often a row is simulated at most: once for every value that is tried, and there for each of what is found within; once if nothing is looked for. */
    public int mostTrials() {
        return all().stream().mapToInt(Find::mostValues).reduce(1, Math::multiplyExact);
    }

    /** All that is found: this, then what is found within; empty if nothing is looked for. */
    public List<Find> all() {
        return isPresent()
                ? Stream.concat(Stream.of(this), inner.stream().flatMap(find -> find.all().stream()))
                        .toList()
                : List.of();
    }

    /** Whether a quantity is found. */
    public boolean finds(String quantity) {
        return all().stream().anyMatch(find -> find.name.equals(quantity));
    }

    /** A value between two others, which it may equal only if they are neighbouring doubles. */
    public static double between(double low, double high) {
        return low + (high - low) / 2;
    }

    /** {@code point} with a value of the quantity. */
    public Point at(Point point, double value) {
        return point.with(name, value);
    }

    /** {@code point} with a value of each quantity that is found. */
    public Point atEach(Point point, ToDoubleFunction<Find> value) {
        Point at = point;
        for (Find find : all()) {
            at = find.at(at, value.applyAsDouble(find));
        }
        return at;
    }

    /**
     * The column that says whether a quantity is found; that of one found within others has its name.
     *
     * @param depth within how many others
     */
    public static String statusColumn(String name, int depth) {
        return (depth > 0 ? ColumnNames.of(name) + "_" : "") + OutputCatalog.FIND_STATUS;
    }
}
