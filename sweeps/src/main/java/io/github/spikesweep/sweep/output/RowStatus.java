package io.github.spikesweep.sweep.output;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the column {@code status} says of a row. */
public enum RowStatus {
    /** It was simulated to the end. */
    OK,
    /** It left the range in which its equations hold, so it has no features. */
    DIVERGED,
    /** It was not simulated: in a refined sweep, it has the results of a row that stands for it. */
    FILLED;

    /** The name of the column. */
    public static final String COLUMN = "status";

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As in tables. */
    public String label() {
        return label;
    }

    /** The status with a label. */
    public static RowStatus of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** All, as in tables. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(RowStatus::label).toList();
    }
}
