package io.github.spikesweep.simulation;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.DeviceLimitException;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.java.JavaKernels;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Simulates rows, side by side in lanes where they share a kernel and a protocol. Not thread-safe: one per task. */
public final class Simulator {
    /** The most rows that a kernel takes; whole multiples of it keep every lane busy. */
    public static final int MOST_LANES = 512;

    /** Lanes by precision: a row of the kernel's memory then has 2 KiB, and a few of them stay in the first-level cache. */
    private static final Map<Precision, Integer> WIDEST = Map.of(Precision.DOUBLE, 256, Precision.FLOAT, MOST_LANES);

    /** The coefficients of all series stay in the second-level cache. */
    private static final int SERIES_LANES = 64;

    /** Fewer are not worth another kernel, unless rows are long. */
    private static final int FEWEST_LANES = 8;
    /** From this many steps on, a few rows get a kernel of just their width, several times faster than one of eight lanes. */
    private static final long LONG_ROW = 100_000;
    /** About how many steps with a fixed length take as long as an adaptive lane for one unit of time. */
    private static final double ADAPTIVE_COST = 100;
    /** Below this many neuron-steps, a kernel of a device that is too wide is faster than a new narrow one. */
    private static final long WORTH_A_NEW_KERNEL = 20_000_000;

    private final Recording recording;
    private final int mostLanes;
    private final ComputeDevice device;

    public Simulator(Recording recording) {
        this(recording, ComputeDevice.CPU);
    }

    /** @param device what takes steps of one length for all; adaptive ones are the CPU's */
    public Simulator(Recording recording, ComputeDevice device) {
        this(recording, device.fullRows(), device);
    }

    /** @param mostLanes how many rows run side by side at most; results do not depend on it */
    Simulator(Recording recording, int mostLanes) {
        this(recording, mostLanes, ComputeDevice.CPU);
    }

    Simulator(Recording recording, int mostLanes, ComputeDevice device) {
        this.recording = recording;
        this.mostLanes = mostLanes;
        this.device = device;
    }

    /**
     * Simulates {@code trials} and returns one outcome for each, in the same order.
     *
     * @throws java.util.concurrent.CancellationException soon after the thread is interrupted; its flag stays set
     */
    public List<Outcome> run(List<Trial> trials) {
        return run(trials, Progress.NONE);
    }

    /**
     * The same, telling {@code progress} how far it is, except for the last steps of a row.
     *
     * @throws java.util.concurrent.CancellationException also soon after {@code progress} is stopped
     */
    public List<Outcome> run(List<Trial> trials, Progress progress) {
        Outcome[] outcomes = new Outcome[trials.size()];
        for (int[] rows : kinds(trials)) {
            Trial first = trials.get(rows[0]);
            int widest = widest(first);
            // Lanes with steps of their own take one row after the other.
            int together = first.kernel().integrator().isAdaptive() ? rows.length : widest;
            for (int from = 0; from < rows.length; from += together) {
                List<Trial> block = block(trials, rows, from, Math.min(from + together, rows.length));
                long work = block.size() * steps(first.protocol());
                boolean asWideAsBefore = !device.isCpu() && from > 0 && work < WORTH_A_NEW_KERNEL;
                int fewest = asWideAsBefore ? widest : fewest(block.get(0).whole());
                List<Outcome> results = run(block, lanes(block.size(), fewest, widest), widest, progress);
                for (int k = 0; k < block.size(); k++) {
                    outcomes[rows[from + k]] = results.get(k);
                }
            }
        }
        return Arrays.asList(outcomes);
    }

    /**
     * The same, but each row ends when it has settled: it {@linkplain Outcome#settledAt tells when}, and its spikes are those of the whole duration, so far as
     * they follow.
     *
     * @param trials of neurons with fixed steps, without noise and with inputs that do not change
     */
    public List<Outcome> runUntilSettled(List<Trial> trials, Progress progress) {
        Outcome[] outcomes = new Outcome[trials.size()];
        for (int[] rows : kinds(trials)) {
            List<Trial> together = block(trials, rows, 0, rows.length);
            int widest = widest(together.get(0));
            int fewest = fewest(together.get(0).whole());
            List<Outcome> results =
                    new SettlingRun(together, recording, widest, progress).run(count -> lanes(count, fewest, widest));
            for (int k = 0; k < rows.length; k++) {
                outcomes[rows[k]] = results.get(k);
            }
        }
        return Arrays.asList(outcomes);
    }

