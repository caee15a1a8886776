package io.github.spikesweep.benchmark;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.ModelReader;
import io.github.spikesweep.simulation.Recording;
import java.io.IOException;
import java.io.InputStream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The built-in Hodgkin–Huxley neuron and a user's model file with the same equations. */
public class CustomModelBenchmark extends ScanBenchmark {
    /** Where the model comes from. */
    public enum Origin {
        BUILT_IN,
        FILE
    }

    @Param
    public Origin origin;

    @Setup
    public void makeTrials() throws IOException {
        simulate(Scan.of(model()).trials(Precision.DOUBLE, Integrator.RK4), Recording.BASIC);
    }

    private Model model() throws IOException {
        if (origin == Origin.BUILT_IN) {
            return ModelCatalog.find("HH").orElseThrow();
        }
        try (InputStream file = CustomModelBenchmark.class.getResourceAsStream("my-axon.yaml")) {
            return ModelReader.read("my-axon.yaml", file.readAllBytes());
        }
    }
}
