package io.github.spikesweep.kernel.opencl;

import static org.jocl.CL.CL_MEM_READ_WRITE;
import static org.jocl.CL.CL_TRUE;
import static org.jocl.CL.clCreateBuffer;
import static org.jocl.CL.clCreateCommandQueue;
import static org.jocl.CL.clEnqueueNDRangeKernel;
import static org.jocl.CL.clEnqueueReadBuffer;
import static org.jocl.CL.clEnqueueWriteBuffer;
import static org.jocl.CL.clReleaseCommandQueue;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;

/** What a kernel has the device do, one thing after the other. Methods throw {@link IllegalStateException} if the device fails. Not thread-safe. */
final class DeviceQueue implements AutoCloseable {
    /** Lanes beside each other in a work group. */
    private static final int GROUP = 64;

    private final Device device;
    private final LongAdder received;
    private final cl_command_queue queue;

    /** @param received adds up the bytes that are read */
    DeviceQueue(Device device, LongAdder received) {
        this.device = device;
        this.received = received;
        this.queue = created();
    }

    @SuppressWarnings("deprecation") // that of OpenCL 1.2 is on all devices
    private cl_command_queue created() {
        return onDevice(() -> clCreateCommandQueue(device.context(), device.id(), 0, null));
    }

    private static <T> T onDevice(Supplier<T> work) {
        try {
            return work.get();
        } catch (CLException e) {
            throw new IllegalStateException(
                    "a device failed with " + e.getMessage() + "; run the same command again, or without --device", e);
        }
    }

    /** To be released by the caller. */
    cl_mem newBuffer(long bytes) {
        return onDevice(() -> clCreateBuffer(device.context(), CL_MEM_READ_WRITE, Math.max(8, bytes), null, null));
    }

    void write(cl_mem to, long offset, Pointer from, long bytes) {
        if (bytes > 0) {
            onDevice(() -> clEnqueueWriteBuffer(queue, to, CL_TRUE, offset, bytes, from, 0, null, null));
        }
    }

    void read(cl_mem from, long offset, Pointer into, long bytes) {
        if (bytes > 0) {
            received.add(bytes);
            onDevice(() -> clEnqueueReadBuffer(queue, from, CL_TRUE, offset, bytes, into, 0, null, null));
        }
    }

    /** Has an item of a kernel work on each lane. */
    void start(cl_kernel kernel, int lanes) {
        long[] group = {lanes % GROUP == 0 ? GROUP : 1};
        onDevice(() -> clEnqueueNDRangeKernel(queue, kernel, 1, null, new long[] {lanes}, group, 0, null, null));
    }

    @Override
    public void close() {
        clReleaseCommandQueue(queue);
    }
}
