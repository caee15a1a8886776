package io.github.spikesweep.plot.rows;

import java.util.List;

/** Words in a row. */
public final class Listing {
    private Listing() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String of(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
