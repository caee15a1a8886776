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

    /** The protocol of the second run: half the step; or a tenth of the tolerance, and no step longer than a thousandth of the duration. */
    public static Protocol finer(Protocol protocol) {
        if (protocol instanceof Protocol.Fixed fixed) {
            return Protocol.fixed(fixed.step() / 2, 2 * fixed.steps(), 2 * fixed.transientSteps());
        }
        Protocol.Adaptive adaptive = (Protocol.Adaptive) protocol;
        return new Protocol.Adaptive(
                adaptive.duration(),
                adaptive.transientTime(),
                adaptive.tolerance() / FINER_TOLERANCE,
                adaptive.duration() / LEAST_STEPS);
    }
}
