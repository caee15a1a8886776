package io.github.spikesweep.sweep;

import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.noise.NoiseKey;
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

    /** By how much the tolerance of each run is smaller than that of the one before. */
    private static final double FINER_TOLERANCE = 10;

    /** The smallest tolerance that can be audited: a third run at a hundredth of it is still another one. */
    public static final double LEAST_TOLERANCE = 1e-9;

    /** Makes the choice independent of the noise of any row. */
    private static final long NO_ROW = -1;

    private static final long NO_FILLED_ROW = -2;

    /**
     * How many steps are taken for each step without an audit: a chosen row takes twice its steps in addition. Third runs are
     * not among them, since nobody knows beforehand how many rows need one.
     */
    public double work() {
        return 1 + 2 * fraction;
    }

    /** The same if every chosen row has another spike count, and so takes four times its steps in a third run. */
    public double mostWork() {
        return 1 + (2 + 4) * fraction;
    }

    /** Whether row {@code id} is simulated a second time; it depends only on the seed and the id. */
    public boolean chooses(long id) {
        return chooses(id, NO_ROW);
    }

    /** The same for a row that was filled in, whether it is simulated after all. */
    public boolean choosesFilled(long id) {
        return chooses(id, NO_FILLED_ROW);
    }

    private boolean chooses(long id, long choice) {
        long bits = NoiseKey.bits(NoiseKey.of(seed, choice), id);
        return (bits >>> 11) * 0x1p-53 < fraction;
    }

    /** The second run takes at least so many steps, where a row chooses its own: it sees what a long step hides, whatever its error says. */
    private static final double LEAST_STEPS = 1000;

    /**
     * The protocol of the third run, which a row gets whose second run differs much from the table, in the spike count or by a
     * hundred tolerances in a spike time: it shows whether the second can be trusted.
     */
    public static Protocol finest(Protocol protocol) {
        return finer(finer(protocol));
    }

    /**
     * The protocol of the second run: half the step; or a tenth of the tolerance and no step longer than a thousandth of the
     * duration, or than half of the longest step so far.
     */
    public static Protocol finer(Protocol protocol) {
        if (protocol instanceof Protocol.Fixed fixed) {
            return Protocol.fixed(fixed.step() / 2, 2 * fixed.steps(), 2 * fixed.transientSteps());
        }
        Protocol.Adaptive adaptive = (Protocol.Adaptive) protocol;
        return new Protocol.Adaptive(
                adaptive.duration(),
                adaptive.transientTime(),
                // A hundredth of the smallest that is audited may be less by rounding.
                Math.max(Protocol.Adaptive.LEAST_TOLERANCE, adaptive.tolerance() / FINER_TOLERANCE),
                Math.min(adaptive.duration() / LEAST_STEPS, adaptive.longestStep() / 2));
    }
}
