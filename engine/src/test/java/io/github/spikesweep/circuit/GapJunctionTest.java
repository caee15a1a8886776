package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.pair.PairOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A gap junction between cells in one state carries no current: it changes no bit of either. */
@OneIn(10)
class GapJunctionTest {
    private static final CellPair PAIR = new CellPair("a", "b");

    static Stream<Arguments> methods() {
        return TestCircuits.models().stream()
                .map(Model::name)
                .flatMap(name -> integrators(name)
                        .flatMap(integrator -> Arrays.stream(Precision.values())
                                .filter(precision -> precision == Precision.DOUBLE || !integrator.isAdaptive())
                                .map(precision -> Arguments.of(name, integrator, precision))));
    }

    /** Of two models all, of the others some. */
    private static Stream<Integrator> integrators(String name) {
        boolean isMap = ModelCatalog.find(name).orElseThrow().isMap();
        List<Integrator> some = List.of("HH", "Izhikevich").contains(name)
                ? List.of(Integrator.values())
                : List.of(Integrator.MAP, Integrator.RK4, Integrator.DORMAND_PRINCE);
        return some.stream().filter(integrator -> (integrator == Integrator.MAP) == isMap);
    }

    /** Every second: of a model in single precision, of the next in the others. */
    static Stream<Arguments> byTurns() {
        List<Arguments> all = methods().toList();
        return IntStream.iterate(0, k -> k < all.size(), k -> k + 2).mapToObj(all::get);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("byTurns")
    void equalCellsStayAsTheyAre(String name, Integrator integrator, Precision precision) {
        stayAsTheyAre(name, integrator, precision);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("methods")
    void equalCellsStayAsTheyAreByAllMethods(String name, Integrator integrator, Precision precision) {
        stayAsTheyAre(name, integrator, precision);
    }

    private static void stayAsTheyAre(String name, Integrator integrator, Precision precision) {
        Model circuit = TestCircuits.read("""
                cells: {a: {model: %1$s}, b: {model: %1$s}, alone: {model: %1$s}}
                synapses: {gap: {type: Electrical, between: [a, b], parameters: {g: 0.7}}}
                """.formatted(name));
        KernelSpec spec = TestCircuits.spec(circuit, integrator, precision);
        Protocol protocol = integrator.isAdaptive()
                ? Protocol.adaptive(100, 0, 1e-6)
                : integrator == Integrator.MAP ? Protocol.fixed(1, 2_000, 0) : Protocol.fixed(0.02, 5_000, 0);
        Model model = ModelCatalog.find(name).orElseThrow();
        double input = TestCircuits.input(model);
        Outcome outcome = new Simulator(new Recording(Set.of(Recording.Detail.SPIKE_TIMES), List.of(), Set.of(PAIR), 1))
                .run(List.of(TestCircuits.trial(
                        spec, protocol, Map.of("a.input", input, "b.input", input, "alone.input", input))))
                .get(0);
        assertFalse(outcome.diverged());
        double[] alone = outcome.cell(2).spikes().times();
        assertTrue(alone.length > 0 || !TestCircuits.fires(model), "fires");
        for (String cell : List.of("a", "b")) {
            assertArrayEquals(
                    alone, outcome.cell(circuit.cellIndex(cell)).spikes().times());
            for (String variable : model.variableNames()) {
                assertEquals(
                        outcome.end(circuit.indexOf("alone." + variable)),
                        outcome.end(circuit.indexOf(cell + "." + variable)),
                        cell + "." + variable);
            }
        }
        double correlation = TestCircuits.fires(model) ? 1 : outcome.pair(PAIR).correlation();
        assertEquals(new PairOutcome(correlation, 0), outcome.pair(PAIR));
    }

    /** Two groups of cells with different drives, of which every cell is coupled to all others of its group: by the linear equations of Rodas5P as by an explicit method. */
    @Tag("thorough")
    @Test
    void differentCellsSpikeAsByAnotherMethod() {
        Model circuit = TestCircuits.read("""
                cells: {a: {model: HH}, b: {model: HH}, c: {model: HH}, d: {model: HH}, e: {model: HH}, f: {model: HH}}
                synapses:
                  ac: {type: Electrical, between: [a, c], parameters: {g: 0.004}}
                  cd: {type: Electrical, between: [c, d], parameters: {g: 0.01}}
                  da: {type: Electrical, between: [d, a], parameters: {g: 0.002}}
                  fa: {type: Electrical, from: f, to: a, parameters: {g: 0.003}}
                  be: {type: Electrical, between: [b, e], parameters: {g: 0.005}}
                """);
        Map<String, Double> inputs = Map.of(
                "a.input", 0.1, "b.input", 0.08, "c.input", 0.12, "d.input", 0.05, "e.input", 0.2, "f.input", 0.15);
        Outcome implicit = run(circuit, Integrator.RODAS5P, inputs);
        Outcome explicit = run(circuit, Integrator.DORMAND_PRINCE, inputs);
        for (int cell = 0; cell < circuit.cells().size(); cell++) {
            double[] expected = explicit.cell(cell).spikes().times();
            assertTrue(expected.length > 0, "cell " + cell + " fires");
            assertArrayEquals(expected, implicit.cell(cell).spikes().times(), 1e-6, "cell " + cell);
        }
    }

    private static Outcome run(Model circuit, Integrator integrator, Map<String, Double> inputs) {
        KernelSpec spec = TestCircuits.spec(circuit, integrator, Precision.DOUBLE);
        Recording times = new Recording(Set.of(Recording.Detail.SPIKE_TIMES), List.of(), Set.of(), 1);
        return new Simulator(times)
                .run(List.of(TestCircuits.trial(spec, Protocol.adaptive(60, 0, 1e-9), inputs)))
                .get(0);
    }
}
