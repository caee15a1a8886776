package io.github.spikesweep.wave;

import java.util.UUID;

/**
 * Names of new files, in the form that Spark gives them: unlike those of any other wave, and in the order of the rows.
 *
 * @param wave what they have in common
 */
public record FileNames(String wave) {
    /** Those of a new wave, or of a merge. */
    public static FileNames next() {
        return new FileNames(UUID.randomUUID().toString());
    }

    /** The name of the {@code part}-th file of the wave. */
    public String of(int part) {
        return "part-%05d-%s-c000.zstd.parquet".formatted(part, wave);
    }
}
