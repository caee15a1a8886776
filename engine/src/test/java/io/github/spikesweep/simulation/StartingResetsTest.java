package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.circuit.TestCircuits;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.single.SingleLane;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that start beyond their thresholds are reset at once: what each sees of the others is from before all resets. */
class StartingResetsTest {
    private static final Model NOTING = TestCircuits.model("""
            name: Noting
            variables: {v: {initial: 0}, seen: {initial: 0}}
            input: I
            let: {drive: I}
            equations: {v: 1, seen: 0}
            reset: {v: 0, seen: drive}
            spike: {variable: v, threshold: 1}
            """);

    private static final List<String> ORDERS = List.of("a: Noting, b: Noting", "b: Noting, a: Noting");

    private static Model circuit(String cells) {
        return TestCircuits.read("""
                cells: {%s}
                synapses:
                  ab: {type: Electrical, from: a, to: b, parameters: {g: 3}}
                  ba: {type: Electrical, from: b, to: a, parameters: {g: -5}}
                """.formatted(cells), List.of(NOTING), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RK4", "EULER", "EXPONENTIAL_EULER", "STRANG", "DORMAND_PRINCE", "RODAS5P", "TAYLOR"})
    void ofARow(Integrator integrator) {
        for (String cells : ORDERS) {
            Model circuit = circuit(cells);
            KernelSpec spec = TestCircuits.spec(circuit, integrator, Precision.DOUBLE);
            Protocol protocol = integrator.isAdaptive() ? Protocol.adaptive(0.5, 0, 1e-6) : Protocol.fixed(0.125, 4, 0);
            Trial trial = TestCircuits.trial(spec, protocol, Map.of("a.v", 1.5, "b.v", 1.25));
            Outcome outcome = SmallModels.run(trial, Recording.BASIC);
            assertEquals(0.75, outcome.end(circuit.indexOf("b.seen")), cells);
            assertEquals(1.25, outcome.end(circuit.indexOf("a.seen")), cells);
        }
    }

    @Test
    void steppedByHand() {
        for (String cells : ORDERS) {
            SingleLane lane = new SingleLane(TestCircuits.spec(circuit(cells), Integrator.RK4, Precision.DOUBLE));
            lane.set("a.v", 1.5);
            lane.set("b.v", 1.25);
            lane.step(0.125);
            assertEquals(0.75, lane.get("b.seen"), cells);
            assertEquals(1.25, lane.get("a.seen"), cells);
        }
    }
}
