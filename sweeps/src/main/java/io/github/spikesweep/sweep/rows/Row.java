package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.sweep.Point;
import java.util.Optional;

/**
 * A row of a table.
 *
 * @param point its point in the space
 * @param outcome the outcome of its simulation; empty if it was not simulated, or could not be since a value in it is infinite
 *     or NaN
 */
public record Row(Point point, Optional<Outcome> outcome) {
    /** Whether it diverged, or could not be simulated. */
    public boolean diverged() {
        return outcome.isEmpty() || outcome.get().diverged();
    }

    /** What was measured; empty if the row diverged. */
    public Optional<Outcome> measured() {
        return outcome.filter(o -> !o.diverged());
    }

    /** When the row diverged: at the start if it could not be simulated. NaN if it did not. */
    double divergedAt() {
        return outcome.isEmpty() ? 0 : outcome.get().divergedAt();
    }
}
