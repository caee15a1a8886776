package io.github.spikesweep.equation.course;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The derivatives of functions by each of their arguments, over {@linkplain #argument names} that stand for these. Kept, since every look asks for them. */
final class Partials {
    private static final Expression NONE = Expression.number(0);

    private final Map<Class<?>, List<Expression>> known = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    List<Expression> of(Function function) {
        List<Expression> partials = known.get(function.getClass());
        if (partials == null) {
            partials = derive(function);
            known.put(function.getClass(), partials);
        }
        return partials;
    }

    private List<Expression> derive(Function function) {
        int arity = function.signature().arity();
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < arity; i++) {
            arguments.add(new Expression.Name(argument(i)));
        }
        List<Expression> partials = new ArrayList<>();
        for (int i = 0; i < arity; i++) {
            partials.add(function.derivative(arguments, i));
        }
        return partials;
    }

    /** Whether a function is constant wherever it does not jump. */
    boolean isStep(Function function) {
        for (Expression partial : of(function)) {
            if (!partial.equals(NONE)) {
                return false;
            }
        }
        return true;
    }

    /** What stands for an argument. */
    String argument(int index) {
        while (names.size() <= index) {
            names.add("x" + names.size());
        }
        return names.get(index);
    }
}
