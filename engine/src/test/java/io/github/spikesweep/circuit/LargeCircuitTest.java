package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As many cells as a circuit may have. */
@Tag("thorough")
class LargeCircuitTest {
    /** A ring of equal cells in equal states is a neuron, 64 times. */
    @Test
    void sixtyFourCellsInARing() {
        Model ring = TestCircuits.read("""
                cells: {a: {model: HH, count: 64}}
                synapses: {gap: {type: Electrical, ring: a}}
                """);
        Map<String, Double> inputs = new HashMap<>();
        ring.cells().forEach(cell -> inputs.put(cell.inputKey(), 0.1));
        Outcome outcome = new Simulator(Recording.BASIC)
                .run(List.of(TestCircuits.trial(
                        TestCircuits.spec(ring, Integrator.RK4, Precision.DOUBLE),
                        Protocol.fixed(0.01, 2_000, 0),
                        inputs)))
                .get(0);
        assertEquals(64, outcome.cells());
        assertTrue(outcome.cell(0).spikes().count() >= 1);
        for (int cell = 1; cell < 64; cell++) {
            assertEquals(
                    outcome.cell(0).spikes().last(), outcome.cell(cell).spikes().last());
        }
    }
}
