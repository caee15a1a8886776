package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.CellOutcome;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells without synapses have the bits of neurons, beside equal cells and beside others. */
@OneIn(9)
class UncoupledCellsTest {
    private static final Recording ALL = new Recording(
            Set.of(Recording.Detail.SPIKE_TIMES, Recording.Detail.ACTION_POTENTIALS, Recording.Detail.STEADY_STATE),
            List.of(),
            1);

    /** A cell of a circuit and the neuron that it is. */
    record Part(String cell, Model model, Map<String, Double> set) {
        Map<String, Double> inCircuit() {
            Map<String, Double> renamed = new HashMap<>();
            set.forEach((name, value) ->
                    renamed.put(cell + (name.equals(model.input().name()) ? ".input" : "." + name), value));
            return renamed;
        }
    }

    private static Model model(String name) {
        return ModelCatalog.find(name).orElseThrow();
    }

    private static Part usual(String cell, String name) {
        Model model = model(name);
        return new Part(cell, model, Map.of(model.input().name(), TestCircuits.input(model)));
    }

    /** Another one, with another parameter and initial value. */
    private static Part other(String cell, String name) {
        Model model = model(name);
        var parameter = model.parameters().get(0);
        return new Part(
                cell,
                model,
                Map.of(
                        model.input().name(),
                        1.07 * TestCircuits.input(model),
                        parameter.name(),
                        1.03 * parameter.defaultValue(),
                        model.variableNames().get(0),
                        1.03
                                        * InitialState.ofDefaults(model)
                                                .of(model.variableNames().get(0))
                                + 0.01));
    }

    static Stream<Arguments> allModels() {
        return TestCircuits.models().stream()
                .flatMap(model -> methods(model.isMap(), integrator -> integrator == Integrator.RK4)
                        .map(method -> Arguments.of(model.name(), method)));
    }

    /** A way to step. */
    record Method(Integrator integrator, Precision precision) {}

    private static Stream<Method> methods(boolean map, Predicate<Integrator> which) {
        return (map
                        ? Stream.of(Integrator.MAP)
                        : Integrator.ofFixedStep().stream().filter(which))
                .flatMap(integrator ->
                        Stream.of(Precision.values()).map(precision -> new Method(integrator, precision)));
    }

    /** All models, by turns in one precision and the other. */
    static Stream<Arguments> byTurns() {
        List<Arguments> all = allModels().toList();
        return IntStream.range(0, all.size())
                .filter(k -> k % 4 == 0 || k % 4 == 3)
                .mapToObj(all::get);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("byTurns")
    void twoCellsOfAModelAreNeurons(String name, Method method) {
        check(method, List.of(usual("a", name), other("b", name)));
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("allModels")
    void twoCellsOfAModelAreNeuronsInBothPrecisions(String name, Method method) {
        check(method, List.of(usual("a", name), other("b", name)));
    }

    static Stream<Method> differential() {
        return methods(false, integrator -> true);
    }

    static Stream<Method> half() {
        return Stream.of(
                new Method(Integrator.EULER, Precision.FLOAT),
                new Method(Integrator.RK4, Precision.DOUBLE),
                new Method(Integrator.RK6, Precision.FLOAT),
                new Method(Integrator.BUTCHER6, Precision.DOUBLE));
    }

    /** All models whose time is in ms. */
    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("half")
    void cellsOfManyModelsAreNeurons(Method method) {
        check(
                method,
                List.of(
                        usual("izh1", "Izhikevich"),
                        usual("izh2", "Izhikevich"),
                        usual("izh3", "Izhikevich"),
                        usual("hh", "HH"),
                        other("area", "HHArea"),
                        other("adex", "AdEx"),
                        other("ml", "ML"),
                        other("other", "Izhikevich"),
                        usual("adex0", "AdEx")));
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("differential")
    void dimensionlessCellsAreNeurons(Method method) {
        check(method, List.of(other("f", "FHN"), usual("r", "HR"), other("q", "HR"), usual("g", "FHN")));
    }

    private static void check(Method method, List<Part> parts) {
        boolean map = method.integrator == Integrator.MAP;
        Protocol protocol = map ? Protocol.fixed(1, 2_000, 150) : Protocol.fixed(0.02, 5_000, 150);
        Model circuit = TestCircuits.read(text(parts));
        Map<String, Double> set = new HashMap<>();
        parts.forEach(part -> set.putAll(part.inCircuit()));
        KernelSpec spec = TestCircuits.spec(circuit, method.integrator, method.precision);
        Outcome together = run(TestCircuits.trial(spec, protocol, set));
        assertFalse(together.diverged());
        for (int cell = 0; cell < parts.size(); cell++) {
            Part part = parts.get(cell);
            Model model = part.model;
            String[] varying = Stream.concat(
                            model.parameterNames().stream(),
                            Stream.of(model.input().name()))
                    .toArray(String[]::new);
            KernelSpec neuron = TestCircuits.spec(model, method.integrator, method.precision, varying);
            Outcome alone = run(TestCircuits.trial(neuron, protocol, part.set));
            assertSame(alone.cell(0), together.cell(cell), part.cell);
            for (int v = 0; v < model.variables().size(); v++) {
                String name = model.variableNames().get(v);
                int at = circuit.indexOf(part.cell + "." + name);
                assertEquals(alone.end(v), together.end(at), part.cell + "." + name);
                assertEquals(alone.minimum(v), together.minimum(at), part.cell + "." + name);
                assertEquals(alone.maximum(v), together.maximum(at), part.cell + "." + name);
            }
            assertTrue(alone.spikes().count() > 0 || !TestCircuits.fires(model), part.cell + " fires");
        }
    }

    private static void assertSame(CellOutcome expected, CellOutcome actual, String cell) {
        assertArrayEquals(expected.spikes().times(), actual.spikes().times(), cell);
        assertEquals(expected.steadyState(), actual.steadyState(), cell);
        assertEquals(
                expected.actionPotentials().meanAmplitude(),
                actual.actionPotentials().meanAmplitude(),
                cell);
        assertEquals(
                expected.actionPotentials().meanHalfWidth(),
                actual.actionPotentials().meanHalfWidth(),
                cell);
    }

    /** The three equal cells {@code izh1} to {@code izh3} are written as one group. */
    private static String text(List<Part> parts) {
        StringBuilder text = new StringBuilder("cells:\n");
        for (Part part : parts) {
            String name = part.model.name();
            switch (part.cell) {
                case "izh1" -> text.append("  izh: {model: " + name + ", count: 3}\n");
                case "izh2", "izh3" -> {}
                default -> text.append("  " + part.cell + ": {model: " + name + "}\n");
            }
        }
        return text.toString();
    }

    private static Outcome run(Trial trial) {
        return new Simulator(ALL).run(List.of(trial)).get(0);
    }
}
