package io.github.spikesweep.kernel.opencl;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.lowering.StepGraph;
import io.github.spikesweep.kernel.lowering.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Plans the memory of a kernel, in rows of one element per lane. First come those that are carried from one advance to the next, then the others that an
 * advance leaves, the histories of the cells last, then what only the host knows.
 */
final class DevicePlan {
    private final int lanes;
    private final KernelLayout layout;
    private final int carried;
    private final int histories;
    private final int left;
    private final boolean cuts;
    private int rows;

    /** @param step what a step comes to, which tells whether it may be cut */
    DevicePlan(KernelSpec spec, Symbols symbols, StepGraph step, int lanes) {
        this.lanes = lanes;
        this.cuts = step.margin().isPresent();
        int count = symbols.states().size();
        int cells = spec.model().cells().size();
        List<Integer> variables = nextOfEach(count);
        List<Integer> lowest = new ArrayList<>();
        List<Integer> highest = new ArrayList<>();
        for (int state = 0; state < count; state++) {
            lowest.add(spec.isRecorded(state) ? next(1) : -1);
            highest.add(spec.isRecorded(state) ? next(1) : -1);
        }
        List<Integer> chunkLowest = nextOfEach(cells);
        List<Integer> chunkHighest = nextOfEach(cells);
        this.carried = rows;
        int before = cuts ? next(count) : -1;
        List<Integer> last = nextOfEach(step.last());
        List<Integer> differences = nextOfEach(step.differences());
        this.histories = rows;
        List<Integer> starts = new ArrayList<>();
        List<Integer> slopes = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            starts.add(next(LaneKernel.MOST_STEPS + 1));
            slopes.add(spec.model().isMap() ? -1 : next(LaneKernel.MOST_STEPS));
        }
        this.left = rows;
        List<KernelLayout.CellRows> ofCells = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            boolean noisy = spec.isNoisy(cell);
            boolean holds = spec.model().cells().get(cell).holds();
            ofCells.add(new KernelLayout.CellRows(
                    chunkLowest.get(cell),
                    chunkHighest.get(cell),
                    starts.get(cell),
                    slopes.get(cell),
                    last.get(cell),
                    differences.get(cell),
                    next(2),
                    noisy ? variables.get(symbols.variable(symbols.noise(cell))) : -1,
                    noisy ? next(LaneKernel.MOST_STEPS) : -1,
                    holds ? variables.get(symbols.variable(symbols.held(cell))) : -1));
        }
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
                before,
                ofCells,
                variables.subList(spec.ownVariables(), spec.model().variables().size()),
                IntStream.range(spec.model().variables().size(), count)
                        .filter(symbols::isOfTangent)
                        .mapToObj(variables::get)
                        .toList(),
                single);
    }

    private List<Integer> nextOfEach(int count) {
        return IntStream.range(0, count).mapToObj(k -> next(1)).toList();
    }

    /** A row for each of the values that is not always 0; -1 for the others. */
    private List<Integer> nextOfEach(List<Value> values) {
        return values.stream().map(value -> value.isConstant(0) ? -1 : next(1)).toList();
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

    /** Whether a step may have to be cut: a lane then stops before it, and leaves where the advance ends what is known of the step. */
    boolean cuts() {
        return cuts;
    }

    /** The first element of the histories, which are the last that an advance leaves. */
    int histories() {
        return histories * lanes;
    }

    /** The elements that an advance leaves. */
    int left() {
        return left * lanes;
    }
}
