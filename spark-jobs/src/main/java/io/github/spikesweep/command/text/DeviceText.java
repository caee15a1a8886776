package io.github.spikesweep.command.text;

import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.opencl.Device;
import io.github.spikesweep.kernel.opencl.Devices;
import java.util.ArrayList;
import java.util.List;

/** The devices of OpenCL as a table. */
public final class DeviceText {
    private DeviceText() {}

    public static List<String> lines() {
        Devices devices = Devices.here();
        TextTable table = new TextTable("device", "type", "double", "float");
        table.row("cpu", "this process", "yes", "yes");
        for (Device device : devices.all()) {
            table.row(
                    device.name(),
                    device.type(),
                    computes(device, Precision.DOUBLE),
                    computes(device, Precision.FLOAT));
        }
        List<String> lines = new ArrayList<>(table.lines(""));
        devices.missing().ifPresent(lines::add);
        return lines;
    }

    private static String computes(Device device, Precision precision) {
        return device.lacks(precision).map(what -> "no: it lacks " + what).orElse("yes");
    }
}
