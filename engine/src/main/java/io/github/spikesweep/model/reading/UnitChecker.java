package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.Signature;
import io.github.spikesweep.equation.reading.SourceMap;
import io.github.spikesweep.unit.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the units of expressions, and refuses those that cannot be right: {@code v + gna}. Literals and names without a unit
 * are free, that is, compatible with any unit, as is any product with one. So everything that is refused is wrong, but not
 * everything that is wrong is refused.
 */
record UnitChecker(Declarations declarations, SourceMap places) {
    private static final double LARGEST_POWER = 64;
    private static final int MOST_WORDS = 100;

    /**
     * The unit of an expression; empty if it is free.
     *
     * @param start where the expression starts
     * @throws InputException at the operator or function whose operands do not go together
     */
    Optional<Unit> unit(Expression expression, Position start) {
        if (expression instanceof Expression.Literal) {
            return Optional.empty();
        }
        if (expression instanceof Expression.Name name) {
            return declarations.unit(name.name());
        }
        if (expression instanceof Expression.Negation negation) {
            return unit(negation.operand(), start);
        }
        Position place = places.position(expression, start);
        if (expression instanceof Expression.Operation operation) {
            return operation(operation, unit(operation.left(), start), unit(operation.right(), start), place);
        }
        Expression.Call call = (Expression.Call) expression;
        return call(
                call,
                call.arguments().stream().map(argument -> unit(argument, start)).toList(),
                place);
    }

    private static Optional<Unit> operation(
            Expression.Operation operation, Optional<Unit> left, Optional<Unit> right, Position place) {
        Operator operator = operation.operator();
        return switch (operator) {
            case OR, AND -> Optional.empty();
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> {
                same(left, right, place, operator);
                yield Optional.empty();
            }
            case ADD, SUBTRACT -> same(left, right, place, operator);
            case MULTIPLY -> left.flatMap(a -> right.map(b -> small(a.times(b), place)));
            case DIVIDE -> left.flatMap(a -> right.map(b -> small(a.over(b), place)));
            case POWER -> power(left, operation.right(), right, place);
        };
    }

    private static Optional<Unit> power(
            Optional<Unit> base, Expression exponent, Optional<Unit> unitOfExponent, Position place) {
        checkNumber("an exponent", unitOfExponent, place);
        return exponent instanceof Expression.Literal literal
                        && Math.rint(2 * literal.value()) == 2 * literal.value()
                        && Math.abs(literal.value()) <= LARGEST_POWER
                ? base.map(unit -> unit.power(literal.value()))
                : Optional.empty();
    }

    private static Optional<Unit> call(Expression.Call call, List<Optional<Unit>> x, Position place) {
        Signature signature = call.function().signature();
        return switch (signature.units()) {
            case NUMBERS -> {
                x.forEach(unit -> checkNumber("the argument of " + signature.label(), unit, place));
                yield Optional.empty();
            }
            case ROOT -> x.get(0).map(unit -> unit.power(0.5));
            case POWER -> power(x.get(0), call.arguments().get(1), x.get(1), place);
            case KEPT -> same(x, place, signature);
            case CHOSEN -> same(x.subList(1, x.size()), place, signature);
            case COMPARED -> {
                same(x, place, signature);
                yield Optional.empty();
            }
        };
    }

    /** Checks that a product does not have too many different units. */
    private static Unit small(Unit unit, Position place) {
        if (unit.size() > MOST_WORDS) {
            throw new InputException(
                    place, "a product of " + unit.size() + " different units; at most " + MOST_WORDS + " are accepted");
        }
        return unit;
    }

    private static void checkNumber(String what, Optional<Unit> unit, Position place) {
        if (unit.isPresent() && !unit.get().isNumber()) {
            throw new InputException(place, what + " must be a pure number, found " + unit.get());
        }
    }

    private static Optional<Unit> same(Optional<Unit> left, Optional<Unit> right, Position place, Operator operator) {
        if (left.isPresent() && right.isPresent() && !left.get().isSameAs(right.get())) {
            String sum = switch (operator) {
                case ADD -> "cannot add " + left.get() + " and " + right.get();
                case SUBTRACT -> "cannot subtract " + right.get() + " from " + left.get();
                case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                    "cannot compare " + left.get() + " with " + right.get();
                case MULTIPLY, DIVIDE, POWER, OR, AND -> throw new IllegalArgumentException(operator + " is not a sum");
            };
            throw new InputException(place, left.get().mismatch(right.get(), sum));
        }
        return left.or(() -> right);
    }

    private static Optional<Unit> same(List<Optional<Unit>> x, Position place, Signature function) {
        List<Unit> known = x.stream().flatMap(Optional::stream).toList();
        for (Unit unit : known) {
            if (!unit.isSameAs(known.get(0))) {
                String found = known.stream().map(Unit::toString).collect(Collectors.joining(", "));
                throw new InputException(
                        place,
                        known.get(0)
                                .mismatch(
                                        unit,
                                        "the arguments of " + function.label() + " must have the same unit, found "
                                                + found));
            }
        }
        return known.stream().findFirst();
    }
}
