package io.github.spikesweep.model.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built-in models at their published parameters: silent at rest, firing when driven. Also tests each equation. */
@OneIn(8)
class BuiltInModelsTest {
    /** The counts are those of the same models written by hand in Python: Heun's method, the same steps. */
    @ParameterizedTest
    @CsvSource({
        "Izhikevich, 0, 0.1, 500, 0",
        "Izhikevich, 10, 0.1, 500, 12",
        "FHN, 0, 0.05, 200, 0",
        "FHN, 0.5, 0.05, 200, 5",
        "ML, 0, 0.05, 500, 0",
        "ML, 100, 0.05, 500, 6",
        "AdEx, 0, 0.05, 250, 0",
        "AdEx, 500, 0.05, 250, 0",
        "AdEx, 1000, 0.05, 250, 10",
        "Rulkov, 0, 1, 5000, 312",
        "STG, 0, 0.01, 500, 11",
        "STG, -0.5, 0.01, 500, 0",
        "RulkovBistable, 0, 1, 5000, 909",
        "RulkovBistable, 0.5, 1, 5000, 1223",
        "RowatSelverston, 0, 0.05, 300, 22",
        "RowatSelverston, 0.5, 0.05, 300, 1",
        "Vavoulis, 0, 0.05, 1000, 6",
        "Vavoulis, 5, 0.05, 1000, 19",
        "Vavoulis, -10, 0.05, 1000, 0",
        "HH, 0, 0.02, 100, 0",
        "HH, 0.1, 0.02, 100, 8",
        "HHArea, 0, 0.02, 100, 0",
        "HHArea, 12.732, 0.02, 100, 8",
    })
    void fireWhenDriven(String name, double input, double step, double duration, int spikes) {
        assertEquals(spikes, spikes(ModelCatalog.find(name).orElseThrow(), input, step, duration));
    }

    @Test
    void izhikevichStartsAtItsNullcline() {
        Model model = ModelCatalog.find("Izhikevich").orElseThrow();
        assertEquals(-13, InitialState.ofDefaults(model).of("u"));
        assertEquals(0, slopes(model, state(model), 0, 0).get("u"), 1e-15);
    }

    /** The states at which FHN and ML start are their states of rest. */
    @ParameterizedTest
    @CsvSource({"FHN, 1e-4", "ML, 1e-4"})
    void startAtRest(String name, double slope) {
        Model model = ModelCatalog.find(name).orElseThrow();
        slopes(model, state(model), 0, 0).forEach((variable, value) -> assertEquals(0, value, slope, variable));
    }

    private static int spikes(Model model, double input, double step, double duration) {
        Map<String, Double> state = state(model);
        String spiking = model.spike().variable();
        double threshold = model.spike().threshold();
        int spikes = 0;
        for (int n = 0; n * step < duration; n++) {
            Map<String, Double> next =
                    model.isMap() ? slopes(model, state, input, n) : heun(model, state, input, n * step, step);
            if (state.get(spiking) < threshold && next.get(spiking) >= threshold) {
                spikes++;
            }
            state = next.get(spiking) >= threshold ? reset(model, next) : next;
        }
        return spikes;
    }

    private static Map<String, Double> heun(
            Model model, Map<String, Double> state, double input, double t, double step) {
        Map<String, Double> first = slopes(model, state, input, t);
        Map<String, Double> ahead = new HashMap<>();
        state.forEach((name, value) -> ahead.put(name, value + step * first.get(name)));
        Map<String, Double> second = slopes(model, ahead, input, t + step);
        Map<String, Double> next = new HashMap<>();
        state.forEach((name, value) -> next.put(name, value + step / 2 * (first.get(name) + second.get(name))));
        return next;
    }

    private static Map<String, Double> reset(Model model, Map<String, Double> state) {
        Map<String, Double> after = new HashMap<>(state);
        after.putAll(values(model, model.reset(), state, 0, 0));
        return after;
    }

    /** The slopes, or for a map the next values. */
    private static Map<String, Double> slopes(Model model, Map<String, Double> state, double input, double t) {
        return values(model, model.equations(), state, input, t);
    }

    private static Map<String, Double> values(
            Model model, List<Definition> definitions, Map<String, Double> state, double input, double t) {
        Map<String, Double> names = new HashMap<>(state);
        model.parameters().forEach(parameter -> names.put(parameter.name(), parameter.defaultValue()));
        names.put(model.input().name(), input);
        names.put(Model.TIME, t);
        for (Definition let : model.let()) {
            names.put(let.name(), Evaluator.evaluate(let.expression(), names::get));
        }
        Map<String, Double> values = new HashMap<>();
        for (Definition definition : definitions) {
            values.put(definition.name(), Evaluator.evaluate(definition.expression(), names::get));
        }
        return values;
    }

    private static Map<String, Double> state(Model model) {
        Map<String, Double> state = new HashMap<>();
        model.variables()
                .forEach(variable -> state.put(
                        variable.name(), InitialState.ofDefaults(model).of(variable.name())));
        assertEquals(Set.copyOf(model.variableNames()), state.keySet());
        return state;
    }
}
