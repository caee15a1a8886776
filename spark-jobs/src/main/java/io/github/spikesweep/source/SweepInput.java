package io.github.spikesweep.source;

import java.util.List;
import java.util.Optional;

/**
 * A sweep file to read, and how.
 *
 * @param path a local path or a URI such as {@code s3a://bucket/scan.yaml}
 * @param overrides texts {@code KEY=VALUE} that replace what the file says
 * @param where a condition that chooses among its rows
 * @param models a folder in which model files that are not beside the sweep file are looked for; it may be anywhere
 */
public record SweepInput(String path, List<String> overrides, Optional<String> where, Optional<String> models) {
    public SweepInput {
        overrides = List.copyOf(overrides);
    }

    /** A file with changes, of which all rows are wanted. */
    public static SweepInput of(String path, List<String> overrides) {
        return new SweepInput(path, overrides, Optional.empty(), Optional.empty());
    }
}
