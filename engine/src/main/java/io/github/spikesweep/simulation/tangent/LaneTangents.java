package io.github.spikesweep.simulation.tangent;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneKernel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The tangent vectors of lanes with the same steps; none, if the kernel has none. */
public final class LaneTangents {
    /** An iteration of a map may change a vector by as much as many steps of an integrator. */
    private static final int ITERATIONS = 4;

    private final LaneKernel kernel;
    private final KernelLayout layout;
    private final List<TangentVector> vectors;
    private final int period;
    private final double[] components;
    private final double[] largest;

    /** @param trials how many lanes have one */
    public LaneTangents(LaneKernel kernel, KernelLayout layout, int trials, boolean isMap) {
        this.kernel = kernel;
        this.layout = layout;
        int lanes = layout.tangent().isEmpty() ? 0 : layout.lanes();
        this.components = new double[lanes];
        this.largest = new double[lanes];
        this.period = isMap ? ITERATIONS : LaneKernel.MOST_STEPS;
        this.vectors = layout.tangent().isEmpty()
                ? List.of()
                : IntStream.range(0, trials)
                        .mapToObj(lane -> new TangentVector(
                                kernel::get, kernel::put, at(layout.tangent(), lane), at(layout.tangentLost(), lane)))
                        .toList();
    }

    private static int[] at(List<Integer> rows, int lane) {
        return rows.stream().mapToInt(row -> row + lane).toArray();
    }

    /** The next step after {@code step} at whose end the vectors must be scaled. */
    public long next(long step) {
        return vectors.isEmpty() ? Long.MAX_VALUE : (step / period + 1) * period;
    }

    /** Scales the vectors after {@code step} steps, if it is time. */
    public void scale(long step) {
        if (vectors.isEmpty() || step % period != 0) {
            return;
        }
        Arrays.fill(largest, 0);
        for (int row : layout.tangent()) {
            kernel.read(row, layout.lanes(), 0, 1, components);
            for (int lane = 0; lane < largest.length; lane++) {
                largest[lane] = Math.max(largest[lane], Math.abs(components[lane]));
            }
        }
        for (int lane = 0; lane < vectors.size(); lane++) {
            vectors.get(lane).scale(largest[lane]);
        }
    }

    /** Measures from now on. */
    public void begin() {
        vectors.forEach(TangentVector::begin);
    }

    /** The largest Lyapunov exponent of a lane after {@code time} of measuring; NaN if there is none. */
    public double exponent(int lane, double time) {
        return vectors.isEmpty() ? Double.NaN : vectors.get(lane).exponent(time);
    }
}
