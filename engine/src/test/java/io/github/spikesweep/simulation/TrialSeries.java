package io.github.spikesweep.simulation;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/** Trials of one neuron that differ in one quantity. */
record TrialSeries(KernelSpec spec, Protocol protocol, String varied, double input) {
    static TrialSeries of(NeuronName name, Protocol protocol, String varied, double input) {
        Model model = ModelCatalog.find(name.model()).orElseThrow();
        return of(model, name.precision(), name.integrator(), protocol, varied, input);
    }

    static TrialSeries of(
            Model model, Precision precision, Integrator integrator, Protocol protocol, String varied, double input) {
        KernelSpec spec = KernelSpec.heldInput(model, integrator, precision, Set.of(varied), Set.of());
        return new TrialSeries(spec, protocol, varied, input);
    }

    /** The seed's scan: n maximal sodium conductances from 50 to 200 mS/cm². */
    static List<Trial> hodgkinHuxley(Precision precision, Integrator integrator, Protocol protocol, int n) {
        TrialSeries series = of(new NeuronName("HH", precision, integrator), protocol, "gna", 0.1);
        return series.trials(n, k -> (50 + k * (150.0 / Math.max(1, n - 1))) * 7.854e-3);
    }

    /** n drives of Hindmarsh–Rose from 1 to 3.5. */
    static List<Trial> hindmarshRose(Precision precision, Integrator integrator, Protocol protocol, int n) {
        TrialSeries series = of(new NeuronName("HR", precision, integrator), protocol, "e", 0);
        return series.trials(n, k -> 1 + k * (2.5 / Math.max(1, n - 1)));
    }

    /** n trials of any neuron: the scans above, or inputs around one that makes it fire; 1, if none does. */
    static List<Trial> scan(NeuronName name, Protocol protocol, int n) {
        return switch (name.model()) {
            case "HH" -> hodgkinHuxley(name.precision(), name.integrator(), protocol, n);
            case "HR" -> hindmarshRose(name.precision(), name.integrator(), protocol, n);
            default -> {
                Model model = ModelCatalog.find(name.model()).orElseThrow();
                double firing =
                        FiringNeuron.firesAlone(model) ? FiringNeuron.of(model).input() : 1;
                TrialSeries series = of(name, protocol, model.input().name(), 0);
                yield series.trials(n, k -> firing * (0.5 + k / Math.max(1.0, n - 1)));
            }
        };
    }

    List<Trial> trials(int n, DoubleFunction<Double> value) {
        return DoubleStream.iterate(0, k -> k + 1)
                .limit(n)
                .mapToObj(k -> trial(value.apply(k)))
                .toList();
    }

    Trial trial(double value) {
        return trial(value, initial());
    }

    Trial trial(double value, double[] initial) {
        Model model = spec.model();
        double[] quantities = new double[model.parameters().size() + 1];
        for (int q = 0; q < model.parameters().size(); q++) {
            Parameter parameter = model.parameters().get(q);
            quantities[q] = parameter.name().equals(varied) ? value : parameter.defaultValue();
        }
        quantities[quantities.length - 1] = varied.equals(model.input().name()) ? value : input;
        return new Trial(spec, protocol, quantities, initial);
    }

    double[] initial() {
        return InitialState.ofDefaults(spec.model()).values();
    }
}
