package io.github.spikesweep.sweep;

import io.github.spikesweep.simulation.NoiseKey;
import io.github.spikesweep.simulation.Protocol;
import java.io.Serializable;

/**
 * Which rows are simulated a second time with finer steps, to estimate the error of the first.
 *
 * @param fraction the expected fraction of the rows, from 0 to 1
 * @param seed the seed of the choice, which also depends on the id of the row
 */
public record Audit(double fraction, long seed) implements Serializable {
    /** No audit. */
    public static final Audit NONE = new Audit(0, 0);

    /** The factor of the tolerance of the second run. */
    public static final double FINER_TOLERANCE = 10;

    /** Makes the choice independent of the noise of any row. */
    private static final long NO_ROW = -1;

    /** How many steps are taken for each step without an audit: a chosen row takes twice its steps in addition. */
    public double work() {
        return 1 + 2 * fraction;
    }

    /** Whether row {@code id} is simulated a second time; it depends only on the seed and the id. */
    public boolean chooses(long id) {
        long bits = NoiseKey.bits(NoiseKey.of(seed, NO_ROW), id);
        return (bits >>> 11) * 0x1p-53 < fraction;
    }

    /** The second run takes at least so many steps, where a row chooses its own: it sees what a long step hides, whatever its error says. */
    private static final double LEAST_STEPS = 1000;

    /**
     * The protocol of the next finer run: half the step; or a tenth of the tolerance, as far as it may be reduced, and no
     * step longer than a thousandth of the duration, then half of that. A row whose second run has another spike count than
     * the table gets a third, which shows whether the second can be trusted.
     */
    public static Protocol finer(Protocol protocol) {
        if (protocol instanceof Protocol.Fixed fixed) {
            return Protocol.fixed(fixed.step() / 2, 2 * fixed.steps(), 2 * fixed.transientSteps());
        }
        Protocol.Adaptive adaptive = (Protocol.Adaptive) protocol;
        return new Protocol.Adaptive(
                adaptive.duration(),
                adaptive.transientTime(),
                Math.max(Protocol.Adaptive.LEAST_TOLERANCE, adaptive.tolerance() / FINER_TOLERANCE),
                Math.min(adaptive.duration() / LEAST_STEPS, adaptive.longestStep() / 2));
    }
}
