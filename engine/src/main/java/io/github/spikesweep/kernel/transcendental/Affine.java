package io.github.spikesweep.kernel.transcendental;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.Rational;
import java.util.Map;
import java.util.Optional;

/**
 * An expression of the form scale · variable + offset, with exact coefficients.
 *
 * @param variable the one name in it; empty if there is none, and then the scale is zero
 */
record Affine(String variable, Rational scale, Rational offset) {

    /**
     * The affine form of {@code expression}, if it has one.
     *
     * @param let the forms of auxiliary names, empty for those that have none
     */
    static Optional<Affine> of(Expression expression, Map<String, Optional<Affine>> let) {
        if (expression instanceof Expression.Literal literal) {
            return Rational.of(literal.value()).map(value -> new Affine("", Rational.ZERO, value));
        }
        if (expression instanceof Expression.Name name) {
            Optional<Affine> form = let.get(name.name());
            return form != null ? form : Optional.of(new Affine(name.name(), Rational.ONE, Rational.ZERO));
        }
        if (expression instanceof Expression.Negation negation) {
            return of(negation.operand(), let).map(a -> new Affine(a.variable, a.scale.negated(), a.offset.negated()));
        }
        if (expression instanceof Expression.Operation operation) {
            return of(operation.left(), let)
                    .flatMap(left ->
                            of(operation.right(), let).flatMap(right -> combine(operation.operator(), left, right)));
        }
        return Optional.empty();
    }

    private static Optional<Affine> combine(Operator operator, Affine left, Affine right) {
        return switch (operator) {
            case ADD -> sum(left, right);
            case SUBTRACT -> sum(left, new Affine(right.variable, right.scale.negated(), right.offset.negated()));
            case MULTIPLY ->
                left.isNumber()
                        ? right.times(left.offset)
                        : right.isNumber() ? left.times(right.offset) : Optional.empty();
            case DIVIDE ->
                right.isNumber() && !right.offset.isZero()
                        ? Rational.ONE.over(right.offset).flatMap(left::times)
                        : Optional.empty();
            case POWER, OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> Optional.empty();
        };
    }

    private static Optional<Affine> sum(Affine left, Affine right) {
        boolean oneVariable = left.isNumber() || right.isNumber() || left.variable.equals(right.variable);
        String variable = left.isNumber() ? right.variable : left.variable;
        return !oneVariable
                ? Optional.empty()
                : left.scale
                        .plus(right.scale)
                        .flatMap(scale ->
                                left.offset.plus(right.offset).map(offset -> new Affine(variable, scale, offset)));
    }

    private Optional<Affine> times(Rational factor) {
        return scale.times(factor).flatMap(s -> offset.times(factor).map(o -> new Affine(variable, s, o)));
    }

    private boolean isNumber() {
        return variable.isEmpty();
    }
}
