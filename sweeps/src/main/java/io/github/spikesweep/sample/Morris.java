package io.github.spikesweep.sample;

import io.github.spikesweep.simulation.noise.NoiseKey;
import java.util.Objects;

/**
 * One axis of a design of elementary effects (Morris 1991, Technometrics 33:161–174). It consists of trajectories over a grid of
 * evenly spaced levels from 0 to 1, both included. From each row of a trajectory to the next, one axis moves by {@link #delta},
 * up or down, each axis once, in random order.
 *
 * @param seed chosen by the user; another seed gives other trajectories
 * @param stream distinguishes the axes of a design, see {@link Streams}
 * @param axis the position of this axis among {@code axes}, from 0
 * @param axes how many axes the design has
 * @param levels how many levels, even, from 2 to {@link #MOST_LEVELS}
 */
public record Morris(long seed, long stream, int axis, int axes, int levels) implements UnitSequence {
    /** More levels than this have no use. */
    public static final int MOST_LEVELS = 1_000_000;

    /** Apart from the streams of axes, which are mixed from their names. */
    private static final long ORDER = -1;

    public Morris {
        Objects.checkIndex(axis, axes);
        if (levels < 2 || levels > MOST_LEVELS || levels % 2 != 0) {
            throw new IllegalArgumentException("levels are an even number from 2 to " + MOST_LEVELS + ": " + levels);
        }
    }

    /** How far an axis moves: {@code levels / 2} steps of the grid, with which all levels are equally likely. */
    public double delta() {
        return levels / (2.0 * (levels - 1));
    }

    /** How many rows a trajectory has. */
    public int rowsPerTrajectory() {
        return axes + 1;
    }

    /** The row of a trajectory, from 1, before which this axis moves. */
    public int movesAt(long trajectory) {
        return 1 + (int) new KeyedPermutation(NoiseKey.of(NoiseKey.of(seed, ORDER), trajectory), axes).at(axis);
    }

    /** Whether this axis moves up in a trajectory. */
    public boolean rises(long trajectory) {
        return bits(trajectory) < 0;
    }

    @Override
    public double at(long index) {
        long trajectory = Objects.checkIndex(index, Long.MAX_VALUE) / rowsPerTrajectory();
        boolean moved = index % rowsPerTrajectory() >= movesAt(trajectory);
        int half = levels / 2;
        int low = (int) ((bits(trajectory) >>> 1) % half);
        return (moved == rises(trajectory) ? low + half : low) / (levels - 1.0);
    }

    private long bits(long trajectory) {
        return NoiseKey.bits(NoiseKey.of(seed, stream), trajectory);
    }
}
