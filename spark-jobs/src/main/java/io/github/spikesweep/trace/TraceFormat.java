package io.github.spikesweep.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** File formats for traces, each with a column {@code t} and one for each variable. */
enum TraceFormat {
    PARQUET,
    CSV,
    ARROW;

    /** The format of a file by its name. */
    static Optional<TraceFormat> of(String name) {
        return Arrays.stream(values())
                .filter(known -> name.endsWith(known.ending()))
                .findFirst();
    }

    /** The end of such a file's name. */
    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** The ends of all names. */
    static String endings() {
        return Arrays.stream(values()).map(TraceFormat::ending).collect(Collectors.joining(", "));
    }
}
