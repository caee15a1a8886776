package io.github.spikesweep.simulation.random;

import io.github.spikesweep.kernel.Precision;
import java.util.SplittableRandom;

/**
 * How far the results of operations may be off, and one way in which they are: by running a model with and without it, one sees how much rounding
 * matters.
 */
final class Roundoff {
    private enum Kind {
        NONE,
        /** An operation is always off by the same share. */
        STEADY,
        /** It is off by another share each time. */
        CHANGING
    }

    private static final int OPERATIONS = 4096;
    private static final double LARGEST_LOSS = 1e-3;

    private final Kind kind;
    private final SplittableRandom random;
    private final double[] shares = new double[OPERATIONS];
    private final double plain;
    private final double exponential;
    private final boolean single;
    private final double largest;
    private boolean overflowed;

    private Roundoff(Kind kind, Precision precision, long seed) {
        this.kind = kind;
        this.random = new SplittableRandom(seed);
        for (int k = 0; k < OPERATIONS; k++) {
            shares[k] = random.nextDouble(-1, 1);
        }
        this.single = precision == Precision.FLOAT;
        this.largest = single ? 1e34 : 1e300;
        this.plain = single ? 0x1p-23 : 0x1p-52;
        // The powers of a shared polynomial multiply its error: up to 16 times in single precision, 512 times in
        // double.
        this.exponential = single ? 2e-6 : 6e-14;
    }

    /** Results as they are in double precision, taken as the truth. */
    static Roundoff none(Precision precision) {
        return new Roundoff(Kind.NONE, precision, 0);
    }

    static Roundoff steady(Precision precision, long seed) {
        return new Roundoff(Kind.STEADY, precision, seed);
    }

    static Roundoff changing(Precision precision, long seed) {
        return new Roundoff(Kind.CHANGING, precision, seed);
    }

    /** The relative error of an addition. */
    double unit() {
        return plain;
    }

    /** The result of an operation that is right to a rounding or two. */
    double plain(int operation, double value) {
        return off(operation, value, plain);
    }

    /** The result of a function that is made of exponentials. */
    double exponential(int operation, double value) {
        return off(operation, value, exponential);
    }

    /** A rate u/(1 − e^(−u)), however it is written: as right as MODELS.md says near u = 0, better elsewhere. */
    double rate(int operation, double value, double u) {
        double size = Math.abs(u);
        double near = single ? 1e-5 : size < 1e-5 ? 1e-6 : 3e-10 + 1e-13 / size;
        return off(operation, value, near);
    }

    /** A quotient of two values that vanish together, {@code lost} of whose digits are lost: the share that remains is that of 1. */
    double quotient(int operation, double value, double lost) {
        double digits = 8 * exponential / Math.max(lost, Double.MIN_NORMAL);
        return off(operation, value, Math.min(digits, single ? 10 * LARGEST_LOSS : LARGEST_LOSS));
    }

    /** Whether a result was so large that a kernel may have cut it off, or has no such number. */
    boolean overflowed() {
        return overflowed;
    }

    private double off(int operation, double value, double share) {
        overflowed |= !(Math.abs(value) < largest);
        return switch (kind) {
            case NONE -> value;
            case STEADY -> value * (1 + share * shares[operation % OPERATIONS]);
            case CHANGING -> value * (1 + share * random.nextDouble(-1, 1));
        };
    }
}
