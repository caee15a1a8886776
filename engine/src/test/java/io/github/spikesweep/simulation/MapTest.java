package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapTest {
    @Test
    void theLogisticMapHasTheBitsOfALoop() {
        Model model = SmallModels.read("""
                name: Logistic
                variables: {x: {initial: 0.1}}
                parameters: {r: {default: 3.9}}
                input: I
                next: {x: r * (x * (1 - x)) + I}
                spike: {variable: x, threshold: 0.5}
                """);
        KernelSpec spec = SmallModels.spec(model, Integrator.MAP, Precision.DOUBLE);
        Trial trial = new Trial(spec, Protocol.fixed(1, 1_000, 0), new double[] {3.9, 0}, new double[] {0.1});
        Outcome outcome = SmallModels.run(
                trial, new Recording(Recording.of(Recording.Detail.SPIKE_TIMES).details(), List.of("x"), 1));
        double[] expected = new double[1_001];
        expected[0] = 0.1;
        int spikes = 0;
        for (int n = 1; n <= 1_000; n++) {
            expected[n] = 3.9 * (expected[n - 1] * (1 - expected[n - 1]));
            if (expected[n - 1] < 0.5 && expected[n] >= 0.5) {
                assertEquals(n, outcome.spikes().times()[spikes++], "a spike is in the iteration that crosses");
            }
        }
        assertArrayEquals(expected, outcome.trace(0));
        assertEquals(spikes, outcome.spikes().count());
    }

    /** The next value of a variable may be the previous value of another, a number, or a parameter of the row. */
    @Test
    void variablesCanChangePlaces() {
        Model model = SmallModels.read("""
                name: Exchange
                variables: {x: {initial: 1}, y: {initial: 2}, z: {initial: 3}, c: {initial: 4}, q: {initial: 5}, n: {initial: 0}}
                parameters: {p: {default: 7}}
                input: I
                next: {x: y, y: z, z: x, c: 42, q: I, n: t}
                spike: {variable: c, threshold: 10}
                """);
        KernelSpec spec = SmallModels.spec(model, Integrator.MAP, Precision.DOUBLE);
        Trial trial = new Trial(spec, Protocol.fixed(1, 4, 0), new double[] {7, 11}, new double[] {1, 2, 3, 4, 5, 0});
        Outcome outcome = SmallModels.run(trial, Recording.of(Recording.Detail.SPIKE_TIMES));
        double[] end = {2, 3, 1, 42, 11, 3};
        for (int v = 0; v < end.length; v++) {
            assertEquals(end[v], outcome.end(v), model.variableNames().get(v));
        }
        assertArrayEquals(new double[] {1}, outcome.spikes().times());
    }
}
