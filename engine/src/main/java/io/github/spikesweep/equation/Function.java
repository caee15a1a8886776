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
    TANH(1),
    /** The largest whole number that is not above the argument. */
    FLOOR(1),
    /** {@code where(condition, a, b)}: a where the condition is not 0, otherwise b. */
    WHERE(3),
    /** {@code pulse(t, onset, width)}: 1 from onset on for the width, otherwise 0. */
    PULSE(3),
    /** {@code pulses(t, onset, width, period)}: 1 for the width at the onset and every period after it, otherwise 0. */
    PULSES(4),
    /** {@code ramp(t, start, stop)}: 0 until start, 1 from stop on, a straight line between. */
    RAMP(3);

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

    /**
     * The value for as many arguments as the function takes, fixed by specification on every machine.
     *
     * <p>This is the value at an instant; a simulation takes the mean of a pulse over each step, so that one that begins
     * within a step is neither lost nor moved.
     */
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
            case FLOOR -> Math.floor(x[0]);
            case WHERE -> Double.isNaN(x[0]) ? Double.NaN : x[0] != 0 ? x[1] : x[2];
            case PULSE -> pulse(x[0] - x[1], x[2]);
            case PULSES -> x[0] < x[1] ? 0 : pulse(x[0] - x[1] - x[3] * Math.floor((x[0] - x[1]) / x[3]), x[2]);
            case RAMP -> Math.min(Math.max((x[0] - x[1]) / (x[2] - x[1]), 0), 1);
        };
    }

    private static double pulse(double sinceOnset, double width) {
        return Double.isNaN(sinceOnset) || Double.isNaN(width)
                ? Double.NaN
                : 0 <= sinceOnset && sinceOnset < width ? 1 : 0;
    }
}
