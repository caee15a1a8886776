package io.github.spikesweep.sample;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final double LAST = Math.nextDown(1.0);
    /** The bits of the largest double; smaller numbers have smaller bits. */
    private static final long LARGEST = 0x7fef_ffff_ffff_ffffL;

    @Test
    void quantilesAreThoseOfSciPy() throws IOException {
        Normal normal = new Normal(0, 1);
        LogUniform logUniform = new LogUniform(1e-3, 50);
        for (double[] row : Samples.scipy("scipy-quantiles.csv")) {
            assertEquals(row[1], normal.quantile(row[0]), 1e-15 * Math.abs(row[1]), "normal at " + row[0]);
            assertEquals(row[2], logUniform.quantile(row[0]), 1e-15 * row[2], "log-uniform at " + row[0]);
        }
    }

    @Test
    void uniformIsLinearBetweenItsEnds() {
        Uniform uniform = new Uniform(-2, 6);
        assertEquals(-2, uniform.quantile(0));
        assertEquals(0, uniform.quantile(0.25));
        assertEquals(5, uniform.quantile(0.875));
    }

    @Test
    void normalIsScaledByItsDeviation() {
        assertEquals(-65, new Normal(-65, 3).quantile(0.5));
        assertEquals(-65 + 3 * 1.959963984540054, new Normal(-65, 3).quantile(0.975), 1e-13);
    }

    @Test
    void theLowerEndIsExact() {
        assertEquals(0.1, new Uniform(0.1, 0.3).quantile(0));
        assertEquals(0.1, new LogUniform(0.1, 0.3).quantile(0));
        assertEquals(Double.MIN_VALUE, new LogUniform(Double.MIN_VALUE, Double.MAX_VALUE).quantile(0));
    }

    @Property
    void quantilesLieBetweenTheEnds(
            @ForAll @LongRange(min = 1, max = LARGEST - 1) long lowBits,
            @ForAll @LongRange(min = 1, max = LARGEST - 1) long highBits,
            @ForAll @DoubleRange(max = 1, maxIncluded = false) @Scale(15) double u) {
        double bottom = Double.longBitsToDouble(Math.min(lowBits, highBits));
        double top = Double.longBitsToDouble(Math.max(lowBits, highBits) + 1);
        for (Distribution distribution : List.of(new Uniform(bottom, top), new LogUniform(bottom, top))) {
            for (double p : new double[] {u, LAST}) {
                double quantile = distribution.quantile(p);
                assertTrue(bottom <= quantile && quantile <= top, distribution + " at " + p + " is " + quantile);
            }
        }
    }

    @Test
    void normalIsFiniteInItsTailsAndHasNone() {
        Normal widest = new Normal(0, 4e306);
        assertTrue(Double.isFinite(widest.quantile(Double.MIN_VALUE)));
        assertTrue(Double.isFinite(widest.quantile(LAST)));
        assertThrows(IllegalArgumentException.class, () -> widest.quantile(0));
        assertThrows(IllegalArgumentException.class, () -> widest.quantile(1));
        assertThrows(IllegalArgumentException.class, () -> widest.quantile(Double.NaN));
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertAll(
                () -> refuses(() -> new Uniform(1, 1)),
                () -> refuses(() -> new Uniform(2, 1)),
                () -> refuses(() -> new Uniform(Double.NaN, 1)),
                () -> refuses(() -> new Uniform(0, Double.POSITIVE_INFINITY)),
                () -> refuses(() -> new Uniform(-Double.MAX_VALUE, Double.MAX_VALUE)),
                () -> refuses(() -> new LogUniform(0, 1)),
                () -> refuses(() -> new LogUniform(-1, 1)),
                () -> refuses(() -> new LogUniform(2, 1)),
                () -> refuses(() -> new LogUniform(1, 1)),
                () -> refuses(() -> new LogUniform(1, Double.POSITIVE_INFINITY)),
                () -> refuses(() -> new LogUniform(1, Double.NaN)),
                () -> refuses(() -> new Normal(0, 0)),
                () -> refuses(() -> new Normal(0, -1)),
                () -> refuses(() -> new Normal(0, Double.NaN)),
                () -> refuses(() -> new Normal(Double.NaN, 1)),
                () -> refuses(() -> new Normal(0, Double.MAX_VALUE)));
    }

    private static void refuses(Runnable make) {
        assertThrows(IllegalArgumentException.class, make::run);
    }
}
