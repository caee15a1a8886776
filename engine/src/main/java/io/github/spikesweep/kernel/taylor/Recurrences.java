package io.github.spikesweep.kernel.taylor;

import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Makes series of series by the recurrences of automatic differentiation (Moore 1966, Interval Analysis, ch. 11; Jorba &amp; Zou 2005, Exp. Math. 14:99–117, section 2).
 * Equal series are one. Products within a recurrence are summed by multiply-adds.
 */
final class Recurrences {
    /** Nearer to 0 than this, u/(e^u − 1) is taken from its series in u, since dividing by e^u − 1 would lose the digits of the coefficients. */
    private static final double NEAR = 0x1p-4;
    /** As far as the coefficients over time are computed there; what is missing shows in the slope at the end of the step. */
    private static final int NEAR_ORDER = 6;
    /** u/(e^u − 1) = 1 − u/2 + Σ c_j u^(2j), with c_j = B_2j/(2j)!, from j = 1 on. */
    private static final double[] EVEN = {1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1209600};

    private final ValueGraph graph;
    private final Map<String, Series> known = new HashMap<>();
    private int count;

    Recurrences(ValueGraph graph) {
        this.graph = graph;
    }

    ValueGraph graph() {
        return graph;
    }

    Series variable(Value first, Supplier<Series> slope) {
        return new Series(
                count++, Series.Kind.VARIABLE, first, k -> over(slope.get().coefficient(k - 1), k));
    }

    /** What has the same value during the whole step. */
    Series still(Value value) {
        return known("still " + value.id(), value, k -> graph.constant(0));
    }

    /** What rises or falls evenly during the step. */
    Series line(Value value, Value slope) {
        return known("line " + value.id() + " " + slope.id(), value, k -> k == 1 ? slope : graph.constant(0));
    }

    /** The difference of variables of two cells: where they are equal, each coefficient is exactly 0. */
    Series difference(Series from, Series subtracted) {
        IntFunction<Value> rule = k -> graph.subtract(from.coefficient(k), subtracted.coefficient(k));
        return new Series(count++, Series.Kind.DIFFERENCE, rule.apply(0), rule);
    }

    /** What has a multiple of another's slope: the multiple may differ between lanes, but not during a step. */
    Series scaled(Series of, Value scale) {
        return known(
                "scaled " + of.id() + " " + scale.id(),
                graph.multiply(scale, of.coefficient(0)),
                k -> graph.multiply(scale, of.coefficient(k)));
    }

    /** @param first its value, if it is known otherwise */
    Series of(Form form, Value first) {
        boolean isPlain =
                form.isAffine() && form.offset().isConstant(0) && form.scale().isConstant(1);
        if (isPlain) {
            return form.base();
        }
        return known("form " + form.key(), first, k -> {
            Value sum = sum(graph.constant(0), form, k, false);
            return sum(sum, form, k, true);
        });
    }

    /** What flows between cells comes last: where it is 0, the rest has the bits that it has without. */
    private Value sum(Value before, Form form, int order, boolean ofDifferences) {
        Value sum = before;
        for (Map.Entry<Series, Value> term : form.multiples().entrySet()) {
            if (term.getKey().isDifference() == ofDifferences) {
                sum = plus(sum, term.getValue(), term.getKey().coefficient(order));
            }
        }
        for (Map.Entry<Series, Form> term : form.products().entrySet()) {
            if (term.getKey().isDifference() == ofDifferences) {
                Form factor = term.getValue();
                boolean isScaled = factor.isAffine();
                Series left = isScaled ? factor.base() : of(factor, value(factor));
                Value product = product(left, term.getKey()).coefficient(order);
                sum = plus(sum, isScaled ? factor.scale() : graph.constant(1), product);
            }
        }
        return sum;
    }

