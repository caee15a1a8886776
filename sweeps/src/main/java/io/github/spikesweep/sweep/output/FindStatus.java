package io.github.spikesweep.sweep.output;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a row has found: whether there is a value at which the condition of {@code find} starts to hold. */
public enum FindStatus {
    /** It does not hold at the lower end, but does at the value found. */
    FOUND,
    /** It holds at the lower end already. */
    ALWAYS,
    /** It does not hold at the upper end. */
    NEVER;

    /** As in the column {@code find_status}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All labels. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(FindStatus::label).toList();
    }
}
