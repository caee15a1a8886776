package io.github.spikesweep.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sweep file to read, and how.
 *
 * @param path a local path or a URI such as {@code s3a://bucket/scan.yaml}; of a sweep that is in no file, what it is called in
 *     messages
 * @param overrides texts {@code KEY=VALUE} that replace what the file says
 * @param where a condition that chooses among its rows
 * @param models a folder in which model files that are not beside the sweep file are looked for; it may be anywhere
 * @param ignored keys of the file that are not looked at
 * @param memory what of it is in no file
 */
public record SweepInput(
        String path,
        List<String> overrides,
        Optional<String> where,
        Optional<String> models,
        Set<String> ignored,
        InMemory memory) {
    public SweepInput {
        overrides = List.copyOf(overrides);
        ignored = Set.copyOf(ignored);
    }

    /** A file of which every key matters. */
    public SweepInput(String path, List<String> overrides, Optional<String> where, Optional<String> models) {
        this(path, overrides, where, models, Set.of(), InMemory.NOTHING);
    }

    /** The same without some keys of the file. */
    public SweepInput ignoring(String... keys) {
        return new SweepInput(path, overrides, where, models, Set.of(keys), memory);
    }

    /** The same with parts that are in no file. */
    public SweepInput with(InMemory other) {
        return new SweepInput(path, overrides, where, models, ignored, other);
    }

    /** A file with changes, of which all rows are wanted. */
    public static SweepInput of(String path, List<String> overrides) {
        return new SweepInput(path, overrides, Optional.empty(), Optional.empty());
    }
}
