package io.github.spikesweep.kernel.taylor;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.function.Exp;
import io.github.spikesweep.equation.function.Exprel;
import io.github.spikesweep.equation.function.Log;
import io.github.spikesweep.equation.function.Pow;
import io.github.spikesweep.equation.function.Ramp;
import io.github.spikesweep.equation.function.Stimulus;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.quotient.VanishingQuotients;
import io.github.spikesweep.model.CellDifferences;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** The series of expressions, which are {@linkplain io.github.spikesweep.model.Smoothness smooth}. */
public final class ExpressionSeries {
    /** Products are taken apart into no more terms. */
    private static final int MOST_TERMS = 16;

    private static final int LARGEST_POWER = 64;

    private final Recurrences recurrences;
    private final ValueGraph graph;
    private final Function<Expression, Value> lowering;
    private final Function<Value, Value> inMiddle;
    private final Map<String, Series> names;
    private final Map<String, Expression> formulas;
    private final Set<String> once;
    private final IdentityHashMap<Expression, Form> done = new IdentityHashMap<>();

    /**
     * @param lowering gives the value of an expression
     * @param inMiddle gives the same value in the middle of the longest step that may be taken
     * @param names the series of names that are not constant; may grow
     * @param formulas those of other names
     * @param once the names among these that are used in one place only: what they stand for is best seen together with that
     */
    ExpressionSeries(
            Recurrences recurrences,
            Function<Expression, Value> lowering,
            Function<Value, Value> inMiddle,
            Map<String, Series> names,
            Map<String, Expression> formulas,
            Set<String> once) {
        this.recurrences = recurrences;
        this.graph = recurrences.graph();
        this.lowering = lowering;
        this.inMiddle = inMiddle;
        this.names = names;
        this.formulas = formulas;
        this.once = once;
    }

    Series of(Expression expression) {
        return recurrences.of(form(expression), value(expression));
    }

    private Value value(Expression expression) {
        return lowering.apply(expression);
    }

    private boolean isConstant(Expression expression) {
        return value(expression).isInvariant();
    }

    private Form form(Expression expression) {
        Form form = done.get(expression);
        if (form == null) {
            form = isConstant(expression) ? constant(value(expression)) : changing(expression);
            done.put(expression, form);
        }
        return form;
    }

    private Form constant(Value value) {
        Form form = new Form(graph);
        form.addConstant(value);
        return form;
    }

    private Form single(Series series) {
        Form form = new Form(graph);
        form.add(series, graph.constant(1));
        return form;
    }

