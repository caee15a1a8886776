package io.github.spikesweep.kernel.opencl;

import io.github.spikesweep.kernel.DeviceLimitException;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.model.Range;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntPredicate;

/**
 * A kernel whose steps a device takes. It is read and written as one in Java is, in memory of the host, which fetches from the device what is asked for.
 * The device may be some advances ahead; they count as long as nothing is written.
 */
final class DeviceKernel implements LaneKernel {
    private static final int MOST_ADVANCES = 64;
    /** A launch becomes no longer than twice this: desktop cards end those that keep the screen waiting. */
    private static final double LAUNCH_SECONDS = 0.2;

    private final KernelSpec spec;
    private final DevicePlan plan;
    private final KernelLayout layout;
    private final int lanes;
    private final Elements arena;
    private final LeftRows rows;
    private final CrossingRecords records;
    /** What was written, unrounded, by element. */
    private final double[] given;

    private final HostInputs inputs;
    private final LaneProgress progress;
    private final DeviceQueue queue;
    private final DeviceMemory device;
    private final int[] one = new int[1];
    /** For how many advances there is room on the device. */
    private int room;

    private final int mostAdvances;
    private final boolean noisy;
    private boolean written;
    private long expected;
    /** How many advances the device has taken at once, and how many of them count already; the next one starts after so many steps. */
    private int launched;

    private int used;
    private long next;
    /** How often lanes had to go on after steps that were cut, since advances were launched. */
    private int resumed;
    /** How many it is to take at once. */
    private int wanted = 1;

    /** @param received adds up the bytes that come from the device */
    DeviceKernel(DeviceProgram program, DevicePlan plan, LongAdder received) {
        this.spec = program.spec();
        this.plan = plan;
        this.layout = plan.layout();
        this.lanes = layout.lanes();
        this.arena = new Elements(spec.precision(), layout.elements());
        this.given = new double[layout.elements()];
        this.noisy = layout.cells().stream().anyMatch(cell -> cell.normals() >= 0);
        long ahead = program.device().memoryAhead() / arena.bytes(plan.left());
        this.mostAdvances = (int) Math.max(1, Math.min(MOST_ADVANCES, ahead));
        this.inputs = new HostInputs(program, layout, mostAdvances);
        this.progress = new LaneProgress(lanes);
        this.queue = new DeviceQueue(program.device(), received);
        this.device = new DeviceMemory(program, queue, plan, inputs.tables(), progress, mostAdvances);
        this.records = new CrossingRecords(program, queue, plan, mostAdvances);
        this.rows = new LeftRows(plan, arena, device, records);
    }

    @Override
    public double get(int element) {
        return rows.get(element);
    }

    @Override
    public void put(int element, double value) {
        rows.put(element, value);
        given[element] = value;
        written |= element < plan.carried();
    }

    @Override
    public void read(int element, int width, int stride, int count, double[] into) {
        rows.read(element, width, stride, count, into);
    }

    @Override
    public void prepare(double step) {
        inputs.prepare(step, element -> given[element]);
        device.prepare();
        records.prepare();
        written = true;
    }

    /** The threshold of a cell where it is a quantity, pointing up. */
    private Optional<Double> level(int cell, int lane) {
        return spec.threshold(cell)
                .map(quantity -> layout.quantities().get(spec.quantities().indexOf(quantity)))
                .map(place -> spec.direction(cell).sign() * arena.get(place.at(lane)));
    }

    @Override
    public void expect(long steps) {
        expected = steps;
    }

    @Override
    public void step(double time) {
        throw new IllegalStateException("a device takes no single steps");
    }

    @Override
    public void advance(long first, int steps, Cuts cuts) {
        rows.turn();
        boolean isNext = !written && used < launched && next == first && steps == MOST_STEPS;
        if (!isNext) {
            launch(first, steps, cuts);
        }
        rows.take(used, steps);
        while (cut(first, steps, cuts)) {
            resumed++;
            run(launched, steps, true);
            rows.take(used, steps);
        }
        used++;
        next = first + steps;
    }

    /** Has the device take an advance, and some after it if these are likely to count. */
    private void launch(long first, int steps, Cuts cuts) {
        boolean wasted = used < launched;
        wanted = wasted ? Math.max(1, used) : Math.min(mostAdvances, wanted);
        // The few lanes that go on in between take as long as all of them.
        wanted = resumed > 0 && resumed >= launched ? Math.max(1, Math.min(wanted, launched / 2)) : wanted;
        long whole = steps < MOST_STEPS || noisy ? 1 : Math.max(1, (expected - first) / MOST_STEPS);
        launched = (int) Math.min(wanted, whole);
        long begin = System.nanoTime();
        run(first, launched, steps, lane -> cuts.leaves(lane, first));
        double seconds = (System.nanoTime() - begin) * 1e-9;
        wanted = seconds < LAUNCH_SECONDS ? 2 * launched : seconds > 2 * LAUNCH_SECONDS ? 1 + launched / 2 : launched;
        used = 0;
        resumed = 0;
        written = false;
    }