    /** The value of a form. */
    Value value(Form form) {
        Value sum = form.offset();
        for (Map.Entry<Series, Value> term : form.multiples().entrySet()) {
            sum = plus(sum, term.getValue(), term.getKey().coefficient(0));
        }
        for (Map.Entry<Series, Form> term : form.products().entrySet()) {
            sum = plus(sum, value(term.getValue()), term.getKey().coefficient(0));
        }
        return sum;
    }

    private Value plus(Value sum, Value scale, Value value) {
        if (value.isConstant(0)) {
            return sum;
        }
        // What is computed once a step is not to be taken apart.
        return scale.isInvariant() ? graph.add(sum, graph.multiply(scale, value)) : graph.fma(scale, value, sum);
    }

    Series product(Series a, Series b) {
        if (a.id() > b.id()) {
            return product(/* a= */ b, /* b= */ a);
        }
        Value first = graph.multiply(a.coefficient(0), b.coefficient(0));
        return known(
                "product " + a.id() + " " + b.id(),
                first,
                k -> a == b ? square(a, k) : sum(k, 0, k, a::coefficient, b::coefficient));
    }

    /** Each product of two different coefficients is there twice. */
    private Value square(Series a, int order) {
        Value twice = graph.multiply(graph.constant(2), sum(order, 0, (order - 1) / 2, a::coefficient, a::coefficient));
        return order % 2 == 0 ? fused(a.coefficient(order / 2), a.coefficient(order / 2), twice) : twice;
    }

    /** Σ a_j b_(k−j) over j from {@code from} to {@code to}. */
    private Value sum(int k, int from, int to, IntFunction<Value> a, IntFunction<Value> b) {
        Value sum = graph.constant(0);
        for (int j = from; j <= to; j++) {
            sum = fused(a.apply(j), b.apply(k - j), sum);
        }
        return sum;
    }

    private Value fused(Value a, Value b, Value sum) {
        return a.isConstant(0) || b.isConstant(0) ? sum : graph.fma(a, b, sum);
    }

    private Value over(Value value, int divisor) {
        return graph.multiply(graph.constant(1.0 / divisor), value);
    }

    /** The coefficient of an order of the derivative by the time. */
    private Value slope(Series of, int order) {
        return order == 0 ? of.coefficient(1) : graph.multiply(graph.constant(order + 1), of.coefficient(order + 1));
    }

    Series power(Series base, int exponent) {
        if (exponent == 1) {
            return base;
        }
        return exponent % 2 == 0
                ? product(power(base, exponent / 2), power(base, exponent / 2))
                : product(power(base, exponent - 1), base);
    }

    /** p = y^e with an exponent that does not change: y p' = e y' p. */
    Series power(Series base, Value exponent, Value first) {
        Value inverse = graph.divide(graph.constant(1), base.coefficient(0));
        String key = "power " + base.id() + " " + exponent.id();
        return known(key, first, k -> {
            Series self = known.get(key);
            Value risen = sum(k - 1, 0, k - 1, j -> slope(base, j), self::coefficient);
            Value rest = graph.constant(0);
            for (int j = 1; j < k; j++) {
                rest = fused(slope(self, j - 1), base.coefficient(k - j), rest);
            }
            return graph.multiply(over(inverse, k), graph.subtract(graph.multiply(exponent, risen), rest));
        });
    }

    private Series growth(Series base, Value scale) {
        String key = "growth " + base.id() + " " + scale.id();
        return known(key, graph.constant(1), k -> {
            Series self = known.get(key);
            Value sum = slope(base, k - 1);
            for (int j = 1; j < k; j++) {
                sum = fused(slope(base, j - 1), self.coefficient(k - j), sum);
            }
            return graph.multiply(over(scale, k), sum);
        });
    }

    /** e to a form, over what it is at the start of the step. */
    Series growth(Form exponent) {
        return exponent.isAffine()
                ? growth(exponent.base(), exponent.scale())
                : growth(of(exponent, value(exponent)), graph.constant(1));
    }

