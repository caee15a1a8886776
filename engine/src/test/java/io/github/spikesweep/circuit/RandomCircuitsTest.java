package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Circuits at random against an oracle that evaluates the formulas of each cell and synapse on its own, and against themselves in another order. More
 * of them, from another seed on: {@code -Drandom.circuits=200 -Drandom.seed=1000}.
 */
class RandomCircuitsTest {
    private static final int COUNT = Integer.getInteger("random.circuits", 3);
    private static final int SEED = Integer.getInteger("random.seed", 0);

    private static final List<String> IN_MS = List.of("HH", "HHArea", "ML");
    private static final List<String> DIMENSIONLESS = List.of("FHN", "HR");
    private static final List<String> GRADED = List.of("Electrical", "Golowasch", "Gradual");
    private static final List<String> BY_SPIKES = List.of("Exponential", "Alpha", "Destexhe", "STDP", "Electrical");

    /** How many were compared with the truth. */
    private int spikes;

    @Tag("thorough")
    @Test
    void stepsOfOneLengthSpikeAtTheTrueTimes() {
        for (int k = 0; k < COUNT; k++) {
            boolean ms = k % 2 == 0;
            RandomCircuit circuit = new RandomCircuit(new Random(SEED + k), ms ? IN_MS : DIMENSIONLESS, GRADED);
            Integrator integrator = k % 3 == 0 ? Integrator.RK6 : Integrator.BUTCHER6;
            compare(circuit, integrator, Protocol.fixed(0.01, 6_000, 0), "circuit " + (SEED + k));
        }
        assertTrue(spikes > 4 * COUNT, spikes + " spikes");
    }

    @Tag("thorough")
    @Test
    void adaptiveStepsSpikeAtTheTrueTimes() {
        for (int k = 0; k < COUNT; k++) {
            boolean ms = k % 2 == 0;
            RandomCircuit circuit = new RandomCircuit(new Random(SEED + 500 + k), ms ? IN_MS : DIMENSIONLESS, GRADED);
            Integrator integrator = k % 4 < 2 ? Integrator.DORMAND_PRINCE : Integrator.RODAS5P;
            compare(circuit, integrator, Protocol.adaptive(60, 0, 1e-9), "circuit " + (SEED + 500 + k));
        }
        assertTrue(spikes > 4 * COUNT, spikes + " spikes");
    }

    /** Synapses that spikes change, between cells with and without resets. */
    @Tag("thorough")
    @Test
    void spikesActAtTheTrueTimes() {
        List<String> models = List.of("HH", "Izhikevich", "Izhikevich", "HHArea");
        for (int k = 0; k < COUNT; k++) {
            RandomCircuit circuit = new RandomCircuit(new Random(SEED + 900 + k), models, BY_SPIKES);
            Integrator integrator = k % 4 < 2 ? Integrator.DORMAND_PRINCE : Integrator.RODAS5P;
            compare(circuit, integrator, Protocol.adaptive(80, 0, 1e-10), "circuit " + (SEED + 900 + k));
        }
        assertTrue(spikes > 4 * COUNT, spikes + " spikes");
    }

    private void compare(RandomCircuit circuit, Integrator integrator, Protocol protocol, String name) {
        String shown = name + "\n" + circuit.text() + circuit.inputs();
        Model model = TestCircuits.read(circuit.text());
        Outcome outcome = run(model, integrator, protocol, circuit);
        assertFalse(outcome.diverged(), shown);
        List<List<Double>> truth = CircuitOracle.spikes(circuit, protocol.duration());
        for (int cell = 0; cell < truth.size(); cell++) {
            String cellName = circuit.neurons().get(cell).name();
            double[] times = outcome.cell(model.cellIndex(cellName)).spikes().times();
            String where = cellName + " of " + shown + "\n" + Arrays.toString(times) + "\n" + truth.get(cell);
            assertEquals(truth.get(cell).size(), times.length, where);
            for (int spike = 0; spike < times.length; spike++) {
                assertEquals(truth.get(cell).get(spike), times[spike], 1e-6, where);
                spikes++;
            }
        }
    }

    /** Sums in another order are rounded otherwise. */
    @Tag("thorough")
    @Test
    void theOrderOfCellsDoesNotMatter() {
        for (int k = 0; k < COUNT; k++) {
            RandomCircuit circuit = new RandomCircuit(new Random(SEED + k), IN_MS, GRADED);
            Model model = TestCircuits.read(circuit.text());
            Model other = TestCircuits.read(circuit.shuffled());
            Protocol protocol = Protocol.fixed(0.02, 2_000, 0);
            Outcome outcome = run(model, Integrator.RK4, protocol, circuit);
            Outcome shuffled = run(other, Integrator.RK4, protocol, circuit);
            for (RandomCircuit.Neuron neuron : circuit.neurons()) {
                assertArrayEquals(
                        outcome.cell(model.cellIndex(neuron.name())).spikes().times(),
                        shuffled.cell(other.cellIndex(neuron.name())).spikes().times(),
                        1e-9,
                        neuron.name() + " of " + circuit.text());
            }
        }
    }

    private static Outcome run(Model model, Integrator integrator, Protocol protocol, RandomCircuit circuit) {
        KernelSpec spec = TestCircuits.spec(model, integrator, Precision.DOUBLE);
        return new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES))
                .run(List.of(TestCircuits.trial(spec, protocol, circuit.inputs())))
                .get(0);
    }
}
