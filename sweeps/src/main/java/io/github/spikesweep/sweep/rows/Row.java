package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.output.FindStatus;
import java.util.List;
import java.util.Optional;

/**
 * A row of a table.
 *
 * @param point its point in the space, with the value of what the row looks for at which it was simulated last: the value found, the end that decides that
 *     there is none to be found, or the one at which it diverged
 * @param outcome the outcome of that simulation; empty if it was not simulated, or could not be since a value in it is infinite
 *     or NaN
 * @param found what it has found, of each that it looks for, then of what it looks for within that; empty if it looks for nothing, or diverged
 * @param neuronSteps the steps of all its simulations
 */
public record Row(Point point, Optional<Outcome> outcome, List<FindStatus> found, long neuronSteps) {
    /** A row that looks for nothing. */
    static Row of(Point point, Optional<Outcome> outcome) {
        return new Row(
                point, outcome, List.of(), outcome.isPresent() ? outcome.get().neuronSteps() : 0);
    }

    /** Whether the row diverged, or could not be simulated. */
    public boolean diverged() {
        return outcome.isEmpty() || outcome.get().diverged();
    }

    /** What was measured; empty if the row diverged, or has found no value at which something could be measured. */
    public Optional<Outcome> measured() {
        return diverged() || found.contains(FindStatus.NEVER) ? Optional.empty() : outcome;
    }

    /** When the row diverged: at the start if it could not be simulated. NaN if it did not. */
    double divergedAt() {
        return outcome.isEmpty() ? 0 : outcome.get().divergedAt();
    }

    /**
     * What it has found; empty if it diverged, or there is nothing within which to look.
     *
     * @param depth within how many others
     */
    Optional<FindStatus> found(int depth) {
        return depth < found.size() && !found.subList(0, depth).contains(FindStatus.NEVER)
                ? Optional.of(found.get(depth))
                : Optional.empty();
    }

    /** The value of {@code quantity} that it has found; NaN if it has not. */
    double valueFound(String quantity, int depth) {
        return found(depth).filter(status -> status != FindStatus.NEVER).isPresent()
                ? point.coordinate(quantity)
                : Double.NaN;
    }
}
