package io.github.spikesweep.benchmark;

import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.simulation.Recording;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The neurons of the table in the notes, with spike counting. */
public class NeuronBenchmark extends ScanBenchmark {
    @Param({"HHDoubleRK4", "HHFloatRK4", "HHDoubleRK6", "HRDoubleRK4", "HRFloatRK4"})
    public String neuron;

    @Setup
    public void makeTrials() {
        NeuronName name = NeuronName.find(neuron).orElseThrow();
        simulate(Scan.of(name).trials(name.precision(), name.integrator()), Recording.BASIC);
    }
}