    /** @param passing the lanes in which no step is cut */
    private void run(long first, int count, int steps, IntPredicate passing) {
        rows.beforeLaunch();
        if (room < count) {
            device.reserve(count);
            room = count;
        }
        if (inputs.isTimed()) {
            inputs.times(first, count * steps);
        }
        for (int lane = 0; lane < lanes; lane++) {
            progress.start(lane, passing.test(lane) ? LaneProgress.PASSES : LaneProgress.WATCHED);
        }
        run(count, steps, false);
    }

    private void run(int count, int steps, boolean goesOn) {
        if (device.run(arena, count, steps, goesOn)) {
            throw new DeviceLimitException(
                    spec.model().name() + " comes to numbers of which only the CPU computes logarithms and powers");
        }
        records.forget();
        if (!rows.wantsAll()) {
            records.collect(device.left(), count, steps, (cell, lane) -> threshold(cell, lane, records.level(cell)));
        }
    }

    /**
     * Cuts the steps before which lanes have stopped in an advance that was read. Lanes that have stopped in a later one stay until that is asked for.
     *
     * @return whether there are such, which then have to go on
     */
    private boolean cut(long first, int steps, Cuts cuts) {
        boolean goesOn = false;
        for (int lane = 0; plan.cuts() && lane < lanes; lane++) {
            int k = progress.taken(lane) - used * steps;
            if (k >= steps) {
                progress.goOn(lane, LaneProgress.STAYS);
                continue;
            }
            one[0] = lane;
            cuts.cut(first + k, k, one, 1);
            progress.goOn(lane, cuts.leaves(lane, first + k + 1) ? LaneProgress.PASSES : LaneProgress.WATCHED);
            goesOn = true;
        }
        written = false;
        return goesOn;
    }

    @Override
    public void slopeAtEnd(long steps) {
        run(steps, 1, 1, lane -> true);
        launched = 0;
        used = 0;
        rows.takeSlopes();
    }

    @Override
    public void rewind() {
        rows.rewind();
        written = true;
    }

    @Override
    public int find(int cell, Sign sign, double level, int[] found) {
        return switch (sign) {
            case CROSSED -> crossed(cell, level, found);
            case STEEP -> steep(layout.cells().get(cell).slopes(), level, found);
            case UNSOUND -> !rows.hasCarried() && !device.isUnsound(used - 1) ? 0 : unsound(found);
        };
    }

    @Override
    public int crossings(int cell, int steps, double level, int[] found, int[] rises) {
        records.watch(cell, level);
        boolean recorded = records.areOf(used - 1);
        int candidates = recorded ? records.lanes(used - 1, found) : crossed(cell, level, found);
        int starts = layout.cells().get(cell).starts();
        int count = 0;
        for (int n = 0; n < candidates; n++) {
            int lane = found[n];
            double threshold = threshold(cell, lane, level);
            rows.require(starts + lane, 1);
            int rising = 0;
            double before = arena.get(starts + lane);
            for (int k = 0; k < steps; k++) {
                double after = arena.get(starts + (k + 1) * lanes + lane);
                rising |= (before < threshold && after >= threshold ? 1 : 0) << k;
                before = after;
            }
            if (rising != 0) {
                found[count] = lane;
                rises[count++] = rising;
            }
        }
        return count;
    }

    /** That of a lane, where each has its own; the same for all otherwise. */
    private double threshold(int cell, int lane, double level) {
        boolean own = spec.threshold(cell)
                .filter(quantity -> spec.varying().contains(quantity))
                .isPresent();
        return own ? level(cell, lane).orElseThrow() : level;
    }

    private int crossed(int cell, double level, int[] found) {
        int lowest = layout.cells().get(cell).chunkLowest();
        int highest = layout.cells().get(cell).chunkHighest();
        rows.require(lowest, lanes);
        return where(found, lane -> {
            double threshold = threshold(cell, lane, level);
            return arena.get(lowest + lane) < threshold && arena.get(highest + lane) >= threshold;
        });
    }

    private int steep(int slopes, double level, int[] found) {
        if (slopes >= 0) {
            rows.require(slopes, lanes);
        }
        return where(found, lane -> {
            double steepest = slopes < 0 ? 0 : Double.NEGATIVE_INFINITY;
            for (int k = 0; k < (slopes < 0 ? 0 : MOST_STEPS); k++) {
                steepest = Math.max(steepest, arena.get(slopes + k * lanes + lane));
            }
            return steepest >= level;
        });
    }

    private int unsound(int[] found) {
        rows.require(0, lanes);
        return where(found, this::isUnsound);
    }

    private boolean isUnsound(int lane) {
        for (int variable = 0; variable < spec.ownVariables(); variable++) {
            double value = arena.get(layout.variables().get(variable) + lane);
            Range range = spec.model().variables().get(variable).range();
            boolean outside = layout.isRecorded(variable)
                    && !(arena.get(layout.lowest().get(variable) + lane) >= range.low()
                            && arena.get(layout.highest().get(variable) + lane) <= range.high());
            if (!Double.isFinite(value) || outside) {
                return true;
            }
        }
        return false;
    }

    private int where(int[] found, IntPredicate condition) {
        int count = 0;
        for (int lane = 0; lane < lanes; lane++) {
            if (condition.test(lane)) {
                found[count++] = lane;
            }
        }
        return count;
    }

    @Override
    public void close() {
        records.close();
        device.close();
        queue.close();
    }
}
