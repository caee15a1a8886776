package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Final values, to the bit, as first computed on x86-64 with Java 17, since products are fused with the sums that they are terms of. They hold on every machine and every JVM; they change
 * only when the arithmetic is changed on purpose, which the changelog must say.
 */
class PinnedBitsTest {
    /** The spike variable of the 7th of 10 rows after 2,000 steps of 0.02. */
    private static final Map<String, String> PINNED = Map.ofEntries(
            Map.entry("AdExDoubleButcher6", "c049c8a97e80ca51"),
            Map.entry("AdExDoubleEuler", "c049e990143e3724"),
            Map.entry("AdExDoubleExponentialEuler", "c049e990aafd15cd"),
            Map.entry("AdExDoubleRK4", "c049c8a951db77f4"),
            Map.entry("AdExDoubleRK6", "c049c8a97878b6fa"),
            Map.entry("AdExDoubleStrang", "c049c986a9db3a71"),
            Map.entry("AdExFloatButcher6", "c049c8a960000000"),
            Map.entry("AdExFloatEuler", "c049e99020000000"),
            Map.entry("AdExFloatExponentialEuler", "c049e990a0000000"),
            Map.entry("AdExFloatRK4", "c049c8a920000000"),
            Map.entry("AdExFloatRK6", "c049c8a960000000"),
            Map.entry("AdExFloatStrang", "c049c98680000000"),
            Map.entry("FHNDoubleButcher6", "bfe282516d6bc818"),
            Map.entry("FHNDoubleEuler", "bfe29699b3725785"),
            Map.entry("FHNDoubleExponentialEuler", "bfe2bb8ea9cf6980"),
            Map.entry("FHNDoubleRK4", "bfe282516e4e3c57"),
            Map.entry("FHNDoubleRK6", "bfe282516d6bba64"),
            Map.entry("FHNDoubleStrang", "bfe2826130373764"),
            Map.entry("FHNFloatButcher6", "bfe2825220000000"),
            Map.entry("FHNFloatEuler", "bfe2969a40000000"),
            Map.entry("FHNFloatExponentialEuler", "bfe2bb8fe0000000"),
            Map.entry("FHNFloatRK4", "bfe2825140000000"),
            Map.entry("FHNFloatRK6", "bfe2825280000000"),
            Map.entry("FHNFloatStrang", "bfe28262c0000000"),
            Map.entry("HHAreaDoubleButcher6", "c04e32ee70c18fc1"),
            Map.entry("HHAreaDoubleEuler", "c04e31a704c4649a"),
            Map.entry("HHAreaDoubleExponentialEuler", "c04e93e273ffce9a"),
            Map.entry("HHAreaDoubleRK4", "c04e32ee88e46c9f"),
            Map.entry("HHAreaDoubleRK6", "c04e32ee70b10454"),
            Map.entry("HHAreaDoubleStrang", "c04e34f633566868"),
            Map.entry("HHAreaFloatButcher6", "c04e32ee40000000"),
            Map.entry("HHAreaFloatEuler", "c04e31a6e0000000"),
            Map.entry("HHAreaFloatExponentialEuler", "c04e93e280000000"),
            Map.entry("HHAreaFloatRK4", "c04e32ee60000000"),
            Map.entry("HHAreaFloatRK6", "c04e32ee80000000"),
            Map.entry("HHAreaFloatStrang", "c04e34f640000000"),
            Map.entry("HHDoubleButcher6", "404021ea4140b728"),
            Map.entry("HHDoubleEuler", "403b21bb875f5d29"),
            Map.entry("HHDoubleExponentialEuler", "c0436fbc8e83c221"),
            Map.entry("HHDoubleRK4", "404021b802126953"),
            Map.entry("HHDoubleRK6", "404021eaa1204c8c"),
            Map.entry("HHDoubleStrang", "403f7cf58d3cd49a"),
            Map.entry("HHFloatButcher6", "404021f220000000"),
            Map.entry("HHFloatEuler", "403b21d0e0000000"),
            Map.entry("HHFloatExponentialEuler", "c0436fbc60000000"),
            Map.entry("HHFloatRK4", "404021bf60000000"),
            Map.entry("HHFloatRK6", "404021eb20000000"),
            Map.entry("HHFloatStrang", "403f7cfc20000000"),
            Map.entry("HRDoubleButcher6", "3fa823a7f66d6334"),
            Map.entry("HRDoubleEuler", "bfef5a71152496e6"),
            Map.entry("HRDoubleExponentialEuler", "bff02d72a5165a8d"),
            Map.entry("HRDoubleRK4", "3fa822c59e5d217b"),
            Map.entry("HRDoubleRK6", "3fa823a8e411c526"),
            Map.entry("HRDoubleStrang", "3fa3cad663231fcc"),
            Map.entry("HRFloatButcher6", "3fa8241080000000"),
            Map.entry("HRFloatEuler", "bfef5a7100000000"),
            Map.entry("HRFloatExponentialEuler", "bff02d72a0000000"),
            Map.entry("HRFloatRK4", "3fa82316c0000000"),
            Map.entry("HRFloatRK6", "3fa8238920000000"),
            Map.entry("HRFloatStrang", "3fa3cac900000000"),
            Map.entry("IzhikevichDoubleButcher6", "c050841143738a53"),
            Map.entry("IzhikevichDoubleEuler", "c05086dc30b94a79"),
            Map.entry("IzhikevichDoubleExponentialEuler", "c0508709aaa7975d"),
            Map.entry("IzhikevichDoubleRK4", "c05084114364308b"),
            Map.entry("IzhikevichDoubleRK6", "c05084114372b4d9"),
            Map.entry("IzhikevichDoubleStrang", "c050842c998e78d6"),
            Map.entry("IzhikevichFloatButcher6", "c050841180000000"),
            Map.entry("IzhikevichFloatEuler", "c05086dc80000000"),
            Map.entry("IzhikevichFloatExponentialEuler", "c0508709e0000000"),
            Map.entry("IzhikevichFloatRK4", "c050841180000000"),
            Map.entry("IzhikevichFloatRK6", "c050841180000000"),
            Map.entry("IzhikevichFloatStrang", "c050842ce0000000"),
            Map.entry("MLDoubleButcher6", "c0282c7b3cc9d9f7"),
            Map.entry("MLDoubleEuler", "c0283cccb8b57b7c"),
            Map.entry("MLDoubleExponentialEuler", "c0281e6556643421"),
            Map.entry("MLDoubleRK4", "c0282c7b3cbd8d9f"),
            Map.entry("MLDoubleRK6", "c0282c7b3cc9dbc5"),
            Map.entry("MLDoubleStrang", "c0282c54e4bd40a4"),
            Map.entry("MLFloatButcher6", "c0282c7a20000000"),
            Map.entry("MLFloatEuler", "c0283ccdc0000000"),
            Map.entry("MLFloatExponentialEuler", "c0281e63e0000000"),
            Map.entry("MLFloatRK4", "c0282c7c60000000"),
            Map.entry("MLFloatRK6", "c0282c7a00000000"),
            Map.entry("MLFloatStrang", "c0282c5620000000"),
            Map.entry("MatsuokaDoubleButcher6", "3fe3cf3d0ae7d104"),
            Map.entry("MatsuokaDoubleEuler", "3fe3cf3d08b8de4e"),
            Map.entry("MatsuokaDoubleExponentialEuler", "3fe3cf3d02219038"),
            Map.entry("MatsuokaDoubleRK4", "3fe3cf3d0ae7d104"),
            Map.entry("MatsuokaDoubleRK6", "3fe3cf3d0ae7d106"),
            Map.entry("MatsuokaDoubleStrang", "3fe3cf3d0ae53b2d"),
            Map.entry("MatsuokaFloatButcher6", "3fe3cf3d20000000"),
            Map.entry("MatsuokaFloatEuler", "3fe3cf3d20000000"),
            Map.entry("MatsuokaFloatExponentialEuler", "3fe3cf3d20000000"),
            Map.entry("MatsuokaFloatRK4", "3fe3cf3d20000000"),
            Map.entry("MatsuokaFloatRK6", "3fe3cf3d20000000"),
            Map.entry("MatsuokaFloatStrang", "3fe3cf3d20000000"),
            Map.entry("RowatSelverstonDoubleButcher6", "bfb3eb5882f71b63"),
            Map.entry("RowatSelverstonDoubleEuler", "bfc1a98c503a91af"),
            Map.entry("RowatSelverstonDoubleExponentialEuler", "bfc0f36357e6ae38"),
            Map.entry("RowatSelverstonDoubleRK4", "bfb3eb58861237e3"),
            Map.entry("RowatSelverstonDoubleRK6", "bfb3eb5882f8f339"),
            Map.entry("RowatSelverstonDoubleStrang", "bfb3de81d77fe99d"),
            Map.entry("RowatSelverstonFloatButcher6", "bfb3eb5f60000000"),
            Map.entry("RowatSelverstonFloatEuler", "bfc1a98ae0000000"),
            Map.entry("RowatSelverstonFloatExponentialEuler", "bfc0f36100000000"),
            Map.entry("RowatSelverstonFloatRK4", "bfb3eb5d20000000"),
            Map.entry("RowatSelverstonFloatRK6", "bfb3eb50a0000000"),
            Map.entry("RowatSelverstonFloatStrang", "bfb3de7ac0000000"),
            Map.entry("RulkovBistableDoubleMap", "bff0000000000000"),
            Map.entry("RulkovBistableFloatMap", "3fecc3e380000000"),
            Map.entry("RulkovDoubleMap", "bfd2d8d81da205a0"),
            Map.entry("RulkovFloatMap", "bfd2e75600000000"),
            Map.entry("STGDoubleButcher6", "c04d8a46d58bfdf1"),
            Map.entry("STGDoubleEuler", "c04d8ba7ebd4d8ea"),
            Map.entry("STGDoubleExponentialEuler", "c04da70beb8344b8"),
            Map.entry("STGDoubleRK4", "c04d8a46b0b2cadb"),
            Map.entry("STGDoubleRK6", "c04d8a46d5168616"),
            Map.entry("STGDoubleStrang", "c04d8b3eeb17e6a0"),
            Map.entry("STGFloatButcher6", "c04d8a4780000000"),
            Map.entry("STGFloatEuler", "c04d8ba8e0000000"),
            Map.entry("STGFloatExponentialEuler", "c04da70ca0000000"),
            Map.entry("STGFloatRK4", "c04d8a4780000000"),
            Map.entry("STGFloatRK6", "c04d8a47c0000000"),
            Map.entry("STGFloatStrang", "c04d8b3fc0000000"),
            Map.entry("VavoulisDoubleButcher6", "c04eb063d85c38cb"),
            Map.entry("VavoulisDoubleEuler", "c04eb07ee52da41c"),
            Map.entry("VavoulisDoubleExponentialEuler", "c04eb37ebebaee31"),
            Map.entry("VavoulisDoubleRK4", "c04eb063d85c388e"),
            Map.entry("VavoulisDoubleRK6", "c04eb063d85c38c6"),
            Map.entry("VavoulisDoubleStrang", "c04eb068d01e6ae3"),
            Map.entry("VavoulisFloatButcher6", "c04eb06400000000"),
            Map.entry("VavoulisFloatEuler", "c04eb07f20000000"),
            Map.entry("VavoulisFloatExponentialEuler", "c04eb37ee0000000"),
            Map.entry("VavoulisFloatRK4", "c04eb06400000000"),
            Map.entry("VavoulisFloatRK6", "c04eb06400000000"),
            Map.entry("VavoulisFloatStrang", "c04eb06900000000"));

