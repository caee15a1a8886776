package io.github.spikesweep.job.benchmark;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.simulation.ComputeDevice;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How fast a device takes the steps of a neuron, and one thread of this process: in turns, with spikes counted, as in a sweep. */
public final class DeviceComparison {
    private static final long STEPS = 4_096;

    private final Subject subject;
    private final Simulator cpu = new Simulator(Recording.BASIC);
    private final ComputeDevice with;
    private final Simulator device;
    private final List<Trial> trials = new ArrayList<>();

    /**
     * Speeds in neuron-steps per second.
     *
     * @param bytes what comes from the device, for each neuron-step
     * @param rows how many rows were simulated side by side
     * @param differing how many of them differ in a bit; 0, or something is wrong
     */
    public record Result(double cpu, double device, double bytes, int rows, int differing) {}

    /** @throws io.github.spikesweep.document.InputException if the device cannot compute it */
    public DeviceComparison(Subject subject, ComputeDevice device) {
        this.subject = subject;
        this.with = device;
        this.device = new Simulator(Recording.BASIC, device);
        KernelSpec kernel = subject.kernel();
        device.check(kernel);
        while (trials.size() < device.fullRows()) {
            trials.addAll(subject.trials(kernel, Protocol.fixed(subject.scan().step(), STEPS, 0)));
        }
    }

    public String name() {
        return subject.name();
    }

    /** Measures it for so many seconds, after as many to warm up. */
    public Result measure(double seconds) {
        int differing = differing(cpu.run(trials), device.run(trials));
        inTurns(seconds, new ArrayList<>(), new ArrayList<>());
        List<Double> ofCpu = new ArrayList<>();
        List<Double> ofDevice = new ArrayList<>();
        long before = with.receivedBytes();
        inTurns(seconds, ofCpu, ofDevice);
        double bytes = (double) (with.receivedBytes() - before) / ofDevice.size() / neuronSteps();
        return new Result(median(ofCpu), median(ofDevice), bytes, trials.size(), differing);
    }

    private void inTurns(double seconds, List<Double> ofCpu, List<Double> ofDevice) {
        long begin = System.nanoTime();
        while (ofCpu.isEmpty() || System.nanoTime() - begin < seconds * 1e9) {
            ofCpu.add(speed(cpu));
            ofDevice.add(speed(device));
        }
    }

    private double speed(Simulator simulator) {
        long begin = System.nanoTime();
        simulator.run(trials);
        return neuronSteps() * 1e9 / (System.nanoTime() - begin);
    }

    private double neuronSteps() {
        return (double) STEPS * trials.size() * subject.cells();
    }

    private static double median(List<Double> speeds) {
        Collections.sort(speeds);
        return speeds.get(speeds.size() / 2);
    }

    private int differing(List<Outcome> some, List<Outcome> others) {
        int differing = 0;
        for (int row = 0; row < some.size(); row++) {
            differing += bits(some.get(row)).equals(bits(others.get(row))) ? 0 : 1;
        }
        return differing;
    }

    private List<Long> bits(Outcome outcome) {
        List<Long> bits = new ArrayList<>(List.of(outcome.spikeCount()));
        for (int variable = 0; variable < subject.model().variables().size(); variable++) {
            bits.add(Double.doubleToLongBits(outcome.end(variable)));
            bits.add(Double.doubleToLongBits(outcome.minimum(variable)));
            bits.add(Double.doubleToLongBits(outcome.maximum(variable)));
        }
        return bits;
    }
}
