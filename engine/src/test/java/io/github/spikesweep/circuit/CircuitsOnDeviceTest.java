package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.DeviceOfTests;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Circuits at random, with synapses that spikes set off, have the bits of the CPU on a device. */
class CircuitsOnDeviceTest {
    private static final List<String> MODELS = List.of("HH", "Izhikevich", "Izhikevich", "HHArea");
    private static final List<String> SYNAPSES = List.of("Exponential", "Alpha", "Destexhe", "STDP", "Electrical");
    private static final List<Integrator> INTEGRATORS =
            List.of(Integrator.RK4, Integrator.EULER, Integrator.STRANG, Integrator.EXPONENTIAL_EULER);
    private static final int ROWS = 12;

    @BeforeEach
    void needsADevice() {
        DeviceOfTests.assume();
    }

    @Test
    @Tag("thorough")
    void manyHaveTheSameBits() {
        haveTheSameBits(100, 20);
    }

    private static void haveTheSameBits(int seed, int circuits) {
        int firing = 0;
        long spikes = 0;
        for (int each = seed; each < seed + circuits; each++) {
            RandomCircuit circuit = new RandomCircuit(new Random(each), MODELS, SYNAPSES);
            Model model = TestCircuits.read(circuit.text());
            firing += model.fires() ? 1 : 0;
            Precision precision = each % 2 == 0 ? Precision.DOUBLE : Precision.FLOAT;
            Integrator integrator = INTEGRATORS.get(each % INTEGRATORS.size());
            List<Trial> trials = trials(circuit, model, integrator, precision);
            DeviceOfTests.assertSameSpikes(trials, "seed " + each + ": " + circuit.text());
            for (Outcome outcome : DeviceOfTests.assertSameBits(trials, "seed " + each + ": " + circuit.text())) {
                for (int cell = 0; cell < outcome.cells(); cell++) {
                    spikes += outcome.cell(cell).spikes().count();
                }
            }
        }
        assertTrue(2 * firing > circuits, firing + " with changes by spikes");
        assertTrue(spikes / ROWS > circuits, spikes + " spikes");
    }

    /** Rows with inputs of their own. */
    private static List<Trial> trials(RandomCircuit circuit, Model model, Integrator integrator, Precision precision) {
        KernelSpec spec = TestCircuits.spec(
                model, integrator, precision, circuit.inputs().keySet().toArray(String[]::new));
        List<Trial> trials = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            Map<String, Double> inputs = new HashMap<>(circuit.inputs());
            double factor = 0.5 + row * 0.1;
            inputs.replaceAll((name, value) -> factor * value);
            trials.add(TestCircuits.trial(spec, Protocol.fixed(0.02, 4_003, 501), inputs));
        }
        return trials;
    }
}
