package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Final values, to the bit, as first computed on x86-64 with Java 17. They hold on every machine and every JVM; they change
 * only when the arithmetic is changed on purpose, which is a change users are told of.
 */
class PinnedBitsTest {
    /** The spike variable of the 7th of 10 rows after 2,000 steps of 0.02. */
    private static final Map<String, String> PINNED = Map.ofEntries(
            Map.entry("HHDoubleEuler", "403b21bb875f5081"),
            Map.entry("HHDoubleRK4", "404021b80212694c"),
            Map.entry("HHDoubleRK6", "404021eaa1204ca5"),
            Map.entry("HHFloatEuler", "403b21b560000000"),
            Map.entry("HHFloatRK4", "404021d840000000"),
            Map.entry("HHFloatRK6", "4040220600000000"),
            Map.entry("HRDoubleEuler", "bfef5a71152496e1"),
            Map.entry("HRDoubleRK4", "3fa822c59e5d1b38"),
            Map.entry("HRDoubleRK6", "3fa823a8e411c4d6"),
            Map.entry("HRFloatEuler", "bfef5a7120000000"),
            Map.entry("HRFloatRK4", "3fa822fe80000000"),
            Map.entry("HRFloatRK6", "3fa8240fc0000000"));

    @Test
    void everyNeuronEndsOnItsPinnedBits() {
        Protocol protocol = new Protocol(0.02, 2_000, 0, 0);
        Map<String, String> found = new TreeMap<>();
        for (NeuronName name : NeuronName.everyName()) {
            List<Trial> trials = new ArrayList<>(
                    name.model().equals("HH")
                            ? TrialSeries.hodgkinHuxley(name.precision(), name.integrator(), protocol, 10)
                            : TrialSeries.hindmarshRose(name.precision(), name.integrator(), protocol, 10));
            double end = new Simulator(false).run(trials).get(6).end(0);
            found.put(name.toString(), Long.toHexString(Double.doubleToLongBits(end)));
        }
        assertEquals(new TreeMap<>(PINNED), found);
    }
}
