package io.github.spikesweep.command;

import io.github.spikesweep.simulation.ComputeDevice;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What takes the steps. */
final class DeviceArguments {
    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description =
                    "What takes steps of one length: cpu (default); gpu; auto, which is a graphics card or else the"
                            + " CPU; or a device of OpenCL by part of its name. Results have the same bits.")
    private Optional<String> name = Optional.empty();

    /** That of the machines that compute, if this one does not. */
    ComputeDevice elsewhere() {
        return name.map(ComputeDevice::elsewhere).orElse(ComputeDevice.CPU);
    }

    /** @throws io.github.spikesweep.document.InputException if there is none of that name */
    ComputeDevice device() {
        return name.map(ComputeDevice::of).orElse(ComputeDevice.CPU);
    }
}