    /** e to a form. */
    Series exp(Form exponent, Value first) {
        Series growth = growth(exponent);
        return known("exp " + growth.id() + " " + first.id(), first, k -> graph.multiply(first, growth.coefficient(k)));
    }

    /** @param first its value */
    Series quotient(Form dividend, Form divisor, Value first) {
        boolean isAffine = divisor.isAffine();
        Series base = isAffine ? divisor.base() : of(divisor, value(divisor));
        Value scale = isAffine ? divisor.scale() : graph.constant(1);
        Series above = dividend.isConstant() ? still(dividend.offset()) : of(dividend, value(dividend));
        Value inverse = graph.divide(graph.constant(1), value(divisor));
        Value factor = graph.negate(graph.multiply(scale, inverse));
        String key = "quotient " + dividend.key() + divisor.key();
        return known(key, first, k -> {
            Series self = known.get(key);
            Value own = plus(graph.constant(0), inverse, above.coefficient(k));
            return plus(own, factor, sum(k, 1, k, base::coefficient, self::coefficient));
        });
    }

    /**
     * u/(e^u − 1) = B: with e^u = E, B_k (E₀ − 1) = u_k − Σ E_j B_(k−j), which means nothing near u = 0.
     *
     * @param exprel the value of (e^u − 1)/u
     * @param first that of its inverse
     */
    Series bernoulli(Form form, Value exprel, Value first) {
        Series u = of(form, value(form));
        Series base = form.isAffine() ? form.base() : u;
        Series growth = growth(form);
        Value far = graph.subtract(graph.constant(1), near(u.coefficient(0)));
        Value difference = graph.multiply(u.coefficient(0), exprel);
        Value inverse = graph.divide(far, graph.add(difference, near(u.coefficient(0))));
        Value rise = form.isAffine() ? graph.multiply(form.scale(), inverse) : inverse;
        Value factor = graph.negate(graph.add(far, inverse));
        String key = "bernoulli " + u.id();
        return known(key, first, k -> {
            Series self = known.get(key);
            Value sum = sum(k, 1, k, growth::coefficient, self::coefficient);
            Value quotient = plus(plus(graph.constant(0), rise, base.coefficient(k)), factor, sum);
            if (k > NEAR_ORDER) {
                return quotient;
            }
            Value series = plus(even(u).coefficient(k), graph.constant(-0.5), u.coefficient(k));
            return plus(quotient, near(u.coefficient(0)), series);
        });
    }

    private Series even(Series u) {
        Series square = product(u, u);
        Series sum = still(graph.constant(0));
        for (int j = EVEN.length - 1; j >= 0; j--) {
            Form form = new Form(graph);
            form.add(sum, graph.constant(1));
            form.addConstant(graph.constant(EVEN[j]));
            sum = product(of(form, value(form)), square);
        }
        return sum;
    }

    /** 1 where the absolute value is below {@link #NEAR}, 0 where it is not. */
    private Value near(Value u) {
        Value size = graph.apply(Operation.ABS, List.of(u));
        // No difference of numbers here is smaller than 2^−57, unless it is 0.
        Value sign = graph.multiply(graph.constant(0x1p60), graph.subtract(graph.constant(NEAR), size));
        Value positive = graph.apply(Operation.MAX, List.of(sign, graph.constant(0)));
        return graph.apply(Operation.MIN, List.of(positive, graph.constant(1)));
    }

    /**
     * Any function of one argument whose derivative by it is known.
     *
     * @param key tells it apart
     * @param derivative may itself contain the function
     */
    Series function(String key, Series argument, Value first, Supplier<Series> derivative) {
        return known(key + " " + argument.id(), first, k -> {
            Series by = derivative.get();
            return over(sum(k - 1, 0, k - 1, j -> slope(argument, j), by::coefficient), k);
        });
    }

    private Series known(String key, Value first, IntFunction<Value> rule) {
        Series series = known.get(key);
        if (series == null) {
            series = new Series(count++, Series.Kind.OTHER, first, rule);
            known.put(key, series);
        }
        return series;
    }
}
