package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;
import java.util.Optional;

/** {@code exprel(u)}: (e^u − 1)/u, and 1 at 0: the quotient in many rate equations, without its singularity. */
public record Exprel() implements Function {
    /** Below, the derivative is computed by its Taylor series at 0, since the quotient loses digits. */
    private static final double NEAR_ZERO = 0.1;

    /** k/(k + 1)!, the coefficients of the derivative. */
    private static final double[] SLOPE = {
        1.0 / 2, 1.0 / 3, 1.0 / 8, 1.0 / 30, 1.0 / 144, 1.0 / 840, 1.0 / 5760, 1.0 / 45360, 1.0 / 403200
    };

    @Override
    public Signature signature() {
        return new Signature("exprel", 1, Signature.Units.NUMBERS);
    }

    public static double value(double u) {
        return u == 0 ? 1 : StrictMath.expm1(u) / u;
    }

    @Override
    public double apply(double... x) {
        return value(x[0]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        // The limits where the quotient has no value: 0 at minus infinity, infinity at infinity.
        return new Interval(limit(x.get(0).low()), limit(x.get(0).high()));
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        Expression u = x.get(0);
        Expression quotient =
                Expression.call(new Exp(), u).minus(Expression.call(this, u)).over(u);
        Expression series = Expression.number(SLOPE[SLOPE.length - 1]);
        for (int k = SLOPE.length - 2; k >= 0; k--) {
            series = series.times(u).plus(Expression.number(SLOPE[k]));
        }
        Expression isSmall = Expression.call(new Abs(), u).lessThan(Expression.number(NEAR_ZERO));
        return Expression.call(new Where(), isSmall, series, quotient);
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        if (!to.isInLoop()) {
            return to.library();
        }
        return isCutOff(to) ? to.divide(cutOff(to), excess(to)) : to.exprel(to.argument(0), to.limit(0));
    }

    private static boolean isCutOff(Lowering<?> to) {
        return !(to.limit(0) < to.largestExponent());
    }

    private static <V> V cutOff(Lowering<V> to) {
        double largest = to.largestExponent();
        return to.exprel(to.max(to.argument(0), to.constant(-largest)), largest);
    }

    /** By how much the argument is below what is cut off: there e^u is 0 and the function −1/u. */
    private static <V> V excess(Lowering<V> to) {
        V size = to.multiply(to.constant(-1 / to.largestExponent()), to.argument(0));
        return to.max(size, to.constant(1));
    }

    @Override
    public List<Expression> exponents(List<Expression> x, double blend) {
        return blend > 0 ? x : List.of();
    }

    @Override
    public <V> Optional<V> quotient(V dividend, Lowering<V> to) {
        Optional<V> shared = to.blend() == 0
                ? Optional.empty()
                : to.sharedExponential(0).map(power -> to.multiply(dividend, reciprocal(to, power)));
        boolean divided = shared.isEmpty() && to.isInLoop() && isCutOff(to);
        return divided ? Optional.of(to.divide(to.multiply(dividend, excess(to)), cutOff(to))) : shared;
    }

    /**
     * u/(e^u − 1) from a shared exponential. The difference e^u − 1 loses digits near u = 0, where the quotient is blended into
     * its series 1 − u/2: (u(e^u − 1) + ε(1 − u/2)) / ((e^u − 1)² + ε). With ε = 1e-12, the blend is
     * accurate to 2e-10 for any u; an error of 1e-14 in the exponential adds at most 5e-9, near u² = ε.
     */
    private static <V> V reciprocal(Lowering<V> to, V power) {
        double blend = to.blend();
        V u = to.argument(0);
        V difference = to.add(power, to.constant(-1));
        V shifted = to.add(power, to.constant(-1 - blend / 2));
        return to.divide(
                to.add(to.multiply(u, shifted), to.constant(blend)),
                to.add(to.multiply(difference, difference), to.constant(blend)));
    }

    private static double limit(double u) {
        return Double.isInfinite(u) ? Math.max(u, 0) : value(u);
    }
}
