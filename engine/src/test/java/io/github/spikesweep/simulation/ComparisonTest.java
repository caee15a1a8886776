package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Comparisons are arithmetic in a kernel, and exact all the same. */
class ComparisonTest {
    /** Bits of what holds: 1 less, 2 at most, 4 equal, 8 greater, 16 at least, 32 p less than 0, 64 p at least 1, 128 less as sums and products. */
    private static final Model MODEL = SmallModels.read("""
        name: Comparisons
        variables: {x: {initial: 0}, p: {initial: 0}, q: {initial: 0}}
        input: I
        next:
          x: where(p < q, 1, 0) + where(p <= q, 2, 0) + where(p == q, 4, 0) + where(p > q, 8, 0) + where(p >= q, 16, 0) + where(p < 0, 32, 0) + where(p >= 1, 64, 0) + where(p + p < q + q, 128, 0)
          p: p
          q: q
        spike: {variable: x, threshold: 1e9}
        """);

    private static double expected(double p, double q) {
        return (p < q ? 1 : 0)
                + (p <= q ? 2 : 0)
                + (p == q ? 4 : 0)
                + (p > q ? 8 : 0)
                + (p >= q ? 16 : 0)
                + (p < 0 ? 32 : 0)
                + (p >= 1 ? 64 : 0)
                + (p + p < q + q ? 128 : 0);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void comparisonsOfAllSizesAreExact(Precision precision) {
        boolean isDouble = precision == Precision.DOUBLE;
        double least = isDouble ? Double.MIN_VALUE : Float.MIN_VALUE;
        double normal = isDouble ? Double.MIN_NORMAL : Float.MIN_NORMAL;
        double ulp = isDouble ? Math.ulp(1.0) : Math.ulp(1.0f);
        // The most that a model means to compute: its eighth power is finite.
        double most = isDouble ? 0x1p127 : 0x1p15;
        List<Double> sizes = List.of(
                0.0,
                least,
                2 * least,
                normal,
                normal + least,
                normal / ulp,
                ulp,
                1 - ulp / 2,
                1.0,
                1 + ulp,
                30.0,
                most,
                most * (1 - ulp / 2));
        List<Double> numbers = new ArrayList<>(sizes);
        sizes.forEach(size -> numbers.add(-size));
        KernelSpec spec = SmallModels.spec(MODEL, Integrator.MAP, precision);
        List<Trial> trials = new ArrayList<>();
        for (double p : numbers) {
            for (double q : numbers) {
                trials.add(new Trial(spec, Protocol.fixed(1, 1, 0), new double[] {0}, new double[] {0, p, q}));
            }
        }
        List<Outcome> outcomes = new Simulator(Recording.BASIC).run(trials);
        int row = 0;
        for (double p : numbers) {
            for (double q : numbers) {
                assertEquals(expected(p, q), outcomes.get(row++).end(0), p + " and " + q);
            }
        }
    }
}
