package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.kernel.graph.Dependence;
import io.github.spikesweep.kernel.graph.Value;
import java.util.List;
import java.util.Optional;

/** Lowers one call of a function. */
final class CallLowering extends GraphArithmetic implements Lowering<Value> {
    private final ExpressionLowering expressions;
    private final Expression.Call call;
    private final List<Expression> exponents;

    CallLowering(ExpressionLowering expressions, Expression.Call call) {
        super(expressions.graph(), expressions.conditions());
        this.expressions = expressions;
        this.call = call;
        this.exponents = call.function().exponents(call.arguments(), blend());
    }

    @Override
    public Value argument(int index) {
        return expressions.lower(call.arguments().get(index));
    }

    @Override
    public boolean isInLoop() {
        return arguments().stream().anyMatch(argument -> argument.dependence() == Dependence.STATE);
    }

    private List<Value> arguments() {
        return call.arguments().stream().map(expressions::lower).toList();
    }

    @Override
    public Value library() {
        return expressions.graph().call(call.function(), arguments());
    }

    @Override
    public Value power(Value base, Value exponent) {
        return expressions.powers().power(base, exponent);
    }

    @Override
    public Value exponential(int index) {
        return expressions.exp(exponents.get(index));
    }

    @Override
    public Optional<Value> sharedExponential(int index) {
        return expressions.shared(exponents.get(index));
    }

    @Override
    public Value ln(Value x) {
        return expressions.logarithms().ln(x);
    }

    @Override
    public Value log10(Value x) {
        return expressions.logarithms().log10(x);
    }

    @Override
    public Value expm1(Value u, double limit) {
        return expressions.exponentials().expm1(u, limit);
    }

    @Override
    public Value exprel(Value u, double limit) {
        return expressions.exponentials().exprel(u, limit);
    }

    @Override
    public double largestExponent() {
        return expressions.rounding().largestExponent();
    }

    @Override
    public double infiniteExponent() {
        return expressions.rounding().infiniteExponent();
    }

    @Override
    public double limit(int argument) {
        return expressions.limit(call.arguments().get(argument));
    }

    @Override
    public double blend() {
        return expressions.rounding().blend();
    }

    @Override
    public Value floor(Value x) {
        return expressions.floor(x);
    }

    @Override
    public Value compare(Value a, Value b) {
        return expressions.compare(Operator.LESS, a, b);
    }

    @Override
    public Value atStart(Value t) {
        return Symbols.isTime(t) ? expressions.symbols().start() : t;
    }

    @Override
    public Value within(Value t, Value from, Value to) {
        return expressions.within(t, from, to);
    }
}