    /** Those by which most sweeps run. */
    @Test
    void usualNeuronsEndOnTheirPinnedBits() {
        assertPinned(name -> name.precision() == Precision.DOUBLE
                && Set.of(Integrator.RK4, Integrator.MAP).contains(name.integrator()));
    }

    @Tag("thorough")
    @Test
    void everyNeuronEndsOnItsPinnedBits() {
        assertPinned(name -> !name.integrator().isAdaptive());
    }

    private static void assertPinned(Predicate<NeuronName> which) {
        Map<String, String> pinned = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        NeuronName.everyName().stream().filter(which).forEach(name -> {
            Protocol protocol =
                    name.integrator() == Integrator.MAP ? Protocol.fixed(1, 2_000, 0) : Protocol.fixed(0.02, 2_000, 0);
            List<Trial> trials = TrialSeries.scan(name, protocol, 10);
            double end = new Simulator(Recording.BASIC).run(trials).get(6).end(0);
            pinned.put(name.toString(), PINNED.get(name.toString()));
            found.put(name.toString(), Long.toHexString(Double.doubleToLongBits(end)));
        });
        assertFalse(found.isEmpty());
        assertEquals(pinned, found);
    }

    @Test
    void onlyNeuronsThatExistArePinned() {
        Set<String> names = NeuronName.everyName().stream()
                .filter(name -> !name.integrator().isAdaptive())
                .map(NeuronName::toString)
                .collect(Collectors.toSet());
        assertEquals(names, PINNED.keySet());
    }
}
