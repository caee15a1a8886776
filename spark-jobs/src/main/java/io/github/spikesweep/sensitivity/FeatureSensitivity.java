package io.github.spikesweep.sensitivity;

import io.github.spikesweep.sensitivity.Method.Subject;
import io.github.spikesweep.sweep.output.Column;
import java.util.List;

/**
 * How much a feature depends on the axes of a sample.
 *
 * @param found in the order of the method's subjects; empty if there are too few complete blocks
 * @param blocks how many blocks are complete
 * @param diverged the ids of the rows that diverged
 * @param without those of the others that have no value
 * @param absent how many points of the sample have no row
 */
public record FeatureSensitivity(
        Column feature, List<Sensitivity> found, int blocks, List<Long> diverged, List<Long> without, int absent) {
    public FeatureSensitivity {
        found = List.copyOf(found);
        diverged = List.copyOf(diverged);
        without = List.copyOf(without);
    }

    /** Whether there is anything to tell: not of a feature that is the same everywhere. */
    public boolean tells() {
        return found.stream().anyMatch(one -> !Double.isNaN(one.value()) && Math.abs(one.value()) > 0);
    }

    /** What it says of one axis. */
    public Sensitivity of(String measure, int axis) {
        Subject subject = new Subject(measure, axis);
        return found.stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }
}
