package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelCache;
import io.github.spikesweep.kernel.KernelSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Simulates rows, side by side in lanes where they share a kernel and a protocol. Not thread-safe: one per task. */
public final class Simulator {
    /** As many lanes as a kernel has at the most. */
    public static final int MOST_LANES = 256;

    private static final int FEWEST_LANES = 8;

    private final KernelCache kernels;
    private final boolean keepSpikeTimes;
    private final int mostLanes;

    /** @param keepSpikeTimes whether outcomes hold every spike time */
    public Simulator(boolean keepSpikeTimes) {
        this(keepSpikeTimes, MOST_LANES);
    }

    /** @param mostLanes how many rows run side by side at the most; results do not depend on it */
    Simulator(boolean keepSpikeTimes, int mostLanes) {
        this.kernels = KernelCache.shared();
        this.keepSpikeTimes = keepSpikeTimes;
        this.mostLanes = mostLanes;
    }

    /** Simulates {@code trials} and returns one outcome for each, in the same order. */
    public List<Outcome> run(List<Trial> trials) {
        // By identity: comparing specs by content for every row would cost more than many a row.
        IdentityHashMap<KernelSpec, Map<Protocol, List<Integer>>> groups = new IdentityHashMap<>();
        for (int row = 0; row < trials.size(); row++) {
            Trial trial = trials.get(row);
            groups.computeIfAbsent(trial.kernel(), kernel -> new LinkedHashMap<>())
                    .computeIfAbsent(trial.protocol(), protocol -> new ArrayList<>())
                    .add(row);
        }
        Outcome[] outcomes = new Outcome[trials.size()];
        groups.forEach((kernel, byProtocol) -> byProtocol.values().forEach(rows -> {
            for (int from = 0; from < rows.size(); from += mostLanes) {
                run(kernel, trials, rows.subList(from, Math.min(from + mostLanes, rows.size())), outcomes);
            }
        }));
        return Arrays.asList(outcomes);
    }

    /** Runs the trials of {@code rows} side by side. */
    private void run(KernelSpec kernel, List<Trial> trials, List<Integer> rows, Outcome[] outcomes) {
        List<Trial> block = rows.stream().map(trials::get).toList();
        List<Outcome> results = new LaneBlock(kernels.get(kernel, lanes(rows.size())), block, keepSpikeTimes).run();
        for (int k = 0; k < rows.size(); k++) {
            outcomes[rows.get(k)] = results.get(k);
        }
    }

    /** The width follows the work, in powers of two: few widths are compiled, and rows keep apart in the cache. */
    private int lanes(int rows) {
        int lanes = FEWEST_LANES;
        while (lanes < rows) {
            lanes *= 2;
        }
        return Math.min(lanes, mostLanes);
    }
}
