package io.github.spikesweep.simulation.stimulus;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.course.Courses;
import io.github.spikesweep.equation.course.Look;
import io.github.spikesweep.equation.function.Stimulus;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.ToLongFunction;

/**
 * What the equations of one row contain that changes with the time alone, but for sums of pulses and ramps. At rest, the error of a step says nothing about what happens between its stages; so
 * steps end where something happens to one of these expressions: a condition changes, or the expression is no longer bent to the same side. What is bent to one side between
 * two times cannot rise and fall again between the stages of a step and look straight at them.
 */
final class TimeCourse {
    /** Spans that are no longer than this part of the duration are searched only so far. */
    private static final double SHORT = 0x1p-13;
    /** So many looks at a short span: enough to find what happens once in it, and not too many where bounds never tell. */
    private static final int LOOKS = 64;
    /** Two things that happen within this part of the duration are one. */
    private static final double SHORTEST = 0x1p-36;

    /** So many of the shortest spans before the one in which something happens need not be calm. */
    private static final double NEAR = 100;

    private final Map<String, Double> constants;
    private final Map<String, Expression> named = new LinkedHashMap<>();
    private final Map<String, Integer> degrees = new LinkedHashMap<>();
    private final Set<Expression> roots = new LinkedHashSet<>();
    private final Courses courses;
    private final double duration;
    private double inside;
    private int looks;
    /** The end of the last span that was calm. */
    private double calmUntil = Double.NEGATIVE_INFINITY;

    TimeCourse(KernelSpec kernel, Map<String, Double> constants, double duration) {
        this.constants = constants;
        this.duration = duration;
        Model model = kernel.model();
        degrees.put(Model.TIME, 2);
        for (int cell = 0; cell < model.cells().size(); cell++) {
            define(model.cells().get(cell).input().name(), kernel.inputs().get(cell));
        }
        for (Definition let : model.let()) {
            define(let.name(), let.expression());
        }
        model.let().forEach(let -> collect(let.expression()));
        model.equations().forEach(equation -> collect(equation.expression()));
        this.courses = new Courses(constants, Model.TIME, named, List.copyOf(roots));
    }

    private void define(String name, Expression expression) {
        if (isOfTime(expression) && !constants.containsKey(name)) {
            named.put(name, expression);
            degrees.put(name, degree(expression));
        }
    }

    /** Whether all names in it are constant or change with the time alone. */
    private boolean isOfTime(Expression expression) {
        return expression.names().stream().allMatch(name -> constants.containsKey(name) || degrees.containsKey(name));
    }

    private void collect(Expression expression) {
        if (!isOfTime(expression)) {
            expression.parts().forEach(this::collect);
        } else if (degree(expression) > 1) {
            roots.add(expression);
        }
    }

    /** 0 of a constant, 1 of a sum of pulses and ramps that are each times a constant, 2 of anything else. */
    private int degree(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return degrees.getOrDefault(name.name(), 0);
        }
        int largest = 0;
        int sum = 0;
        for (Expression part : expression.parts()) {
            int degree = degree(part);
            largest = Math.max(largest, degree);
            sum = Math.min(sum + degree, 2);
        }
        if (expression instanceof Expression.Negation) {
            return largest;
        }
        if (expression instanceof Expression.Operation operation) {
            return degree(operation, largest, sum);
        }
        return isStimulusOfTime(expression) ? 1 : Math.min(2 * largest, 2);
    }

    private int degree(Expression.Operation operation, int largest, int sum) {
        Operator operator = operation.operator();
        return switch (operator) {
            case ADD, SUBTRACT -> largest;
            case MULTIPLY -> sum;
            case DIVIDE -> degree(operation.right()) == 0 ? largest : 2;
            case POWER, OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                Math.min(2 * largest, 2);
        };
    }

    private boolean isStimulusOfTime(Expression expression) {
        return expression instanceof Expression.Call call
                && call.function() instanceof Stimulus
                && call.arguments().get(0).equals(new Expression.Name(Model.TIME))
                && call.arguments().stream().skip(1).allMatch(shape -> degree(shape) == 0);
    }

    /** The first time after {@code from} at which something happens; infinite if nothing does before {@code to}, and no pulse may begin or end. */
    double next(double from, double to) {
        double edge = SHORT * duration / 2048;
        if (courses.areNone() || to - from <= 4 * edge) {
            return Double.POSITIVE_INFINITY;
        }
        inside = from + (to - from) / 2;
        List<Long> before = new ArrayList<>();
        return search(from + edge, to - edge, before);
    }

    /** @param before the signature of the calm spans so far, if there was one */
    private double search(double from, double to, List<Long> before) {
        double length = to - from;
        boolean isShort = length <= SHORT * duration;
        if (isShort && looks-- <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        Look look = look(from, to);
        if (look.isCalm()) {
            calmUntil = to;
            if (before.isEmpty()) {
                before.add(look.signature());
            }
            return before.get(0) == look.signature() ? Double.POSITIVE_INFINITY : from;
        }
        if (length <= SHORTEST * duration) {
            // Where bounds never tell, the bends of single times are those of rounding.
            boolean isTold = from - calmUntil <= NEAR * length;
            return change(from, to, isTold ? Look::signature : Look::conditions);
        }
        double middle = from + length / 2;
        boolean halvesAreShort = !isShort && length / 2 <= SHORT * duration;
        double first = searchHalf(from, middle, before, halvesAreShort);
        return first < Double.POSITIVE_INFINITY ? first : searchHalf(middle, to, before, halvesAreShort);
    }

    /** Of a short span that was not searched to its end, at least the conditions at its ends are compared. */
    private double searchHalf(double from, double to, List<Long> before, boolean isWhole) {
        looks = isWhole ? LOOKS : looks;
        double first = search(from, to, before);
        boolean unfinished = isWhole && looks < 0 && first == Double.POSITIVE_INFINITY;
        return unfinished ? change(from, to, Look::conditions) : first;
    }

    /** The first time at which a look is not what it is at the start; infinite if it is the same at the end. */
    private double change(double from, double to, ToLongFunction<Look> kind) {
        long start = kind.applyAsLong(look(from, from));
        if (kind.applyAsLong(look(to, to)) == start) {
            return Double.POSITIVE_INFINITY;
        }
        double low = from;
        double high = to;
        double middle = low + (high - low) / 2;
        while (low < middle && middle < high) {
            if (kind.applyAsLong(look(middle, middle)) == start) {
                low = middle;
            } else {
                high = middle;
            }
            middle = low + (high - low) / 2;
        }
        return high;
    }

    private Look look(double from, double to) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted at the time " + from);
        }
        return courses.look(new Interval(from, to), inside);
    }
}
