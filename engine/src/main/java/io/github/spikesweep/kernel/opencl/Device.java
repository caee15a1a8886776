package io.github.spikesweep.kernel.opencl;

import static org.jocl.CL.*;

import io.github.spikesweep.kernel.Precision;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/** A device of OpenCL, with a context that all kernels on it share. Thread-safe. */
public final class Device {
    private static final int PARTS = 64;
    private static final long MOST_BYTES = 256 << 20;
    private static final long LEAST_BYTES = 32 << 20;

    private final cl_platform_id platform;
    private final cl_device_id id;
    private final String name;
    private final long type;
    private cl_context context;

    Device(cl_platform_id platform, cl_device_id id) {
        this.platform = platform;
        this.id = id;
        this.name = text(CL_DEVICE_NAME);
        this.type = number(CL_DEVICE_TYPE);
    }

    /** The name that its driver gives it. */
    public String name() {
        return name;
    }

    /** {@code gpu}, {@code cpu} or {@code accelerator}. */
    public String type() {
        return isGpu() ? "gpu" : isCpu() ? "cpu" : "accelerator";
    }

    boolean isCpu() {
        return (type & CL_DEVICE_TYPE_CPU) != 0;
    }

    /** Whether it is a graphics card. */
    public boolean isGpu() {
        return (type & CL_DEVICE_TYPE_GPU) != 0;
    }

    /** What it lacks to compute in a precision with the bits of the CPU; empty if it has all. */
    public Optional<String> lacks(Precision precision) {
        if (precision == Precision.DOUBLE) {
            return number(CL_DEVICE_DOUBLE_FP_CONFIG) == 0 ? Optional.of("double precision") : Optional.empty();
        }
        long has = number(CL_DEVICE_SINGLE_FP_CONFIG);
        if ((has & CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT) == 0) {
            return Optional.of("correctly rounded division in single precision");
        }
        if ((has & CL_FP_DENORM) == 0) {
            return Optional.of("subnormal numbers in single precision");
        }
        boolean ieee = (has & CL_FP_INF_NAN) != 0 && (has & CL_FP_ROUND_TO_NEAREST) != 0;
        return ieee ? Optional.empty() : Optional.of("the arithmetic of IEEE 754 in single precision");
    }

    /** How many bytes a kernel may leave on it that the host has not asked for: little beside what it has, since there are several kernels. */
    long memoryAhead() {
        long whole = Math.min(number(CL_DEVICE_GLOBAL_MEM_SIZE) / PARTS, number(CL_DEVICE_MAX_MEM_ALLOC_SIZE));
        return isGpu() ? Math.min(whole, MOST_BYTES) : LEAST_BYTES;
    }

    cl_device_id id() {
        return id;
    }

    synchronized cl_context context() {
        if (context == null) {
            cl_context_properties properties = new cl_context_properties();
            properties.addProperty(CL_CONTEXT_PLATFORM, platform);
            context = clCreateContext(properties, 1, new cl_device_id[] {id}, null, null, null);
        }
        return context;
    }

    private long number(int what) {
        long[] value = new long[1];
        clGetDeviceInfo(id, what, Sizeof.cl_long, Pointer.to(value), null);
        return value[0];
    }

    private String text(int what) {
        long[] size = new long[1];
        clGetDeviceInfo(id, what, 0, null, size);
        byte[] bytes = new byte[Math.toIntExact(size[0])];
        clGetDeviceInfo(id, what, bytes.length, Pointer.to(bytes), null);
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "").strip();
    }
}
