package io.github.spikesweep.sweep.reading.unit;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Signature;
import io.github.spikesweep.equation.reading.SourceMap;
import io.github.spikesweep.unit.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Finds the unit of an expression in a sweep file. As in models, numbers and names without a unit go with any. In a product with
 * a quantity whose unit the file states they are taken for pure numbers; where that does not fit, there is a warning, since they
 * may have a unit that nobody states.
 *
 * @param names what is known of each name
 * @param places where the parts of the expression are
 * @param warn takes warnings
 */
record ExpressionUnits(Function<String, Quantity> names, SourceMap places, BiConsumer<Position, String> warn) {
    private static final double LARGEST_POWER = 64;
    private static final int MOST_WORDS = 100;

    /**
     * What is known of the unit of {@code expression}.
     *
     * @param start where it starts
     * @throws InputException at the operator or function whose operands do not go together
     */
    Quantity of(Expression expression, Position start) {
        if (expression instanceof Expression.Literal literal) {
            return Math.abs(literal.value()) == Math.PI
                    ? Quantity.NUMBER
                    : Quantity.without(Unstated.literal(literal.value()));
        }
        if (expression instanceof Expression.Name name) {
            return names.apply(name.name());
        }
        if (expression instanceof Expression.Negation negation) {
            return of(negation.operand(), start);
        }
        Position place = places.position(expression, start);
        if (expression instanceof Expression.Operation operation) {
            return operation(operation, of(operation.left(), start), of(operation.right(), start), place);
        }
        Expression.Call call = (Expression.Call) expression;
        return call(
                call,
                call.arguments().stream().map(argument -> of(argument, start)).toList(),
                place);
    }

    private Quantity operation(Expression.Operation operation, Quantity left, Quantity right, Position place) {
        return switch (operation.operator()) {
            case OR, AND -> Quantity.NUMBER;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> {
                same(left, right, place, "cannot compare %s with %s");
                yield Quantity.NUMBER;
            }
            case ADD -> same(left, right, place, "cannot add %s and %s");
            case SUBTRACT -> same(left, right, place, "cannot subtract from %s a value in %s");
            case MULTIPLY -> left.times(right, product(left, right, place));
            case DIVIDE -> {
                Quantity inverse = right.withUnit(right.unit().map(unit -> unit.power(-1)));
                yield left.times(inverse, product(left, inverse, place));
            }
            case POWER -> power(left, operation.right(), right, place);
        };
    }

    /** The unit of a product, if one of its factors has a unit. */
    private static Optional<Unit> product(Quantity left, Quantity right, Position place) {
        Optional<Unit> product = left.unit()
                .flatMap(a -> right.unit().map(a::times))
                .or(left::unit)
                .or(right::unit);
        product.filter(unit -> unit.size() > MOST_WORDS).ifPresent(unit -> {
            throw new InputException(
                    place, "a product of " + unit.size() + " different units; at most " + MOST_WORDS + " are accepted");
        });
        return product;
    }

    private Quantity power(Quantity base, Expression exponent, Quantity unitOfExponent, Position place) {
        number("an exponent", unitOfExponent, place);
        if (!base.isKnown()) {
            return base;
        }
        OptionalDouble power = value(exponent);
        boolean exact = power.isPresent()
                && Math.rint(2 * power.getAsDouble()) == 2 * power.getAsDouble()
                && Math.abs(power.getAsDouble()) <= LARGEST_POWER;
        if (!exact) {
            return base.unit().orElseThrow().isNumber() ? base : Quantity.UNKNOWN;
        }
        return power.getAsDouble() == 0
                ? Quantity.NUMBER
                : base.withUnit(base.unit().map(unit -> unit.power(power.getAsDouble())));
    }

    /** The value of an exponent that is a number or a constant. */
    private OptionalDouble value(Expression exponent) {
        if (exponent instanceof Expression.Literal literal) {
            return OptionalDouble.of(literal.value());
        }
        if (exponent instanceof Expression.Negation negation) {
            OptionalDouble value = value(negation.operand());
            return value.isPresent() ? OptionalDouble.of(-value.getAsDouble()) : value;
        }
        return exponent instanceof Expression.Name name
                ? names.apply(name.name()).assumed().stream()
                        .filter(unstated -> unstated.name().equals(name.name()))
                        .map(Unstated::value)
                        .findFirst()
                        .orElse(OptionalDouble.empty())
                : OptionalDouble.empty();
    }

    private Quantity call(Expression.Call call, List<Quantity> x, Position place) {
        Signature signature = call.function().signature();
        return switch (signature.units()) {
            case NUMBERS -> {
                x.forEach(quantity -> number("the argument of " + signature.label(), quantity, place));
                yield Quantity.NUMBER;
            }
            case ROOT -> x.get(0).withUnit(x.get(0).unit().map(unit -> unit.power(0.5)));
            case POWER -> power(x.get(0), call.arguments().get(1), x.get(1), place);
            case KEPT -> same(x, place, signature);
            case CHOSEN -> same(x.subList(1, x.size()), place, signature);
            case COMPARED -> {
                same(x, place, signature);
                yield Quantity.NUMBER;
            }
        };
    }

    private Quantity same(List<Quantity> x, Position place, Signature function) {
        Quantity all = x.get(0);
        for (Quantity next : x.subList(1, x.size())) {
            all = same(
                    all,
                    next,
                    place,
                    "the arguments of " + function.label() + " must have the same unit, found %s and %s");
        }
        return all;
    }

    private Quantity same(Quantity left, Quantity right, Position place, String fault) {
        if (left.isKnown() && right.isKnown()) {
            Unit one = left.unit().orElseThrow();
            Unit other = right.unit().orElseThrow();
            Quantity doubtful = left.isCertain() ? right : left;
            if (left.isCertain() && right.isCertain() && !one.isSameAs(other)) {
                throw new InputException(place, UnitFault.of(one, other, fault.formatted(one, other)));
            }
            if (UnitFault.isDoubtful(doubtful, one, other)) {
                Unit wanted = doubtful.equals(left) ? other : one;
                warn.accept(place, fault.formatted(one, other) + UnitFault.unless(doubtful, wanted));
            }
        }
        return left.or(right);
    }

    /** Checks that a value is a pure number. What only the model says is in a unit, such as the time, may stand for its number. */
    private void number(String what, Quantity quantity, Position place) {
        if (!quantity.isKnown() || !quantity.isStated()) {
            return;
        }
        Unit unit = quantity.unit().orElseThrow();
        if (quantity.isCertain() && !unit.isNumber()) {
            throw new InputException(
                    place, UnitFault.of(unit, Unit.NUMBER, what + " must be a pure number, found " + unit));
        }
        if (unit.isCommensurableWith(Unit.NUMBER) && UnitFault.isDoubtful(quantity, unit, Unit.NUMBER)) {
            warn.accept(
                    place, what + " must be a pure number, found " + unit + UnitFault.unless(quantity, Unit.NUMBER));
        }
    }
}
