package io.github.spikesweep.model;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.function.Stimulus;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether equations have Taylor series, but for the edges of pulses and ramps, at which steps end. */
public final class Smoothness {
    private Smoothness() {}

    /** What keeps a model from being stepped by Taylor series, with such inputs of its cells, for people: {@code min in the equation of 'v' of AdEx}. */
    public static Optional<String> fault(Model model, List<Expression> inputs) {
        return fault(model)
                .or(() -> inputs.stream()
                        .map(Smoothness::fault)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** The same of the equations alone. */
    public static Optional<String> fault(Model model) {
        Set<String> changing = new HashSet<>(model.variableNames());
        changing.add(Model.TIME);
        model.cells().forEach(cell -> changing.add(cell.input().name()));
        for (Definition let : model.let()) {
            Optional<String> fault = fault(let.expression(), changing);
            if (fault.isPresent()) {
                return fault.map(what -> what + " in '" + let.name() + "' of " + model.name());
            }
            if (changes(let.expression(), changing)) {
                changing.add(let.name());
            }
        }
        return model.equations().stream()
                .flatMap(equation -> fault(equation.expression(), changing)
                        .map(what -> what + " in the equation of '" + equation.name() + "' of " + model.name())
                        .stream())
                .findFirst();
    }

    /** The same of an input alone. */
    public static Optional<String> fault(Expression input) {
        return fault(input, Set.of(Model.TIME)).map(what -> what + " in the input");
    }

    private static boolean changes(Expression expression, Set<String> changing) {
        return expression.names().stream().anyMatch(changing::contains);
    }

    /** The function or operator that is not smooth. */
    private static Optional<String> fault(Expression expression, Set<String> changing) {
        if (!changes(expression, changing)) {
            return Optional.empty();
        }
        if (expression instanceof Expression.Operation operation && jumps(operation.operator())) {
            return Optional.of("'" + operation.operator().symbol() + "'");
        }
        if (expression instanceof Expression.Call call && !isSmooth(call, changing)) {
            return Optional.of(call.function().signature().label());
        }
        return expression.parts().stream()
                .map(part -> fault(part, changing))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isSmooth(Expression.Call call, Set<String> changing) {
        if (call.function() instanceof Stimulus) {
            return call.arguments().get(0).equals(new Expression.Name(Model.TIME))
                    && call.arguments().stream().skip(1).noneMatch(shape -> changes(shape, changing));
        }
        return call.function().isSmooth();
    }

    private static boolean jumps(Operator operator) {
        return switch (operator) {
            case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> true;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER -> false;
        };
    }
}
