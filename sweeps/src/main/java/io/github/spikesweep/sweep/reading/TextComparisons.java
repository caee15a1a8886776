package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How a condition compares texts, by {@code ==} and {@code !=}: as numbers, by their places in a list.
 *
 * @param owner the condition, for messages
 * @param position where it is
 * @param texts the list for the name of an axis or a column of texts; empty for other names
 * @param numberCheck refuses a name that is used as a number and is none
 */
record TextComparisons(
        String owner, Position position, Function<String, Optional<List<String>>> texts, Consumer<String> numberCheck) {
    /** {@code part} with texts replaced by their places, which stand on the right of what they are compared with. */
    Expression places(Expression part) {
        if (part instanceof Expression.Operation operation && isEquality(operation.operator())) {
            Expression left = operation.left();
            Expression right = operation.right();
            if (texts(left).isPresent()) {
                return new Expression.Operation(operation.operator(), left, place(left, right));
            }
            if (texts(right).isPresent()) {
                return new Expression.Operation(operation.operator(), right, place(right, left));
            }
        }
        if (part instanceof Expression.Name name) {
            numberCheck.accept(name.name());
        }
        return part.withParts(this::places);
    }

    private static boolean isEquality(Operator operator) {
        return operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    }

    private Optional<List<String>> texts(Expression part) {
        return part instanceof Expression.Name name ? texts.apply(name.name()) : Optional.empty();
    }

    private Expression place(Expression compared, Expression with) {
        List<String> known = texts(compared).orElseThrow();
        String found = with instanceof Expression.Name name ? name.name() : "";
        int place = known.indexOf(found);
        if (place < 0) {
            throw new InputException(
                    position,
                    owner + " compares '" + ((Expression.Name) compared).name() + "' with "
                            + (found.isEmpty() ? "an expression" : "'" + found + "'")
                            + ", which is not one of its values" + new KnownNames(known).hint(found));
        }
        return new Expression.Literal(place);
    }
}
