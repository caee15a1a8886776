package io.github.spikesweep.benchmark;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Setting;
import io.github.spikesweep.simulation.Trial;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a benchmark: one neuron with one varying quantity.
 *
 * @param varied the quantity that varies, evenly spaced from {@code from} to {@code to}
 * @param input the input, unless the input varies
 */
record Scan(Model model, String varied, double from, double to, double input, double step) {
    static final int ROWS = 512;
    static final int STEPS = 20_000;

    /** The seed's conductances for HH, the drives of the bursting scan for HR; inputs for the others. */
    static Scan of(NeuronName name) {
        return of(ModelCatalog.find(name.model()).orElseThrow());
    }

    static Scan of(Model model) {
        if (model.parameter("gna").isPresent()) {
            return new Scan(model, "gna", 50 * 7.854e-3, 200 * 7.854e-3, 0.1, 0.001);
        }
        return model.parameter("mu").isPresent() && !model.isMap()
                ? new Scan(model, "e", 1, 3.5, 0, 0.01)
                : new Scan(model, model.input().name(), 0, 10, 0, model.isMap() ? 1 : 0.01);
    }

    List<Trial> trials(Precision precision, Integrator integrator) {
        Setting setting = Setting.of(model, precision, integrator, varied)
                .with(model.input().name(), input);
        Protocol protocol = Protocol.fixed(step, STEPS, 0);
        return IntStream.range(0, ROWS)
                .mapToObj(row -> setting.with(varied, from + (to - from) * row / (ROWS - 1))
                        .trial(protocol))
                .toList();
    }
}
