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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What takes the steps: the CPU, or a device of OpenCL. Results do not depend on it. Thread-safe. */
public final class ComputeDevice {
    /** The CPU. Nothing of OpenCL is loaded. */
    public static final ComputeDevice CPU = onCpu("cpu", Optional.empty());

    /** A graphics card is slow with fewer. */
    private static final int MOST_ROWS_OF_GPU = 8192;

    private static final String AUTO = "auto";
    private static final String GPU = "gpu";

    private final String request;
    private final Optional<OpenClKernels> kernels;
    private final boolean insists;
    private final Optional<String> note;

    private ComputeDevice(String request, Optional<OpenClKernels> kernels, boolean insists, Optional<String> note) {
        this.request = request;
        this.kernels = kernels;
        this.insists = insists;
        this.note = note;
    }

    private static ComputeDevice onCpu(String request, Optional<String> note) {
        return new ComputeDevice(request, Optional.empty(), false, note);
    }

    /** What the user asks for, the first such device. */
    public static ComputeDevice of(String request) {
        return of(request, 0);
    }

    /** What other machines are asked for: it checks what can be checked without the device, and in this process the CPU computes. */
    public static ComputeDevice elsewhere(String request) {
        boolean insists = !request.equalsIgnoreCase(CPU.request()) && !request.equalsIgnoreCase(AUTO);
        return new ComputeDevice(request, Optional.empty(), insists, Optional.empty());
    }

    /**
     * What the user asks for.
     *
     * @param request {@code cpu}, {@code gpu}, {@code auto} (a graphics card, or else the CPU), or part of a device's name
     * @param number which of several such devices, from 0 on; if there are fewer, it is counted around
     * @throws InputException if there is no such device
     */
    public static ComputeDevice of(String request, int number) {
        return switch (request.toLowerCase(Locale.ROOT)) {
            case "cpu" -> CPU;
            case AUTO -> auto(Devices.here(), number);
            case GPU -> asked(Devices.here(), Devices.here().gpus(), request, number);
            default -> asked(Devices.here(), Devices.here().named(request), request, number);
        };
    }

    private static ComputeDevice auto(Devices devices, int number) {
        if (devices.gpus().isEmpty()) {
            return onCpu(
                    AUTO, Optional.of(devices.missing().orElse("no device is a graphics card") + "; the CPU computes"));
        }
        Device gpu = chosen(devices.gpus(), number);
        return new ComputeDevice(
                AUTO, Optional.of(new OpenClKernels(gpu)), false, Optional.of("device: " + gpu.name()));
    }

    private static ComputeDevice asked(Devices devices, List<Device> found, String request, int number) {
        if (found.isEmpty()) {
            throw new InputException("--device %s: %s"
                    .formatted(request, devices.missing().orElseGet(() -> unknown(devices, request))));
        }
        return new ComputeDevice(
                request, Optional.of(new OpenClKernels(chosen(found, number))), true, Optional.empty());
    }

    private static Device chosen(List<Device> found, int number) {
        return found.get(Math.floorMod(number, found.size()));
    }

    private static String unknown(Devices devices, String request) {
        List<String> names = devices.all().stream().map(Device::name).toList();
        return request.equals(GPU)
                ? "no device is a graphics card; OpenCL knows of " + String.join(", ", names)
                : "no device has that name"
                        + new KnownNames(Stream.concat(Stream.of("cpu", AUTO, GPU), names.stream())
                                        .toList())
                                .hint(request);
    }

    /** What was asked for. */
    public String request() {
        return request;
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
            kernels.ifPresentOrElse(device -> device.check(spec), () -> OpenClKernels.check(spec, request));
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
            throw new InputException(
                    "device '%s' simulates all of its rows to the end: %s are computed by the CPU alone"
                            .formatted(kernels.map(OpenClKernels::name).orElse(request), rows));
        }
    }

    /** How many bytes have come from a device so far. */
    public long receivedBytes() {
        return kernels.map(OpenClKernels::receivedBytes).orElse(0L);
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
