package io.github.spikesweep.benchmark;

import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.simulation.Recording;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** What all features cost compared to only counting spikes. */
public class FeatureBenchmark extends ScanBenchmark {
    /** What is recorded. */
    public enum Features {
        COUNT,
        ALL;

        private Recording recording() {
            return switch (this) {
                case COUNT -> Recording.BASIC;
                case ALL -> new Recording(Set.of(Recording.Detail.values()), List.of(), 1);
            };
        }
    }

    @Param({"HHDoubleRK4", "HRDoubleRK4"})
    public String neuron;

    @Param
    public Features features;

    @Setup
    public void makeTrials() {
        NeuronName name = NeuronName.find(neuron).orElseThrow();
        simulate(Scan.of(name).trials(name.precision(), name.integrator()), features.recording());
    }
}