    private Form changing(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return name(name.name());
        }
        if (expression instanceof Expression.Negation negation) {
            return combined(graph.constant(-1), form(negation.operand()), constant(graph.constant(0)), 0);
        }
        if (expression instanceof Expression.Operation operation) {
            return operation(operation);
        }
        return call((Expression.Call) expression);
    }

    /** Where digits are lost, the value is none already. */
    private Form name(String name) {
        if (VanishingQuotients.isGuard(name)) {
            return constant(graph.constant(1));
        }
        if (once.contains(name)) {
            return form(formulas.get(name));
        }
        Series series = names.get(name);
        if (series == null) {
            series = CellDifferences.isOne(name) ? difference(name) : of(formulas.get(name));
            names.put(name, series);
        }
        return single(series);
    }

    private Series difference(String name) {
        List<String> variables = CellDifferences.variables(name);
        return recurrences.difference(names.get(variables.get(0)), names.get(variables.get(1)));
    }

    /** {@code scale · a + times · b}. */
    private Form combined(Value scale, Form a, Form b, double times) {
        Form form = new Form(graph);
        form.add(a, scale);
        form.add(b, graph.constant(times));
        return form;
    }

    private Form operation(Expression.Operation operation) {
        Expression left = operation.left();
        Expression right = operation.right();
        return switch (operation.operator()) {
            case ADD -> combined(graph.constant(1), form(left), form(right), 1);
            case SUBTRACT -> combined(graph.constant(1), form(left), form(right), -1);
            case MULTIPLY -> product(form(left), form(right));
            case DIVIDE -> quotient(operation);
            case POWER -> power(operation, left, right);
            case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> throw unsmooth(operation);
        };
    }

    private static IllegalArgumentException unsmooth(Expression expression) {
        return new IllegalArgumentException("not smooth: " + expression);
    }

    private Form scaled(Form form, Value scale) {
        Form scaled = new Form(graph);
        scaled.add(form, scale);
        return scaled;
    }

    private Form product(Form a, Form b) {
        if (a.isConstant()) {
            return scaled(b, a.offset());
        }
        if (b.isConstant()) {
            return scaled(a, b.offset());
        }
        Form product = new Form(graph);
        boolean aIsVariable = a.isAffine() && a.base().isVariable();
        boolean bIsVariable = b.isAffine() && b.base().isVariable();
        if (b.isAffine() && (bIsVariable || !aIsVariable) && a.size() <= MOST_TERMS) {
            expand(product, a, b);
        } else if (a.isAffine() && b.size() <= MOST_TERMS) {
            expand(product, b, a);
        } else {
            Series both = recurrences.product(series(a), series(b));
            product.add(both, graph.constant(1));
        }
        return product;
    }

    private void expand(Form product, Form factor, Form affine) {
        if (!affine.offset().isConstant(0)) {
            product.add(factor, affine.offset());
        }
        product.addProduct(affine.base(), factor, affine.scale());
    }

    private Series series(Form form) {
        return recurrences.of(form, recurrences.value(form));
    }

    private Form quotient(Expression.Operation operation) {
        Form dividend = form(operation.left());
        if (isConstant(operation.right())) {
            return scaled(dividend, graph.divide(graph.constant(1), value(operation.right())));
        }
        if (operation.right() instanceof Expression.Call call && call.function() instanceof Exprel) {
            return product(dividend, inverseExprel(call));
        }
        return single(recurrences.quotient(dividend, form(operation.right()), value(operation)));
    }

    private Form inverseExprel(Expression.Call call) {
        Expression inverse = Expression.number(1).over(call);
        return single(recurrences.bernoulli(form(call.arguments().get(0)), value(call), value(inverse)));
    }

    private Form power(Expression power, Expression base, Expression exponent) {
        OptionalInt whole = wholePower(exponent);
        if (whole.isPresent()) {
            return whole.getAsInt() > 0
                    ? wholePower(form(base), whole.getAsInt())
                    : single(recurrences.quotient(
                            constant(graph.constant(1)), wholePower(form(base), -whole.getAsInt()), value(power)));
        }
        if (isConstant(exponent)) {
            return single(recurrences.power(of(base), value(exponent), value(power)));
        }
        Expression logarithm = exponent.times(Expression.call(new Log(), base));
        return exponential(logarithm, value(power));
    }

    private Form exponential(Expression exponent, Value first) {
        Form form = new Form(graph);
        form.add(recurrences.growth(form(exponent)), first);
        return form;
    }

    private Form wholePower(Form base, int exponent) {
        boolean isMultiple = base.isAffine() && base.offset().isConstant(0);
        Series of = isMultiple ? base.base() : series(base);
        Form form = new Form(graph);
        form.add(recurrences.power(of, exponent), isMultiple ? graph.power(base.scale(), exponent) : graph.constant(1));
        return form;
    }

    private Form call(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        if (call.function() instanceof Exp) {
            return exponential(arguments.get(0), value(call));
        }
        if (call.function() instanceof Exprel) {
            Form inverse = inverseExprel(call);
            return single(recurrences.quotient(constant(graph.constant(1)), inverse, value(call)));
        }
        if (call.function() instanceof Pow) {
            return power(call, arguments.get(0), arguments.get(1));
        }
        if (call.function() instanceof Stimulus) {
            return single(stimulus(call));
        }
        if (arguments.size() != 1) {
            throw unsmooth(call);
        }
        Series argument = of(arguments.get(0));
        Expression derivative = call.function().derivative(arguments, 0);
        return single(
                recurrences.function(call.function().signature().label(), argument, value(call), () -> of(derivative)));
    }

    /** No step straddles an edge of it. */
    private Series stimulus(Expression.Call call) {
        return call.function() instanceof Ramp ramp
                ? recurrences.line(value(call), inMiddle.apply(value(ramp.derivative(call.arguments(), 0))))
                : recurrences.still(value(call));
    }

    /** The exponent, if it is a small whole number other than 0. */
    private static OptionalInt wholePower(Expression exponent) {
        if (exponent instanceof Expression.Negation negation) {
            OptionalInt whole = wholePower(negation.operand());
            return whole.isPresent() ? OptionalInt.of(-whole.getAsInt()) : whole;
        }
        boolean isWhole = exponent instanceof Expression.Literal literal
                && literal.value() == StrictMath.rint(literal.value())
                && literal.value() != 0
                && Math.abs(literal.value()) <= LARGEST_POWER;
        return isWhole ? OptionalInt.of((int) ((Expression.Literal) exponent).value()) : OptionalInt.empty();
    }
}
