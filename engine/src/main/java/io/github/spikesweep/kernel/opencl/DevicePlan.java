package io.github.spikesweep.kernel.opencl;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.lowering.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Plans the memory of a kernel whose steps are never cut, in rows of one element per lane. First come those that are carried from one advance to the next, then the others that an
 * advance leaves, then what only the host knows.
 */
final class DevicePlan {
    private final int lanes;
    private final KernelLayout layout;
    private final int carried;
    private final int left;
    private int rows;

    DevicePlan(KernelSpec spec, Symbols symbols, int lanes) {
        this.lanes = lanes;
        int count = symbols.states().size();
        List<Integer> variables = new ArrayList<>();
        List<Integer> lowest = new ArrayList<>();
        List<Integer> highest = new ArrayList<>();
        for (int state = 0; state < count; state++) {
            variables.add(next(1));
        }
        for (int state = 0; state < count; state++) {
            lowest.add(spec.isRecorded(state) ? next(1) : -1);
            highest.add(spec.isRecorded(state) ? next(1) : -1);
        }
        this.carried = rows;
        List<KernelLayout.CellRows> observed = new ArrayList<>();
        for (int cell = 0; cell < spec.model().cells().size(); cell++) {
            observed.add(observed(spec, cell, symbols, variables));
        }
        this.left = rows;
        List<KernelLayout.CellRows> cells = new ArrayList<>();
        observed.forEach(of -> cells.add(complete(of)));
        List<KernelLayout.Place> quantities = new ArrayList<>();
        for (String name : spec.quantities()) {
            quantities.add(spec.varying().contains(name) ? new KernelLayout.Place(next(1), true) : null);
        }
        int single = rows * lanes;
        for (int quantity = 0; quantity < quantities.size(); quantity++) {
            if (quantities.get(quantity) == null) {
                quantities.set(quantity, new KernelLayout.Place(single++, false));
            }
        }
        this.layout = new KernelLayout(
                lanes,
                variables,
                quantities,
                lowest,
                highest,
                -1,
                cells,
                variables.subList(spec.ownVariables(), spec.model().variables().size()),
                IntStream.range(spec.model().variables().size(), count)
                        .filter(symbols::isOfTangent)
                        .mapToObj(variables::get)
                        .toList(),
                single);
    }

    /** What the device writes of a cell. */
    private KernelLayout.CellRows observed(KernelSpec spec, int cell, Symbols symbols, List<Integer> variables) {
        int most = LaneKernel.MOST_STEPS;
        return new KernelLayout.CellRows(
                next(1),
                next(1),
                next(most + 1),
                spec.model().isMap() ? -1 : next(most),
                -1,
                -1,
                -1,
                spec.isNoisy(cell) ? variables.get(symbols.variable(symbols.noise(cell))) : -1,
                -1,
                -1);
    }

    private KernelLayout.CellRows complete(KernelLayout.CellRows of) {
        return new KernelLayout.CellRows(
                of.chunkLowest(),
                of.chunkHighest(),
                of.starts(),
                of.slopes(),
                -1,
                -1,
                next(2),
                of.noise(),
                of.noise() >= 0 ? next(LaneKernel.MOST_STEPS) : -1,
                -1);
    }

    /** The first element of as many new rows. */
    private int next(int count) {
        int element = rows * lanes;
        rows += count;
        return element;
    }

    KernelLayout layout() {
        return layout;
    }

    /** The elements that an advance starts from. */
    int carried() {
        return carried * lanes;
    }

    /** The elements that an advance leaves. */
    int left() {
        return left * lanes;
    }
}
