package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Function;
import java.util.List;
import java.util.Optional;

/** The list of all functions of the expression language. */
public final class Functions {
    private static final List<Function> ALL = List.of(
            new Exp(),
            new Exprel(),
            new Log(),
            new Ln(),
            new Log10(),
            new Sqrt(),
            new Abs(),
            new Min(),
            new Max(),
            new Sin(),
            new Cos(),
            new Tan(),
            new Atan(),
            new Tanh(),
            new Sinh(),
            new Cosh(),
            new Floor(),
            new Ceil(),
            new Round(),
            new Sign(),
            new Mod(),
            new Pow(),
            new Where(),
            new Pulse(),
            new Pulses(),
            new Ramp());

    /** Operators that are words. */
    private static final List<String> WORDS = List.of("and", "or", "not");

    private Functions() {}

    public static List<Function> all() {
        return ALL;
    }

    /** The function with this name in expressions. */
    public static Optional<Function> find(String label) {
        return ALL.stream().filter(f -> f.signature().label().equals(label)).findFirst();
    }

    /** Whether a name is reserved for a function or an operator. */
    public static boolean isReserved(String name) {
        return WORDS.contains(name) || find(name).isPresent();
    }

    /** The names in expressions. */
    public static List<String> labels() {
        return ALL.stream().map(f -> f.signature().label()).toList();
    }
}
