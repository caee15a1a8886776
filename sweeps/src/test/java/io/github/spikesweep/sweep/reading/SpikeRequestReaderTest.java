package io.github.spikesweep.sweep.reading;

import static io.github.spikesweep.sweep.Sweeps.MODELLESS;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.model.SpikeCondition;
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
                read(MODELLESS + "model: Izhikevich\nspike: {variable: v, threshold: 25}\n")
                        .models()
                        .get(0)
                        .spike()
                        .threshold());
    }

    private static SpikeCondition spike(String text) {
        return read(SHORT + "spike: {" + text + "}\n").models().get(0).spike();
    }
}
