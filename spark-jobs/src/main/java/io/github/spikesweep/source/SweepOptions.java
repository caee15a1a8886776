package io.github.spikesweep.source;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.simulation.ComputeDevice;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The options of the data source.
 *
 * @param input {@code path}, which {@code load} sets: the sweep file; {@code set}: replaces what the file says, as {@code
 *     option("set", "duration=200")} does, where several texts {@code KEY=VALUE} are on separate lines; {@code where}: a
 *     condition in the language of sweep files, and only the rows that satisfy it are in the table; {@code models}: a folder
 *     of model files
 * @param device {@code device}: what takes the steps where a task runs; by default {@code cpu}
 * @param partitions {@code partitions}: how many partitions to read; by default chosen by the amount of work
 * @param hash {@code hash}: the hash of the expected definition
 * @param unknown an option that does not exist, of a table in a catalog, which has to be loaded to be dropped
 */
record SweepOptions(
        SweepInput input, String device, OptionalInt partitions, Optional<String> hash, Optional<String> unknown) {
    private static final String PATH = "path";
    private static final String OVERRIDES = "set";
    private static final String PARTITIONS = "partitions";
    private static final String HASH = "hash";
    private static final String WHERE = "where";
    private static final String MODELS = "models";
    private static final String DEVICE = "device";

    private static final KnownNames NAMES =
            new KnownNames(List.of(PATH, OVERRIDES, WHERE, MODELS, DEVICE, PARTITIONS, HASH));

    /** Reads the options, whose names are case-insensitive; one that does not exist, such as a misspelt condition, would be missed in the numbers alone. */
    static SweepOptions of(Map<String, String> given) {
        CaseInsensitiveStringMap options = new CaseInsensitiveStringMap(given);
        if (options.containsKey("paths")) {
            throw new InputException("load takes one sweep file at a time, found " + options.get("paths"));
        }
        if (!options.containsKey(PATH)) {
            throw new InputException("no sweep file: give its path to load, or as the option 'path'");
        }
        // A table of a catalog has properties of other kinds, too.
        boolean isOfCatalog = options.containsKey(TableCatalog.PROP_PROVIDER);
        Optional<String> unknown = options.keySet().stream()
                .filter(name -> !isOfCatalog || name.startsWith(TableCatalog.OPTION_PREFIX))
                .map(name -> isOfCatalog ? name.substring(TableCatalog.OPTION_PREFIX.length()) : name)
                .filter(name -> !NAMES.contains(name))
                .findFirst();
        if (unknown.isPresent() && !isOfCatalog) {
            throw doesNotExist(unknown.get());
        }
        Optional<String> partitions = Optional.ofNullable(options.get(PARTITIONS));
        return new SweepOptions(
                new SweepInput(
                        options.get(PATH),
                        Arrays.stream(options.getOrDefault(OVERRIDES, "").split("\n", -1))
                                .filter(line -> !line.isBlank())
                                .toList(),
                        Optional.ofNullable(options.get(WHERE)),
                        Optional.ofNullable(options.get(MODELS))),
                options.getOrDefault(DEVICE, ComputeDevice.CPU.request()),
                partitions.map(SweepOptions::atLeastOne).map(OptionalInt::of).orElse(OptionalInt.empty()),
                Optional.ofNullable(options.get(HASH)),
                unknown);
    }

    /** What to throw where such a table is read. */
    Optional<InputException> fault() {
        return unknown.map(SweepOptions::doesNotExist);
    }

    private static InputException doesNotExist(String name) {
        return new InputException("unknown option '" + name + "'" + NAMES.hint(name));
    }

    /** These options as Spark's options. */
    static Map<String, String> of(SweepInput input, ComputeDevice device, String hash) {
        for (String override : input.overrides()) {
            if (override.contains("\n")) {
                throw new InputException("--set " + override.replace("\n", "\\n") + ": must be on one line");
            }
        }
        Map<String, String> options = new HashMap<>(Map.of(PATH, input.path(), DEVICE, device.request(), HASH, hash));
        input.models().ifPresent(folder -> options.put(MODELS, folder));
        input.where().ifPresent(condition -> options.put(WHERE, condition));
        if (!input.overrides().isEmpty()) {
            options.put(OVERRIDES, String.join("\n", input.overrides()));
        }
        return options;
    }

    static int atLeastOne(String value) {
        try {
            int count = Integer.parseInt(value.trim());
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number that is too small
        }
        throw new InputException("option '" + PARTITIONS + "': '" + value + "' is not a whole number of at least 1");
    }
}
