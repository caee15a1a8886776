package io.github.spikesweep.source;

import io.github.spikesweep.document.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The options of the data source.
 *
 * @param path {@code path}, which {@code load} sets: the sweep file
 * @param overrides {@code set.KEY}: replaces the value of a key of the file, as {@code option("set.duration", "200")} or
 *     {@code option("set.parameters.gk", "0.3")} do; as texts {@code KEY=VALUE}, sorted
 * @param partitions {@code partitions}: how many partitions to read in, instead of as many as the work asks for
 */
record SweepOptions(String path, List<String> overrides, OptionalInt partitions) {
    static final String OVERRIDE_PREFIX = "set.";
    private static final String PARTITIONS = "partitions";

    SweepOptions {
        overrides = List.copyOf(overrides);
    }

    /** Reads the options as they were given; only the case of an overridden key matters. */
    static SweepOptions of(Map<String, String> given) {
        String path = null;
        List<String> overrides = new ArrayList<>();
        OptionalInt partitions = OptionalInt.empty();
        for (Map.Entry<String, String> option : given.entrySet()) {
            String key = option.getKey();
            if (key.equalsIgnoreCase("path")) {
                path = option.getValue();
            } else if (key.equalsIgnoreCase("paths")) {
                throw new InputException("load takes one sweep file at a time");
            } else if (key.regionMatches(true, 0, OVERRIDE_PREFIX, 0, OVERRIDE_PREFIX.length())) {
                overrides.add(key.substring(OVERRIDE_PREFIX.length()) + "=" + option.getValue());
            } else if (key.equalsIgnoreCase(PARTITIONS)) {
                partitions = OptionalInt.of(atLeastOne(option.getValue()));
            }
        }
        if (path == null) {
            throw new InputException("no sweep file: give its path to load, or as the option 'path'");
        }
        overrides.sort(null);
        return new SweepOptions(path, overrides, partitions);
    }

    private static int atLeastOne(String value) {
        try {
            int count = Integer.parseInt(value.trim());
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            // reported below, as a number that is too small is
        }
        throw new InputException("option '" + PARTITIONS + "': '" + value + "' is not a whole number from 1 on");
    }
}
