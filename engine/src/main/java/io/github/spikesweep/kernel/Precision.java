package io.github.spikesweep.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The floating-point format in which a kernel computes. */
public enum Precision {
    DOUBLE,
    FLOAT;

    /** The name in sweep files: {@code double} or {@code float}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How far the number nearest to {@code value} that it has is from the next larger one. */
    public double spacing(double value) {
        return switch (this) {
            case DOUBLE -> Math.ulp(value);
            case FLOAT -> Math.ulp((float) value);
        };
    }

    /** The number nearest to {@code value} that it has. */
    public double nearest(double value) {
        return switch (this) {
            case DOUBLE -> value;
            case FLOAT -> (float) value;
        };
    }

    /** Whether a number of steps can be counted down to 0 by 1; in double, such a number is more than there ever are. */
    public boolean counts(double steps) {
        return this == DOUBLE || steps <= 1 << 24;
    }

    public static Optional<Precision> find(String label) {
        return Arrays.stream(values()).filter(p -> p.label().equals(label)).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Precision::label).toList();
    }
}
