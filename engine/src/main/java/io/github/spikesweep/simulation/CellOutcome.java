package io.github.spikesweep.simulation;

import io.github.spikesweep.simulation.spike.ActionPotentials;
import io.github.spikesweep.simulation.spike.SpikeTrain;

/**
 * What was measured of one cell.
 *
 * @param spikes the spikes after the transient
 * @param actionPotentials the shapes of the spikes after the transient; none unless recorded
 * @param steadyState the mean of the spike variable over the last tenth of the time after the transient; NaN unless recorded
 * @param maxima when the spike variable had its maxima, after the transient, of one that points down its minima; none unless recorded
 */
public record CellOutcome(SpikeTrain spikes, ActionPotentials actionPotentials, double steadyState, SpikeTrain maxima) {
    private static final SpikeTrain NO_MAXIMA = new SpikeTrain(true);

    /** Without maxima. */
    CellOutcome(SpikeTrain spikes, ActionPotentials actionPotentials, double steadyState) {
        this(spikes, actionPotentials, steadyState, NO_MAXIMA);
    }
}
