package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Lowering;
import java.util.Optional;

/** Computes a function as a kernel does, but with plain numbers and the library's exponentials. */
final class PlainLowering implements Lowering<Double> {
    private final Function function;
    private final double[] arguments;
    private final boolean inLoop;

    PlainLowering(Function function, double[] arguments, boolean inLoop) {
        this.function = function;
        this.arguments = arguments;
        this.inLoop = inLoop;
    }

    @Override
    public boolean isInLoop() {
        return inLoop;
    }

    @Override
    public Double constant(double value) {
        return value;
    }

    @Override
    public Double add(Double a, Double b) {
        return a + b;
    }

    @Override
    public Double subtract(Double a, Double b) {
        return a - b;
    }

    @Override
    public Double multiply(Double a, Double b) {
        return a * b;
    }

    @Override
    public Double divide(Double a, Double b) {
        return a / b;
    }

    @Override
    public Double sqrt(Double x) {
        return Math.sqrt(x);
    }

    @Override
    public Double abs(Double x) {
        return Math.abs(x);
    }

    @Override
    public Double floor(Double x) {
        return Math.floor(x);
    }

    @Override
    public Double min(Double a, Double b) {
        return Math.min(a, b);
    }

    @Override
    public Double max(Double a, Double b) {
        return Math.max(a, b);
    }

    @Override
    public Double less(Double a, Double b) {
        return a < b ? 1.0 : 0.0;
    }

    @Override
    public Double where(Double condition, Double a, Double b) {
        return condition != 0 ? a : b;
    }

    @Override
    public Double argument(int index) {
        return arguments[index];
    }

    @Override
    public Double library() {
        return function.apply(arguments);
    }

    @Override
    public Double power(Double base, Double exponent) {
        return StrictMath.pow(base, exponent);
    }

    @Override
    public Double exponential(int index) {
        return sharedExponential(index).orElseThrow();
    }

    @Override
    public Optional<Double> sharedExponential(int index) {
        var exponents = function.exponents(FunctionContract.names(arguments.length), blend());
        return Optional.of(StrictMath.exp(FunctionContract.evaluate(exponents.get(index), arguments)));
    }

    @Override
    public Double ln(Double x) {
        return StrictMath.log(x);
    }

    @Override
    public Double log10(Double x) {
        return StrictMath.log10(x);
    }

    @Override
    public Double expm1(Double u, double limit) {
        return StrictMath.expm1(u);
    }

    @Override
    public Double exprel(Double u, double limit) {
        return Exprel.value(u);
    }

    @Override
    public double largestExponent() {
        return 700;
    }

    @Override
    public double infiniteExponent() {
        return 750;
    }

    @Override
    public double limit(int argument) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double blend() {
        return 1e-12;
    }

    @Override
    public Double atStart(Double t) {
        return t;
    }

    @Override
    public Double within(Double t, Double from, Double to) {
        return from <= t && t < to ? 1.0 : 0.0;
    }
}
