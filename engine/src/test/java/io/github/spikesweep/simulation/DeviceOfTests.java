package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spikesweep.kernel.opencl.Device;
import io.github.spikesweep.kernel.opencl.Devices;
import io.github.spikesweep.simulation.Recording.Detail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The device of OpenCL that tests run on: the CPU, by PoCL. Without it they are skipped. */
public final class DeviceOfTests {
    private static final Set<Detail> ALL = Set.of(Detail.values());

    private DeviceOfTests() {}

    /** The device; ends the test where there is none. */
    public static ComputeDevice get() {
        return Here.DEVICE;
    }

    /** The same device, without the kernels that it has. */
    static ComputeDevice another() {
        return ComputeDevice.of(name().orElseThrow());
    }

    /** Ends a test where there is none, and says how to get it. */
    public static void assume() {
        assumeTrue(
                name().isPresent(), "there is no PoCL here; on Debian: apt install pocl-opencl-icd ocl-icd-opencl-dev");
    }

    private static Optional<String> name() {
        return Devices.here().all().stream()
                .filter(device -> device.type().equals("cpu"))
                .map(Device::name)
                .findFirst();
    }

    private static final class Here {
        static final ComputeDevice DEVICE = another();
    }

    /** Simulates trials, whatever is measured of them, on the CPU and on the device, and finds the same bits; returns what came of them. */
    public static List<Outcome> assertSameBits(List<Trial> trials, String name) {
        List<String> variables = trials.get(0).kernel().model().variableNames();
        double step = trials.get(0).protocol() instanceof Protocol.Fixed fixed ? fixed.step() : 1;
        return assertSameBits(trials, new Recording(ALL, variables.subList(0, 1), 21 * step), name);
    }

    /** The same where spikes alone are measured, of which devices pass short records. */
    public static void assertSameSpikes(List<Trial> trials, String name) {
        assertSameBits(trials, Recording.of(Detail.SPIKE_TIMES), name + ", spikes alone");
    }

    private static List<Outcome> assertSameBits(List<Trial> trials, Recording recording, String name) {
        int variables = trials.get(0).kernel().model().variables().size();
        List<Outcome> expected = new Simulator(recording).run(trials);
        List<Outcome> found = new Simulator(recording, get()).run(trials);
        for (int row = 0; row < trials.size(); row++) {
            assertEquals(bits(expected.get(row), variables), bits(found.get(row), variables), name + ", row " + row);
        }
        return expected;
    }

    private static List<String> bits(Outcome outcome, int variables) {
        List<String> bits = new ArrayList<>(List.of(bits(outcome.divergedAt()), outcome.steps() + " steps"));
        for (int v = 0; v < variables; v++) {
            bits.add(bits(outcome.end(v), outcome.minimum(v), outcome.maximum(v)));
        }
        bits.add(bits(outcome.trace(0)));
        for (int cell = 0; cell < outcome.cells(); cell++) {
            CellOutcome of = outcome.cell(cell);
            bits.add(of.spikes().count() + " spikes " + bits(of.spikes().times()) + bits(of.steadyState())
                    + bits(
                            of.actionPotentials().meanAmplitude(),
                            of.actionPotentials().meanHalfWidth()));
        }
        return bits;
    }

    private static String bits(double... values) {
        return Arrays.toString(
                Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray());
    }
}
