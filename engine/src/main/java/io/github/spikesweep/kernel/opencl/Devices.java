package io.github.spikesweep.kernel.opencl;

import static org.jocl.CL.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/**
 * The devices of this machine.
 *
 * @param all graphics cards first
 * @param missing what is missing if there are none, on one line; empty if there are some
 */
public record Devices(List<Device> all, Optional<String> missing) {
    private static final String LIBRARY =
            "the library of OpenCL is missing (libOpenCL.so; on Debian: apt install ocl-icd-opencl-dev)";
    private static final String BINDING = "the jar for clusters has no JOCL, which calls OpenCL";
    private static final String DRIVER =
            "no driver of OpenCL has a device here (that of the graphics card; or, for this CPU, on Debian: apt install pocl-opencl-icd)";

    public Devices {
        all = List.copyOf(all);
    }

    /** Those of this machine, found once. */
    public static Devices here() {
        try {
            return Here.DEVICES;
        } catch (NoClassDefFoundError e) {
            return new Devices(List.of(), Optional.of(BINDING));
        }
    }

    /** Those whose names have {@code part} in them, in upper or lower case. */
    public List<Device> named(String part) {
        return all.stream()
                .filter(device -> !part.isBlank()
                        && device.name().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The graphics cards. */
    public List<Device> gpus() {
        return all.stream().filter(Device::isGpu).toList();
    }

    private static final class Here {
        static final Devices DEVICES = find();

        private static Devices find() {
            try {
                CL.setExceptionsEnabled(true);
                List<Device> devices = new ArrayList<>();
                for (cl_platform_id platform : platforms()) {
                    Arrays.stream(devices(platform))
                            .map(id -> new Device(platform, id))
                            .forEach(devices::add);
                }
                devices.sort(Comparator.comparing(device -> !device.isGpu()));
                return new Devices(devices, devices.isEmpty() ? Optional.of(DRIVER) : Optional.empty());
            } catch (CLException e) {
                return new Devices(List.of(), Optional.of(DRIVER));
            } catch (LinkageError e) {
                return new Devices(List.of(), Optional.of(LIBRARY));
            }
        }

        private static cl_platform_id[] platforms() {
            int[] count = new int[1];
            clGetPlatformIDs(0, null, count);
            cl_platform_id[] platforms = new cl_platform_id[count[0]];
            clGetPlatformIDs(platforms.length, platforms, null);
            return platforms;
        }

        private static cl_device_id[] devices(cl_platform_id platform) {
            int[] count = new int[1];
            try {
                clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, 0, null, count);
            } catch (CLException e) {
                return new cl_device_id[0]; // A platform without a device says so by an error.
            }
            cl_device_id[] devices = new cl_device_id[count[0]];
            clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, devices.length, devices, null);
            return devices;
        }
    }
}
