package io.github.spikesweep.equation.reading;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Substitution;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that a file defines. A call is replaced by the function's body when it is read, so its bits are those of the
 * written-out form.
 *
 * <p>Each call copies the function's body, and an argument may occur in it often, so the total number of copied operations is
 * bounded.
 */
public final class UserFunctions {
    private static final int MOST_OPERATIONS = 100_000;
    /** A written formula may be a sum of this many terms, and as deep. */
    private static final int DEEPEST = 1_000;

    private record Function(List<String> arguments, Expression body) {}

    private final Map<String, Function> functions = new LinkedHashMap<>();
    private int written;

    /** Defines a function, which later expressions may call. */
    public void define(String name, List<String> arguments, Expression body) {
        functions.put(name, new Function(List.copyOf(arguments), body));
    }

    public Collection<String> names() {
        return functions.keySet();
    }

    /** How many arguments the function with this name takes; empty if there is none. */
    Optional<Integer> arity(String name) {
        return Optional.ofNullable(functions.get(name))
                .map(function -> function.arguments().size());
    }

    /**
     * The body of a function with its arguments inserted.
     *
     * @param place where the call stands, for messages
     */
    Expression call(String name, List<Expression> arguments, Position place) {
        Function function = functions.get(name);
        Map<String, Expression> meaning = new HashMap<>();
        for (int k = 0; k < arguments.size(); k++) {
            meaning.put(function.arguments().get(k), arguments.get(k));
        }
        Expression call = Substitution.apply(function.body(), meaning::get);
        written += call.size(MOST_OPERATIONS - written);
        if (written >= MOST_OPERATIONS) {
            throw tooLarge(name, place, "more operations than accepted (" + MOST_OPERATIONS + ")");
        }
        checkDepth(call, DEEPEST, name, place);
        return call;
    }

    private static void checkDepth(Expression expression, int deepest, String name, Position place) {
        if (deepest == 0) {
            throw tooLarge(name, place, "expressions nested deeper than accepted (" + DEEPEST + ")");
        }
        expression.parts().forEach(part -> checkDepth(part, deepest - 1, name, place));
    }

    private static InputException tooLarge(String name, Position place, String what) {
        return new InputException(place, "with '" + name + "' written out, there are " + what);
    }
}
