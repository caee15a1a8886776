package io.github.spikesweep.kernel.opencl;

import static org.jocl.CL.*;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import java.util.Optional;
import org.jocl.CLException;
import org.jocl.cl_kernel;
import org.jocl.cl_program;

/** A program on a device, for one spec and any number of lanes. Lives as long as the JVM. Thread-safe. */
final class DeviceProgram {
    /**
     * Compilers that are made of LLVM, such as PoCL's, delete the files that they are writing when the process gets a signal, and the JVM sends itself signals whenever its threads
     * have to wait for one another.
     */
    private static final int TRIES = 10;

    private final Device device;
    private final KernelSpec spec;
    private final DeviceSource source;
    private final cl_program program;

    private DeviceProgram(Device device, KernelSpec spec, DeviceSource source) {
        this.device = device;
        this.spec = spec;
        this.source = source;
        String text = source.program();
        this.program =
                clCreateProgramWithSource(device.context(), 1, new String[] {text}, new long[] {text.length()}, null);
        build(1);
    }

    private void build(int tried) {
        try {
            clBuildProgram(program, 0, null, options(device), null, null);
        } catch (CLException e) {
            if (tried < TRIES) {
                build(tried + 1);
                return;
            }
            throw new IllegalStateException(
                    "device '%s' does not compile the kernel of %s: %s"
                            .formatted(device.name(), spec.model().name(), e.getMessage()),
                    e);
        }
    }

    private static String options(Device device) {
        boolean single = device.lacks(Precision.FLOAT).isEmpty();
        return "-cl-std=CL1.2 -D" + DeviceSource.SIDE_BY_SIDE + "="
                + (device.isCpu() ? "barrier(CLK_LOCAL_MEM_FENCE)" : "")
                + (single ? " -cl-fp32-correctly-rounded-divide-sqrt" : "");
    }

    /**
     * @throws InputException if the device cannot compute it with the bits of the CPU
     */
    static DeviceProgram of(Device device, KernelSpec spec) {
        return new DeviceProgram(device, spec, check(device, spec));
    }

    /** The same without a program; returns its source. */
    static DeviceSource check(Device device, KernelSpec spec) {
        DeviceSource source = DeviceSource.of(spec, device.name());
        refusal(device, spec, source).ifPresent(reason -> {
            throw new InputException(reason);
        });
        return source;
    }

    private static Optional<String> refusal(Device device, KernelSpec spec, DeviceSource source) {
        Optional<String> lacks = source.needsDouble() ? device.lacks(Precision.DOUBLE) : Optional.empty();
        lacks = lacks.isEmpty() && spec.precision() == Precision.FLOAT ? device.lacks(Precision.FLOAT) : lacks;
        if (lacks.isPresent()) {
            return Optional.of("device '%s' lacks %s, which %s in precision %s needs"
                    .formatted(
                            device.name(),
                            lacks.get(),
                            spec.model().name(),
                            spec.precision().label()));
        }
        return Optional.empty();
    }

    KernelSpec spec() {
        return spec;
    }

    DeviceSource source() {
        return source;
    }

    Device device() {
        return device;
    }

    /** @param name that of a function of the program */
    cl_kernel newKernel(String name) {
        return clCreateKernel(program, name, null);
    }
}
