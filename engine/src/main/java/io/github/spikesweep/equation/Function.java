package io.github.spikesweep.equation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions of the expression language. */
public enum Function {
    EXP(1),
    /** {@code (e^x - 1)/x}, and 1 at 0: the quotient in many rate equations, without its singularity. */
    EXPREL(1),
    /** The natural logarithm. */
    LOG(1),
    SQRT(1),
    ABS(1),
    MIN(2),
    MAX(2),
    /** The sine of an angle in radians. */
    SIN(1),
    /** The cosine of an angle in radians. */
    COS(1),
    TANH(1);

    private final int arity;

    Function(int arity) {
        this.arity = arity;
    }

    /** How many arguments it takes. */
    public int arity() {
        return arity;
    }

    /** Its name in expressions. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Function> find(String label) {
        return Arrays.stream(values()).filter(f -> f.label().equals(label)).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Function::label).toList();
    }

    /** The value for one argument (two for {@code min} and {@code max}), fixed by specification on every machine. */
    public double apply(double... x) {
        return switch (this) {
            case EXP -> StrictMath.exp(x[0]);
            case EXPREL -> x[0] == 0 ? 1 : StrictMath.expm1(x[0]) / x[0];
            case LOG -> StrictMath.log(x[0]);
            case SQRT -> Math.sqrt(x[0]);
            case ABS -> Math.abs(x[0]);
            case MIN -> Math.min(x[0], x[1]);
            case MAX -> Math.max(x[0], x[1]);
            case SIN -> StrictMath.sin(x[0]);
            case COS -> StrictMath.cos(x[0]);
            case TANH -> StrictMath.tanh(x[0]);
        };
    }
}
