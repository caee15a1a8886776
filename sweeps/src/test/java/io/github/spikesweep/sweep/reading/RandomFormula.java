package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.function.Abs;
import io.github.spikesweep.equation.function.Exp;
import io.github.spikesweep.equation.function.Floor;
import io.github.spikesweep.equation.function.Max;
import io.github.spikesweep.equation.function.Min;
import io.github.spikesweep.equation.function.Sin;
import io.github.spikesweep.equation.function.Where;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random expressions, with unnecessary blanks and parentheses. */
public final class RandomFormula {
    private static final List<String> NUMBERS =
            List.of("0", "1", "2", "-1", "0.5", ".25", "1e-3", "3", "0.1", "-2.5", "1e2", "7.");
    private static final List<Function> FUNCTIONS =
            List.of(new Exp(), new Abs(), new Min(), new Max(), new Sin(), new Floor(), new Where());
    private static final int DEEPEST = 3;

    private final Random random;

    public RandomFormula(Random random) {
        this.random = random;
    }

    public static String number(Random random) {
        return NUMBERS.get(random.nextInt(NUMBERS.size()));
    }

    /** A formula that may use {@code names}. */
    public String of(List<String> names) {
        return of(names, DEEPEST);
    }

    private String of(List<String> names, int depth) {
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(10)) {
            case 0 -> names.isEmpty() ? number(random) : names.get(random.nextInt(names.size()));
            case 1 -> number(random);
            case 2 -> "(" + of(names, depth - 1) + " )";
            case 3 -> "-(" + of(names, depth - 1) + ")";
            case 4 -> "-" + name(names) + "^" + number(random);
            case 5 -> call(names, depth);
            default -> "(%s) %s (%s)".formatted(of(names, depth - 1), operator().symbol(), of(names, depth - 1));
        };
    }

    private String name(List<String> names) {
        return names.isEmpty() ? "2" : names.get(random.nextInt(names.size()));
    }

    private Operator operator() {
        Operator[] operators = Operator.values();
        return operators[random.nextInt(operators.length)];
    }

    private String call(List<String> names, int depth) {
        Function function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
        return IntStream.range(0, function.signature().arity())
                .mapToObj(i -> of(names, depth - 1))
                .collect(Collectors.joining(",", function.signature().label() + "(", ")"));
    }
}
