package io.github.spikesweep.equation.course;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Interval;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Expressions over the time and constants, to be looked at over spans of time. Not thread-safe. */
public final class Courses {
    private final Map<String, Course> constants = new HashMap<>();
    private final String time;
    private final Map<String, Expression> named;
    private final List<Expression> expressions;
    private final Partials partials = new Partials();

    /**
     * @param constants the value of each name but that of the time
     * @param time the name of the time
     * @param named expressions that have a name, each over constants, the time and those before it
     * @param expressions the expressions, over all of these
     */
    public Courses(
            Map<String, Double> constants, String time, Map<String, Expression> named, List<Expression> expressions) {
        constants.forEach((name, value) -> this.constants.put(name, Course.constant(Interval.of(value))));
        this.time = time;
        this.named = new LinkedHashMap<>(named);
        this.expressions = List.copyOf(expressions);
    }

    public boolean areNone() {
        return expressions.isEmpty();
    }

    /**
     * Looks at all expressions.
     *
     * @param inside a time; no pulse of the time begins or ends between it and the span
     */
    public Look look(Interval span, double inside) {
        Map<String, Course> scope = new HashMap<>();
        scope.put(time, Course.time(span));
        Look look = new Look(constants, scope, partials, new Expression.Name(time), inside);
        named.forEach((name, expression) -> scope.put(name, look.course(expression)));
        expressions.forEach(look::at);
        return look;
    }
}
