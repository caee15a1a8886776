package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.single.Neuron;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeuronTest {
    @Test
    void startsAtTheModelsValues() {
        Neuron neuron = Neuron.create("HHDoubleRK4");
        assertEquals(-65, neuron.get("v"));
        assertEquals(120 * 7.854e-3, neuron.getParameter("gna"));
    }

    @Test
    void firesUnderInput() {
        Neuron neuron = Neuron.create("HHDoubleRK4");
        int spikes = 0;
        for (int step = 0; step < 10_000; step++) {
            double before = neuron.get("v");
            neuron.addSynapticInput(0.06);
            neuron.addSynapticInput(0.04);
            neuron.step(0.01);
            spikes += before < 0 && neuron.get("v") >= 0 ? 1 : 0;
        }
        assertEquals(8, spikes);
    }

    @Test
    void clearsItsInputWithEveryStep() {
        Neuron fed = Neuron.create("HRDoubleRK4");
        Neuron other = Neuron.create("HRDoubleRK4");
        fed.addSynapticInput(1);
        fed.step(0.1);
        other.step(0.1);
        assertTrue(fed.get("x") > other.get("x"));
        other.set("x", fed.get("x"));
        other.set("y", fed.get("y"));
        other.set("z", fed.get("z"));
        fed.step(0.1);
        other.step(0.1);
        assertEquals(fed.get("x"), other.get("x"));
    }

    @Test
    void parametersAndStepMayChangeOnTheWay() {
        Neuron neuron = Neuron.create("HRDoubleEuler");
        neuron.set("x", 0);
        neuron.set("y", 0);
        neuron.set("z", 0);
        neuron.step(0.5);
        assertEquals(1.5, neuron.get("x")); // e = 3
        neuron.set("x", 0);
        neuron.set("y", 0);
        neuron.set("z", 0);
        neuron.setParameter("e", 1);
        neuron.step(0.25);
        assertEquals(0.25, neuron.get("x"));
    }

    @Test
    void stepsOfAModelThatUsesTheTimeHaveOneLength() {
        Model clock = SmallModels.read("""
                name: Clock
                variables: {x: {initial: 0}}
                input: I
                equations: {x: t + 0*I}
                spike: {variable: x, threshold: 100}
                """);
        Neuron neuron = Neuron.of(SmallModels.spec(clock, Integrator.RK4, Precision.DOUBLE));
        neuron.step(0.5);
        neuron.step(0.5);
        assertEquals(0.5, neuron.get("x"), 1e-15);
        String message = assertThrows(IllegalArgumentException.class, () -> neuron.step(1))
                .getMessage();
        assertEquals("the equations of Clock use the time, so all steps have one length: 0.5, not 1.0", message);
        neuron.step(0.5);
        assertEquals(1.125, neuron.get("x"), 1e-15);
    }

    @Test
    void namesWhatItDoesNotKnow() {
        String message = assertThrows(IllegalArgumentException.class, () -> Neuron.create("HHDoubleRK5"))
                .getMessage();
        assertTrue(message.startsWith("unknown neuron 'HHDoubleRK5'; did you mean 'HHDoubleRK4'?"), message);
        Neuron neuron = Neuron.create("HHFloatRK4");
        assertThrows(IllegalArgumentException.class, () -> neuron.set("x", 1));
        assertThrows(IllegalArgumentException.class, () -> neuron.getParameter("gNa"));
        assertThrows(IllegalArgumentException.class, () -> neuron.step(-1));
    }

    @Test
    void resetsBeforeAStepWhatWasSetToTheThreshold() {
        for (String name : List.of("IzhikevichDoubleRK4", "IzhikevichFloatEuler", "IzhikevichDoubleButcher6")) {
            Neuron set = Neuron.create(name);
            Neuron other = Neuron.create(name);
            set.set("v", 30);
            other.set("u", other.get("u") + 8);
            for (int k = 0; k < 3; k++) {
                for (Neuron neuron : List.of(set, other)) {
                    neuron.addSynapticInput(10);
                    neuron.step(0.1);
                }
                assertEquals(other.get("v"), set.get("v"), name);
                assertEquals(other.get("u"), set.get("u"), name);
            }
        }
    }

    @Test
    void doesNotGoOnWhereAResetLeavesItAtTheThreshold() {
        Neuron neuron = Neuron.create("IzhikevichDoubleRK4");
        neuron.setParameter("c", 30);
        String message = assertThrows(IllegalStateException.class, () -> {
                    for (int k = 0; k < 1_000; k++) {
                        neuron.addSynapticInput(10);
                        neuron.step(0.1);
                    }
                })
                .getMessage();
        assertEquals("the reset of Izhikevich leaves 'v' at 30.0, not below the threshold of 30.0", message);
        assertThrows(IllegalStateException.class, () -> neuron.step(0.1));
        neuron.setParameter("c", -65);
        neuron.step(0.1);
        assertTrue(neuron.get("v") < -60);
    }

    @Test
    void firesAsOftenAsARowThatStartsAtItsPeak() {
        Neuron neuron = Neuron.create("AdExDoubleRK4");
        neuron.set("v", 20);
        int spikes = 0;
        for (int step = 0; step < 20_000; step++) {
            double before = neuron.get("w");
            neuron.addSynapticInput(1000);
            neuron.step(0.01);
            spikes += neuron.get("w") > before + 70 && step > 0 ? 1 : 0;
        }
        assertEquals(8, spikes);
    }
}
