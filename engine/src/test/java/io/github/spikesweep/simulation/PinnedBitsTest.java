package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Final values, to the bit, as first computed on x86-64 with Java 17. They hold on every machine and every JVM; they change
 * only when the arithmetic is changed on purpose, which the changelog must say.
 */
class PinnedBitsTest {
    /** The spike variable of the 7th of 10 rows after 2,000 steps of 0.02. */
    private static final Map<String, String> PINNED = Map.ofEntries(
            Map.entry("AdExDoubleButcher6", "c049d4ffc59a4bb4"),
            Map.entry("AdExDoubleEuler", "c049f4dc47524f18"),
            Map.entry("AdExDoubleRK4", "c049d4f83491a25b"),
            Map.entry("AdExDoubleRK6", "c049d6263c47402b"),
            Map.entry("AdExFloatButcher6", "c049d4ffc0000000"),
            Map.entry("AdExFloatEuler", "c049f4dc40000000"),
            Map.entry("AdExFloatRK4", "c049d4f820000000"),
            Map.entry("AdExFloatRK6", "c049d62500000000"),
            Map.entry("FHNDoubleButcher6", "bfe282516d6bc818"),
            Map.entry("FHNDoubleEuler", "bfe29699b3725783"),
            Map.entry("FHNDoubleRK4", "bfe282516e4e3c57"),
            Map.entry("FHNDoubleRK6", "bfe282516d6bba60"),
            Map.entry("FHNFloatButcher6", "bfe2825220000000"),
            Map.entry("FHNFloatEuler", "bfe2969a20000000"),
            Map.entry("FHNFloatRK4", "bfe2825100000000"),
            Map.entry("FHNFloatRK6", "bfe2825240000000"),
            Map.entry("HHAreaDoubleButcher6", "c04e32ee70c18fc8"),
            Map.entry("HHAreaDoubleEuler", "c04e31a704c463b7"),
            Map.entry("HHAreaDoubleRK4", "c04e32ee88e46c84"),
            Map.entry("HHAreaDoubleRK6", "c04e32ee70b10432"),
            Map.entry("HHAreaFloatButcher6", "c04e32ee40000000"),
            Map.entry("HHAreaFloatEuler", "c04e31a700000000"),
            Map.entry("HHAreaFloatRK4", "c04e32ee60000000"),
            Map.entry("HHAreaFloatRK6", "c04e32ee80000000"),
            Map.entry("HHDoubleButcher6", "404021ea4140b2f3"),
            Map.entry("HHDoubleEuler", "403b21bb875f5081"),
            Map.entry("HHDoubleRK4", "404021b80212694c"),
            Map.entry("HHDoubleRK6", "404021eaa1204ca5"),
            Map.entry("HHFloatButcher6", "404021f2e0000000"),
            Map.entry("HHFloatEuler", "403b21cc00000000"),
            Map.entry("HHFloatRK4", "404021bf80000000"),
            Map.entry("HHFloatRK6", "404021ea60000000"),
            Map.entry("HRDoubleButcher6", "3fa823a7f66d62da"),
            Map.entry("HRDoubleEuler", "bfef5a71152496e1"),
            Map.entry("HRDoubleRK4", "3fa822c59e5d1b38"),
            Map.entry("HRDoubleRK6", "3fa823a8e411c4d6"),
            Map.entry("HRFloatButcher6", "3fa82416c0000000"),
            Map.entry("HRFloatEuler", "bfef5a7120000000"),
            Map.entry("HRFloatRK4", "3fa8232500000000"),
            Map.entry("HRFloatRK6", "3fa8239940000000"),
            Map.entry("IzhikevichDoubleButcher6", "c050852ce7d5cd9e"),
            Map.entry("IzhikevichDoubleEuler", "c0508774b88d81af"),
            Map.entry("IzhikevichDoubleRK4", "c050852ce7c7fe11"),
            Map.entry("IzhikevichDoubleRK6", "c050852ce7d5cf71"),
            Map.entry("IzhikevichFloatButcher6", "c050852ce0000000"),
            Map.entry("IzhikevichFloatEuler", "c0508774c0000000"),
            Map.entry("IzhikevichFloatRK4", "c050852ce0000000"),
            Map.entry("IzhikevichFloatRK6", "c050852ce0000000"),
            Map.entry("MLDoubleButcher6", "c0282c7b3cc9d9f4"),
            Map.entry("MLDoubleEuler", "c0283cccb8b57b54"),
            Map.entry("MLDoubleRK4", "c0282c7b3cbd8d76"),
            Map.entry("MLDoubleRK6", "c0282c7b3cc9dbef"),
            Map.entry("MLFloatButcher6", "c0282c7a20000000"),
            Map.entry("MLFloatEuler", "c0283cce40000000"),
            Map.entry("MLFloatRK4", "c0282c7c80000000"),
            Map.entry("MLFloatRK6", "c0282c7a00000000"),
            Map.entry("RulkovDoubleMap", "bfd2d8d81da20590"),
            Map.entry("RulkovFloatMap", "bfd2e75100000000"));

    @Test
    void everyNeuronEndsOnItsPinnedBits() {
        Protocol protocol = Protocol.fixed(0.02, 2_000, 0);
        Map<String, String> found = new TreeMap<>();
        for (NeuronName name : NeuronName.everyName()) {
            if (name.integrator().isAdaptive()) {
                continue;
            }
            boolean map = name.integrator() == Integrator.MAP;
            List<Trial> trials = TrialSeries.scan(name, map ? Protocol.fixed(1, 2_000, 0) : protocol, 10);
            double end = new Simulator(Recording.BASIC).run(trials).get(6).end(0);
            found.put(name.toString(), Long.toHexString(Double.doubleToLongBits(end)));
        }
        assertEquals(new TreeMap<>(PINNED), found);
    }
}
