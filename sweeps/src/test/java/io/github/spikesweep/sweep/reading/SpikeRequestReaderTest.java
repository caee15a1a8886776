package io.github.spikesweep.sweep.reading;

import static io.github.spikesweep.sweep.Sweeps.MODELLESS;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.model.SpikeDirection;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.sweep.writing.SweepText;
import org.junit.jupiter.api.Test;

/** What counts as a spike. */
class SpikeRequestReaderTest {
    private static final double SLOPE = SpikeCondition.USUAL_ONSET_SLOPE;

    @Test
    void whatIsLeftOutKeepsTheModelsValue() {
        assertEquals(new SpikeCondition("v", 0, -20, 0, SLOPE), spike("rearm: -20"));
        assertEquals(new SpikeCondition("v", 0, 0, 1.5, SLOPE), spike("refractory: 3 / 2"));
        assertEquals(new SpikeCondition("v", 0, 0, 0, 20), spike("onset_slope: 20"));
        assertEquals(new SpikeCondition("v", -10, -10, 0, SLOPE), spike("threshold: -10"));
        assertEquals(new SpikeCondition("v", -10, -40, 2, SLOPE), spike("threshold: -10, rearm: -40, refractory: 2"));
        assertEquals(new SpikeCondition("m", 0.5, 0.2, 0, SLOPE), spike("variable: m, threshold: 0.5, rearm: 0.2"));
        assertEquals(new SpikeCondition("v", 0, 0, 1, SLOPE), spike("variable: v, refractory: 1"));
    }

    @Test
    void refusesNumbersThatAreNoCondition() {
        assertEquals(
                "x.yaml:6:16: 'rearm' must not be above the threshold of 0 of HH, found 1",
                fault(SHORT + "spike: {rearm: 1}\n"));
        assertEquals(
                "x.yaml:6:32: 'rearm' must not be above the threshold of -20 of HH, found -10",
                fault(SHORT + "spike: {threshold: -20, rearm: -10}\n"));
        assertEquals(
                "x.yaml:6:21: 'refractory' must not be negative, found -1", fault(SHORT + "spike: {refractory: -1}\n"));
        assertEquals(
                "x.yaml:6:22: 'onset_slope' must be positive, found 0", fault(SHORT + "spike: {onset_slope: 0}\n"));
    }

    /** The spike variable of a model with a reset is fixed; its threshold may change. */
    @Test
    void refusesAnotherVariableThanTheOneThatIsReset() {
        assertEquals(
                "x.yaml:5:19: Izhikevich is reset when 'v' spikes, so the spike variable cannot be changed; found 'u'",
                fault(MODELLESS + "model: Izhikevich\nspike: {variable: u, threshold: 1}\n"));
        assertEquals(
                25,
                read(MODELLESS + "model: AdEx\nspike: {variable: v, threshold: 25}\n")
                        .models()
                        .get(0)
                        .spike()
                        .threshold());
    }

    /** Where a model resets is a part of it; if a parameter sets that, there is one way to change it. */
    @Test
    void refusesTheThresholdOfAResetThatIsAParameter() {
        assertEquals(
                "x.yaml:5:9: Izhikevich is reset at its threshold, which follows from its 'v_peak'; set that under 'parameters' instead",
                fault(MODELLESS + "model: Izhikevich\nspike: {threshold: 25}\n"));
        assertEquals(
                "x.yaml:4:50: Izhikevich is reset at its threshold, which follows from its 'v_peak'; set that under 'parameters' instead",
                fault(MODELLESS + "circuit: {cells: {a: {model: Izhikevich, spike: {threshold: 25}}}}\n"));
        SpikeCondition kept = read(MODELLESS + "model: Izhikevich\nspike: {refractory: 2}\n")
                .models()
                .get(0)
                .spike();
        assertEquals(new SpikeCondition("v", 30, 30, 2, SLOPE), kept);
    }

    @Test
    void saysWhereACellIsResetInVain() {
        assertEquals(
                "x.yaml:4:62: the reset of cell b of circuit sets 'b.v' to -70.6, which is not below the threshold of -80",
                fault(MODELLESS + "circuit: {cells: {a: HH, b: {model: AdEx, spike: {threshold: -80}}}}\n"));
        assertEquals(
                "x.yaml:4:68: the reset of cell b1 of circuit sets 'b1.v' to 40, which is not below the threshold of 30",
                fault(MODELLESS + "circuit: {cells: {b: {model: Izhikevich, count: 2, parameters: {c: 40}}}}\n"));
        assertEquals(
                "x.yaml:5:24: the reset of cell b of circuit sets 'b.v' to -65, which is not below the threshold of -65",
                fault(MODELLESS + "circuit: {cells: {a: HH, b: Izhikevich}}\nparameters: {b.v_peak: -65}\n"));
    }

    /** Spikes that point the other way have no level of the model's to come back to. */
    @Test
    void spikesMayPointTheOtherWay() {
        SpikeCondition down = new SpikeCondition("v", SpikeDirection.DOWN, 0, 0, 0, SLOPE);
        assertEquals(down, spike("direction: down"));
        assertEquals(new SpikeCondition("v", 0, 0, 0, SLOPE), spike("direction: up"));
        assertEquals(
                new SpikeCondition("v", SpikeDirection.DOWN, -40, 10, 2, SLOPE),
                spike("direction: down, threshold: -40, rearm: 10, refractory: 2"));
        assertEquals(
                "x.yaml:6:49: 'rearm' must not be below the threshold of -40 of HH, found -50",
                fault(SHORT + "spike: {direction: down, threshold: -40, rearm: -50}\n"));
        assertEquals(
                "x.yaml:6:20: unknown direction 'dwn'; did you mean 'down'? (up, down)",
                fault(SHORT + "spike: {direction: dwn}\n"));
        assertEquals(
                "x.yaml:5:20: Izhikevich is reset when its spike comes from below, so the direction cannot be changed; leave it out",
                fault(MODELLESS + "model: Izhikevich\nspike: {direction: down}\n"));
        assertEquals(
                SpikeDirection.UP,
                read(MODELLESS + "model: Izhikevich\nspike: {direction: up}\n")
                        .models()
                        .get(0)
                        .spike()
                        .direction());
    }

    @Test
    void theDirectionIsWrittenAndDecidesTheTable() {
        SweepDefinition down = read(SHORT + "spike: {direction: down, threshold: -10}\n");
        String text = SweepText.of(down);
        assertTrue(text.contains("spike: {direction: down, threshold: -10}"), text);
        assertEquals(down, read(text));
        assertEquals(CanonicalText.of(down), CanonicalText.of(read(text)));
        SweepDefinition up = read(SHORT + "spike: {direction: up, threshold: -10}\n");
        assertNotEquals(CanonicalText.hash(up), CanonicalText.hash(down));
        assertEquals(CanonicalText.hash(read(SHORT + "spike: {threshold: -10}\n")), CanonicalText.hash(up));
    }

    private static SpikeCondition spike(String text) {
        return read(SHORT + "spike: {" + text + "}\n").models().get(0).spike();
    }
}
