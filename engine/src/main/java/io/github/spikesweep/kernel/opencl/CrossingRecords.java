package io.github.spikesweep.kernel.opencl;

import static org.jocl.CL.clReleaseKernel;
import static org.jocl.CL.clReleaseMemObject;
import static org.jocl.CL.clSetKernelArg;

import io.github.spikesweep.kernel.KernelLayout;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;

/**
 * Short records of a launch: the histories of the lanes in which a cell crosses its threshold, in that advance, and in the next one if it crosses in the
 * last step. The device looks for them ({@code collect.cl}); all else may stay there. Not thread-safe.
 */
final class CrossingRecords implements AutoCloseable {
    /** There is room for records of one in so many lanes of every advance. */
    private static final int ONE_IN = 8;

    private static final int LEAST_ROOM = 64;

    private final DeviceProgram program;
    private final DeviceQueue queue;
    private final DevicePlan plan;
    private final KernelLayout layout;
    private final int lanes;
    private final int most;
    private final int length;
    private final double[] levels;
    private final Elements thresholds;
    private final int[] count = new int[1];
    private int[] places = {};
    private Elements records;
    private boolean changed;
    private cl_kernel kernel;
    private cl_mem[] buffers = {};

    /** The records of the present launch, by advance and lane: the place, and the number of the record in the lower half. */
    private long[] sorted = {};

    private int advances;
    private final int[] begins;

    /** @param mostAdvances how many a launch takes at most */
    CrossingRecords(DeviceProgram program, DeviceQueue queue, DevicePlan plan, int mostAdvances) {
        this.program = program;
        this.queue = queue;
        this.plan = plan;
        this.layout = plan.layout();
        this.lanes = layout.lanes();
        this.most = Math.max(LEAST_ROOM, lanes * mostAdvances / ONE_IN);
        this.length = (plan.left() - plan.histories()) / lanes;
        this.levels = new double[layout.cells().size()];
        Arrays.fill(levels, Double.NaN);
        this.thresholds = new Elements(program.spec().precision(), levels.length * lanes);
        this.begins = new int[mostAdvances + 1];
    }

    /** The threshold of a cell in a lane, pointing up; NaN where it is not known. */
    interface Thresholds {
        double of(int cell, int lane);
    }

    /** Has later launches look for crossings of a level in a cell, if it is another than before. */
    void watch(int cell, double level) {
        if (levels[cell] != level) {
            levels[cell] = level;
            advances = 0;
            changed = true;
        }
    }

    /** Is to be called when quantities have changed. */
    void prepare() {
        changed = true;
    }

    /** The level that is looked for in a cell; NaN if there is none. */
    double level(int cell) {
        return levels[cell];
    }

    /** Whether the lanes of an advance in which a cell crosses its threshold are known. */
    boolean areOf(int advance) {
        return advance >= 0 && advance < advances;
    }

    /** Whether it is known what to look for: without records there were too many. */
    boolean areWanted() {
        return !Arrays.stream(levels).allMatch(Double::isNaN);
    }

    /** Forgets those of the last launch. */
    void forget() {
        advances = 0;
    }

    /** Collects those of a launch, when the last one's are forgotten. */
    void collect(cl_mem left, int launched, int steps, Thresholds of) {
        if (!areWanted()) {
            return;
        }
        prepareKernel();
        if (changed) {
            for (int cell = 0; cell < levels.length; cell++) {
                for (int lane = 0; lane < lanes; lane++) {
                    double level = Elements.noLess(program.spec().precision(), of.of(cell, lane));
                    thresholds.put(cell * lanes + lane, level);
                }
            }
            queue.write(buffers[0], 0, thresholds.pointer(0), thresholds.bytes());
            changed = false;
        }
        count[0] = 0;
        queue.write(buffers[2], 0, Pointer.to(count), Sizeof.cl_int);
        clSetKernelArg(kernel, buffers.length, Sizeof.cl_mem, Pointer.to(left));
        clSetKernelArg(kernel, buffers.length + 1, Sizeof.cl_int, Pointer.to(new int[] {launched}));
        clSetKernelArg(kernel, buffers.length + 2, Sizeof.cl_int, Pointer.to(new int[] {steps}));
        queue.start(kernel, lanes);
        queue.read(buffers[2], 0, Pointer.to(count), Sizeof.cl_int);
        if (count[0] <= most) {
            advances = launched;
            sort();
        }
    }

    private void sort() {
        queue.read(buffers[3], 0, Pointer.to(places), (long) count[0] * Sizeof.cl_int);
        queue.read(buffers[4], 0, records.pointer(0), records.bytes(count[0] * length));
        sorted = new long[count[0]];
        for (int n = 0; n < sorted.length; n++) {
            sorted[n] = (long) places[n] << 32 | n;
        }
        Arrays.sort(sorted);
        int n = 0;
        for (int advance = 0; advance <= advances; advance++) {
            while (n < sorted.length && place(n) < advance * lanes) {
                n++;
            }
            begins[advance] = n;
        }
    }

    private int place(int n) {
        return (int) (sorted[n] >> 32);
    }

    /**
     * Copies the records of an advance to where its histories belong.
     *
     * @param of is told the lanes
     */
    void copy(int advance, Elements arena, IntConsumer of) {
        for (int n = areOf(advance) ? begins[advance] : 0; areOf(advance) && n < begins[advance + 1]; n++) {
            int lane = place(n) % lanes;
            int record = (int) sorted[n] * length;
            for (int row = 0; row < length; row++) {
                arena.put(plan.histories() + row * lanes + lane, records.get(record + row));
            }
            of.accept(lane);
        }
    }

    /**
     * The lanes with records of an advance, increasing.
     *
     * @param found receives them
     * @return how many they are
     */
    int lanes(int advance, int[] found) {
        int begin = begins[advance];
        int end = begins[advance + 1];
        for (int n = begin; n < end; n++) {
            found[n - begin] = place(n) % lanes;
        }
        return end - begin;
    }

    private void prepareKernel() {
        if (kernel != null) {
            return;
        }
        kernel = program.newKernel(DeviceSource.COLLECT);
        places = new int[most];
        records = thresholds.ofSame(most * length);
        int[] pending = new int[lanes];
        long[] sizes = {
            thresholds.bytes(),
            (long) pending.length * Sizeof.cl_int,
            Sizeof.cl_int,
            (long) most * Sizeof.cl_int,
            records.bytes()
        };
        buffers = new cl_mem[sizes.length];
        for (int k = 0; k < sizes.length; k++) {
            buffers[k] = queue.newBuffer(sizes[k]);
            clSetKernelArg(kernel, k, Sizeof.cl_mem, Pointer.to(buffers[k]));
        }
        queue.write(buffers[1], 0, Pointer.to(pending), (long) pending.length * Sizeof.cl_int);
        KernelLayout.CellRows first = layout.cells().get(0);
        int[] numbers = {
            lanes,
            levels.length,
            plan.left() / lanes,
            first.chunkLowest() / lanes,
            plan.histories() / lanes,
            length / levels.length,
            most
        };
        for (int k = 0; k < numbers.length; k++) {
            clSetKernelArg(kernel, buffers.length + 3 + k, Sizeof.cl_int, Pointer.to(new int[] {numbers[k]}));
        }
    }

    @Override
    public void close() {
        Arrays.stream(buffers).filter(Objects::nonNull).forEach(buffer -> clReleaseMemObject(buffer));
        if (kernel != null) {
            clReleaseKernel(kernel);
        }
    }
}
