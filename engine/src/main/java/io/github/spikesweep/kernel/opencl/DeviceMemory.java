package io.github.spikesweep.kernel.opencl;

import static org.jocl.CL.CL_FALSE;
import static org.jocl.CL.CL_TRUE;
import static org.jocl.CL.clEnqueueNDRangeKernel;
import static org.jocl.CL.clEnqueueReadBuffer;
import static org.jocl.CL.clEnqueueWriteBuffer;
import static org.jocl.CL.clReleaseCommandQueue;
import static org.jocl.CL.clReleaseKernel;
import static org.jocl.CL.clReleaseMemObject;
import static org.jocl.CL.clSetKernelArg;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneKernel;
import java.util.ArrayList;
import java.util.List;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_command_queue;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;

/** The memory of a kernel on a device, and what passes between it and the host. Not thread-safe. */
final class DeviceMemory implements AutoCloseable {
    /** Lanes beside each other in a work group. */
    private static final int GROUP = 64;
    /** The parameter for what advances leave. */
    private static final int LEFT = 1;

    private final DevicePlan plan;
    private final List<Elements> tables;
    private final LaneProgress progress;
    private final cl_kernel kernel;
    private final cl_command_queue queue;
    /** One for each parameter of the program that is one, in order. */
    private final List<cl_mem> buffers = new ArrayList<>();

    private final DeviceProgram program;
    private final int lanes;
    private final boolean noisy;
    private final cl_mem carried;
    /** The bytes that an advance leaves. */
    private final long left;

    private final cl_mem normals;
    private final List<cl_mem> ofTables = new ArrayList<>();
    private final cl_mem beyond;
    private final cl_mem at;
    private final int[] flag = new int[1];
    private boolean prepared;

    /** @param tables what the host computes, in the order of the parameters */
    DeviceMemory(DeviceProgram program, DevicePlan plan, List<Elements> tables, LaneProgress progress) {
        KernelLayout layout = plan.layout();
        Elements unit = new Elements(program.spec().precision(), 1);
        this.program = program;
        this.plan = plan;
        this.tables = tables;
        this.progress = progress;
        this.lanes = layout.lanes();
        this.noisy = layout.cells().stream().anyMatch(cell -> cell.normals() >= 0);
        this.kernel = program.newKernel();
        this.queue = program.newQueue();
        int cells = layout.cells().size();
        this.carried = parameter(unit.bytes(plan.carried()));
        this.left = unit.bytes(plan.left());
        parameter(left);
        this.normals = parameter(noisy ? unit.bytes(cells * LaneKernel.MOST_STEPS * lanes) : 0);
        tables.forEach(table -> ofTables.add(parameter(table.bytes())));
        this.beyond = parameter(Sizeof.cl_int);
        this.at = parameter((long) progress.count() * Sizeof.cl_int);
    }

    private cl_mem parameter(long bytes) {
        cl_mem buffer = program.newBuffer(bytes);
        clSetKernelArg(kernel, buffers.size(), Sizeof.cl_mem, Pointer.to(buffer));
        buffers.add(buffer);
        return buffer;
    }

    /** Makes room for what so many advances leave. */
    void reserve(int advances) {
        clReleaseMemObject(buffers.get(LEFT));
        buffers.set(LEFT, program.newBuffer(left * advances));
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
        write(carried, 0, from, 0, from.bytes(plan.carried()));
        if (!resumed) {
            writeInputs(from);
        }
        write(at, progress.pointer(), (long) progress.count() * Sizeof.cl_int);
        flag[0] = 0;
        write(beyond, Pointer.to(flag), Sizeof.cl_int);
        int[] numbers = {lanes, advances, steps, resumed ? 1 : 0};
        for (int k = 0; k < numbers.length; k++) {
            clSetKernelArg(kernel, buffers.size() + k, Sizeof.cl_int, Pointer.to(new int[] {numbers[k]}));
        }
        long[] group = {lanes % GROUP == 0 ? GROUP : 1};
        clEnqueueNDRangeKernel(queue, kernel, 1, null, new long[] {lanes}, group, 0, null, null);
        if (plan.cuts()) {
            read(at, 0, progress.pointer(), (long) progress.count() * Sizeof.cl_int);
        }
        read(beyond, 0, Pointer.to(flag), Sizeof.cl_int);
        return flag[0] != 0;
    }

    private void writeInputs(Elements normalsFrom) {
        for (int k = 0; k < tables.size(); k++) {
            boolean timed = k % HostInputs.TABLES == HostInputs.TIMED;
            if (timed || !prepared) {
                Elements table = tables.get(k);
                write(ofTables.get(k), 0, table, 0, table.bytes());
            }
        }
        prepared = true;
        writeNormals(normalsFrom);
    }

    /** Reads some of the elements that an advance of the last launch has left. */
    void read(int advance, Elements into, int first, int count) {
        read(buffers.get(LEFT), advance * left + into.bytes(first), into.pointer(first), into.bytes(count));
    }

    private void writeNormals(Elements from) {
        long each = from.bytes(LaneKernel.MOST_STEPS * lanes);
        List<KernelLayout.CellRows> cells = plan.layout().cells();
        for (int cell = 0; cell < cells.size(); cell++) {
            int rows = cells.get(cell).normals();
            if (rows >= 0) {
                write(normals, cell * each, from, rows, each);
            }
        }
    }

    private void write(cl_mem to, long offset, Elements from, int first, long bytes) {
        if (bytes > 0) {
            clEnqueueWriteBuffer(queue, to, CL_FALSE, offset, bytes, from.pointer(first), 0, null, null);
        }
    }

    private void write(cl_mem to, Pointer from, long bytes) {
        clEnqueueWriteBuffer(queue, to, CL_TRUE, 0, bytes, from, 0, null, null);
    }

    private void read(cl_mem from, long offset, Pointer into, long bytes) {
        clEnqueueReadBuffer(queue, from, CL_TRUE, offset, bytes, into, 0, null, null);
    }

    @Override
    public void close() {
        buffers.forEach(buffer -> clReleaseMemObject(buffer));
        clReleaseKernel(kernel);
        clReleaseCommandQueue(queue);
    }
}