    private static List<Trial> block(List<Trial> trials, int[] rows, int from, int to) {
        return Arrays.stream(rows, from, to).mapToObj(trials::get).toList();
    }

    /** The numbers of the trials that share a kernel and a protocol. */
    private static List<int[]> kinds(List<Trial> trials) {
        // By identity: comparing specs by content would take longer than simulating a short row.
        IdentityHashMap<KernelSpec, Map<Protocol, IntStream.Builder>> groups = new IdentityHashMap<>();
        IntStream.Builder group = IntStream.builder();
        for (int row = 0; row < trials.size(); row++) {
            Trial trial = trials.get(row);
            // Neighbours are mostly of one kind.
            if (row == 0 || !trial.isOfOneKindWith(trials.get(row - 1))) {
                group = groups.computeIfAbsent(trial.kernel(), kernel -> new LinkedHashMap<>())
                        .computeIfAbsent(trial.protocol(), protocol -> IntStream.builder());
            }
            group.add(row);
        }
        return groups.values().stream()
                .flatMap(byProtocol -> byProtocol.values().stream())
                .map(rows -> rows.build().toArray())
                .toList();
    }

    private int widest(Trial trial) {
        return device.isGpu() ? mostLanes : Math.min(mostLanes, widest(trial.kernel()));
    }

    /** How many rows run side by side where there are enough. */
    static int widest(KernelSpec kernel) {
        return widest(kernel.integrator(), kernel.precision());
    }

    /** The same of all kernels of an integrator, in one precision. */
    public static int widest(Integrator integrator, Precision precision) {
        return integrator == Integrator.TAYLOR ? SERIES_LANES : WIDEST.get(precision);
    }

    /** What a row takes, in steps of a fixed length. */
    private static long steps(Protocol protocol) {
        return protocol instanceof Protocol.Fixed fixed ? fixed.steps() : (long) (ADAPTIVE_COST * protocol.duration());
    }

    private static int fewest(Protocol protocol) {
        return steps(protocol) < LONG_ROW ? FEWEST_LANES : 1;
    }

    /** Runs trials side by side. */
    private List<Outcome> run(List<Trial> block, int lanes, int widest, Progress progress) {
        KernelSpec kernel = block.get(0).kernel();
        if (kernel.integrator().isAdaptive()) {
            device.check(kernel);
        }
        return block.get(0).protocol() instanceof Protocol.Adaptive adaptive
                ? new AdaptiveBlock(
                                JavaKernels.adaptive(kernel, adaptive.errorPerStep())
                                        .get(kernel, lanes, widest, steps(adaptive)),
                                block,
                                recording,
                                progress)
                        .run()
                : withFixedSteps(kernel, lanes, widest, block, progress);
    }

    private List<Outcome> withFixedSteps(
            KernelSpec kernel, int lanes, int widest, List<Trial> block, Progress progress) {
        var onDevice = device.kernel(kernel, lanes);
        if (onDevice.isPresent()) {
            try {
                return new LaneBlock(onDevice.get(), block, recording, progress).run();
            } catch (DeviceLimitException e) {
                // The CPU computes all of it, with the same bits.
            }
        }
        long steps = steps(block.get(0).protocol());
        return new LaneBlock(JavaKernels.fixed().get(kernel, lanes, widest, steps), block, recording, progress).run();
    }

    /**
     * The width depends on the work, in powers of two, so that few widths are compiled and rows do not collide in the cache.
     */
    private static int lanes(int rows, int fewest, int widest) {
        int lanes = fewest;
        while (lanes < rows) {
            lanes *= 2;
        }
        return Math.min(lanes, widest);
    }
}
