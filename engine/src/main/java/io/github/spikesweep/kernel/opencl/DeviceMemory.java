package io.github.spikesweep.kernel.opencl;

import static org.jocl.CL.clReleaseKernel;
import static org.jocl.CL.clReleaseMemObject;
import static org.jocl.CL.clSetKernelArg;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneKernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;

/** The memory of a kernel on a device, and what passes between it and the host. Not thread-safe. */
final class DeviceMemory implements AutoCloseable {
    /** The parameter for what advances leave. */
    private static final int LEFT = 1;

    private final DevicePlan plan;
    private final List<Elements> tables;
    private final LaneProgress progress;
    private final cl_kernel kernel;
    private final DeviceQueue queue;
    /** One for each parameter of the program that is one, in order. */
    private final List<cl_mem> buffers = new ArrayList<>();

    private final int lanes;
    private final boolean noisy;
    private final cl_mem carried;
    /** The bytes that an advance leaves. */
    private final long left;

    private final cl_mem normals;
    private final List<cl_mem> ofTables = new ArrayList<>();
    private final cl_mem beyond;
    private final cl_mem unsound;
    private final cl_mem at;
    private final int[] flag = new int[1];
    /** Of each advance of the last launch whether a lane may have diverged in it. */
    private final int[] unsoundIn;

    private boolean prepared;

    /**
     * @param tables what the host computes, in the order of the parameters
     * @param mostAdvances how many a launch takes at most
     */
    DeviceMemory(
            DeviceProgram program,
            DeviceQueue queue,
            DevicePlan plan,
            List<Elements> tables,
            LaneProgress progress,
            int mostAdvances) {
        KernelLayout layout = plan.layout();
        Elements unit = new Elements(program.spec().precision(), 1);
        this.queue = queue;
        this.plan = plan;
        this.tables = tables;
        this.progress = progress;
        this.lanes = layout.lanes();
        this.noisy = layout.cells().stream().anyMatch(cell -> cell.normals() >= 0);
        this.kernel = program.newKernel(DeviceSource.ADVANCE);
        int cells = layout.cells().size();
        this.carried = parameter(unit.bytes(plan.carried()));
        this.left = unit.bytes(plan.left());
        parameter(left);
        this.normals = parameter(noisy ? unit.bytes(cells * LaneKernel.MOST_STEPS * lanes) : 0);
        tables.forEach(table -> ofTables.add(parameter(table.bytes())));
        this.beyond = parameter(Sizeof.cl_int);
        this.unsoundIn = new int[mostAdvances];
        this.unsound = parameter((long) mostAdvances * Sizeof.cl_int);
        this.at = parameter((long) progress.count() * Sizeof.cl_int);
    }

    private cl_mem parameter(long bytes) {
        cl_mem buffer = queue.newBuffer(bytes);
        clSetKernelArg(kernel, buffers.size(), Sizeof.cl_mem, Pointer.to(buffer));
        buffers.add(buffer);
        return buffer;
    }

    /** Makes room for what so many advances leave. */
    void reserve(int advances) {
        cl_mem larger = queue.newBuffer(left * advances);
        clReleaseMemObject(buffers.get(LEFT));
        buffers.set(LEFT, larger);
        clSetKernelArg(kernel, LEFT, Sizeof.cl_mem, Pointer.to(buffers.get(LEFT)));
    }

    /** Is to be called when the tables of what holds for all steps have changed. */
    void prepare() {
        prepared = false;
    }

    /**
     * Takes {@code advances} of so many {@code steps}, or goes on with them.
     *
     * @param from begins with what lanes start from, and has the normal deviates
     * @param resumed whether lanes go on after a step that was cut
     * @return whether it came to what only the CPU can compute
     */
    boolean run(Elements from, int advances, int steps, boolean resumed) {
        queue.write(carried, 0, from.pointer(0), from.bytes(plan.carried()));
        if (!resumed) {
            writeInputs(from);
        }
        queue.write(at, 0, progress.pointer(), (long) progress.count() * Sizeof.cl_int);
        flag[0] = 0;
        queue.write(beyond, 0, Pointer.to(flag), Sizeof.cl_int);
        Arrays.fill(unsoundIn, 0);
        queue.write(unsound, 0, Pointer.to(unsoundIn), (long) advances * Sizeof.cl_int);
        int[] numbers = {lanes, advances, steps, resumed ? 1 : 0};
        for (int k = 0; k < numbers.length; k++) {
            clSetKernelArg(kernel, buffers.size() + k, Sizeof.cl_int, Pointer.to(new int[] {numbers[k]}));
        }
        queue.start(kernel, lanes);
        if (plan.cuts()) {
            queue.read(at, 0, progress.pointer(), (long) progress.count() * Sizeof.cl_int);
        }
        queue.read(unsound, 0, Pointer.to(unsoundIn), (long) advances * Sizeof.cl_int);
        queue.read(beyond, 0, Pointer.to(flag), Sizeof.cl_int);
        return flag[0] != 0;
    }

    /** Whether a lane may have diverged in an advance of the last launch; not told of kernels whose steps may be cut. */
    boolean isUnsound(int advance) {
        return unsoundIn[advance] != 0;
    }

    /** What advances of the last launch have left. */
    cl_mem left() {
        return buffers.get(LEFT);
    }

    private void writeInputs(Elements normalsFrom) {
        for (int k = 0; k < tables.size(); k++) {
            boolean timed = k % HostInputs.TABLES == HostInputs.TIMED;
            if (timed || !prepared) {
                Elements table = tables.get(k);
                queue.write(ofTables.get(k), 0, table.pointer(0), table.bytes());
            }
        }
        prepared = true;
        writeNormals(normalsFrom);
    }

    /** Reads some of the elements that an advance of the last launch has left. */
    void read(int advance, Elements into, int first, int count) {
        read(advance, first, into, first, count);
    }

    /** Reads them into another place. */
    void read(int advance, int first, Elements into, int place, int count) {
        queue.read(buffers.get(LEFT), advance * left + into.bytes(first), into.pointer(place), into.bytes(count));
    }

    private void writeNormals(Elements from) {
        long each = from.bytes(LaneKernel.MOST_STEPS * lanes);
        List<KernelLayout.CellRows> cells = plan.layout().cells();
        for (int cell = 0; cell < cells.size(); cell++) {
            int rows = cells.get(cell).normals();
            if (rows >= 0) {
                queue.write(normals, cell * each, from.pointer(rows), each);
            }
        }
    }

    @Override
    public void close() {
        buffers.forEach(buffer -> clReleaseMemObject(buffer));
        clReleaseKernel(kernel);
    }
}
