package io.github.spikesweep.kernel.opencl;

import io.github.spikesweep.kernel.CompiledKernel;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Kernels with fixed steps on a device, compiled when first asked for. Thread-safe. */
public final class OpenClKernels {
    private final Device device;
    private final Map<KernelSpec, DeviceProgram> programs = new LinkedHashMap<>();

    private final LongAdder received = new LongAdder();

    public OpenClKernels(Device device) {
        this.device = device;
    }

    /** What the device is called. */
    public String name() {
        return device.name();
    }

    /** How many bytes have come from the device so far. */
    public long receivedBytes() {
        return received.sum();
    }

    /** Whether the device is a graphics card. */
    public boolean isOnGpu() {
        return device.isGpu();
    }

    /**
     * A kernel of {@code spec} with that many lanes. To be closed when it is no longer used.
     *
     * @throws io.github.spikesweep.document.InputException if the device cannot compute it with the bits of the CPU
     */
    public CompiledKernel<LaneKernel, KernelLayout> get(KernelSpec spec, int lanes) {
        DeviceProgram program = program(spec);
        DevicePlan plan = new DevicePlan(
                spec, program.source().symbols(), program.source().step(), lanes);
        return new CompiledKernel<>(plan.layout(), () -> new DeviceKernel(program, plan, received));
    }

    /**
     * Checks that the device can compute a spec with the bits of the CPU.
     *
     * @throws io.github.spikesweep.document.InputException if it cannot
     */
    public void check(KernelSpec spec) {
        DeviceProgram.check(device, spec);
    }

    /**
     * The same of a device of another machine, so far as it can be told here.
     *
     * @param name what it is called
     * @throws io.github.spikesweep.document.InputException if no device can
     */
    public static void check(KernelSpec spec, String name) {
        DeviceSource.of(spec, name);
    }

    private synchronized DeviceProgram program(KernelSpec spec) {
        return programs.computeIfAbsent(spec, of -> DeviceProgram.of(device, of));
    }
}
