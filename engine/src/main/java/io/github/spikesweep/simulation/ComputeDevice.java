package io.github.spikesweep.simulation;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.kernel.CompiledKernel;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.opencl.Device;
import io.github.spikesweep.kernel.opencl.Devices;
import io.github.spikesweep.kernel.opencl.OpenClKernels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What takes the steps: the CPU, or a device of OpenCL. Results do not depend on it. Thread-safe. */
public final class ComputeDevice {
    /** The CPU. Nothing of OpenCL is loaded. */
    public static final ComputeDevice CPU = new ComputeDevice(Optional.empty(), false, Optional.empty());

    /** A graphics card is slow with fewer. */
    private static final int MOST_ROWS_OF_GPU = 8192;

    private static final String CPU_NAME = "cpu";
    private static final String AUTO = "auto";
    private static final String GPU = "gpu";

    private final Optional<OpenClKernels> kernels;
    private final boolean insists;
    private final Optional<String> note;

    private ComputeDevice(Optional<OpenClKernels> kernels, boolean insists, Optional<String> note) {
        this.kernels = kernels;
        this.insists = insists;
        this.note = note;
    }

    /**
     * What the user asks for.
     *
     * @param request {@code cpu}, {@code gpu}, {@code auto} (a graphics card, or else the CPU), or part of a device's name
     * @throws InputException if there is no such device
     */
    public static ComputeDevice of(String request) {
        return switch (request) {
            case CPU_NAME -> CPU;
            case AUTO -> auto(Devices.here());
            case GPU -> asked(Devices.here(), Devices.here().gpu(), request);
            default -> asked(Devices.here(), Devices.here().named(request), request);
        };
    }

    private static ComputeDevice auto(Devices devices) {
        return devices.gpu()
                .map(gpu -> new ComputeDevice(
                        Optional.of(new OpenClKernels(gpu)), false, Optional.of("device: " + gpu.name())))
                .orElseGet(() -> new ComputeDevice(
                        Optional.empty(),
                        false,
                        Optional.of(devices.missing().orElse("no device is a graphics card") + "; the CPU computes")));
    }

    private static ComputeDevice asked(Devices devices, Optional<Device> found, String request) {
        Device device = found.orElseThrow(() -> new InputException("--device %s: %s"
                .formatted(request, devices.missing().orElseGet(() -> unknown(devices, request)))));
        return new ComputeDevice(Optional.of(new OpenClKernels(device)), true, Optional.empty());
    }

    private static String unknown(Devices devices, String request) {
        List<String> names = devices.all().stream().map(Device::name).toList();
        return request.equals(GPU)
                ? "no device is a graphics card; OpenCL knows of " + String.join(", ", names)
                : "no device has that name"
                        + new KnownNames(Stream.concat(Stream.of(CPU_NAME, AUTO, GPU), names.stream())
                                        .toList())
                                .hint(request);
    }

    /** What the user should know of the choice, on one line. */
    public Optional<String> note() {
        return note;
    }

    /** Whether it is the CPU alone. */
    public boolean isCpu() {
        return kernels.isEmpty();
    }

    /**
     * Checks that it computes a spec, if it was asked for by name.
     *
     * @throws InputException if it cannot
     */
    public void check(KernelSpec spec) {
        if (insists) {
            kernels.ifPresent(device -> device.check(spec));
        }
    }

    /**
     * Checks that it was not asked for by name where the CPU alone computes.
     *
     * @param rows which rows those are, in the plural
     * @throws InputException if it was
     */
    public void leaveToCpu(String rows) {
        if (insists) {
            kernels.ifPresent(device -> {
                throw new InputException(
                        "device '%s' simulates all of its rows to the end: %s are computed by the CPU alone"
                                .formatted(device.name(), rows));
            });
        }
    }

    /** How many rows of a kind it takes at once where there are enough. */
    public int fullRows() {
        return isGpu() ? MOST_ROWS_OF_GPU : Simulator.MOST_LANES;
    }

    /** Whether it keeps far more rows side by side than a core does. */
    boolean isGpu() {
        return kernels.filter(OpenClKernels::isOnGpu).isPresent();
    }

    /**
     * The kernel of a spec on the device; empty if the CPU is to compute.
     *
     * @throws InputException if the device was asked for by name and cannot compute it
     */
    Optional<CompiledKernel<LaneKernel, KernelLayout>> kernel(KernelSpec spec, int lanes) {
        if (kernels.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(kernels.get().get(spec, lanes));
        } catch (InputException e) {
            if (insists) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
