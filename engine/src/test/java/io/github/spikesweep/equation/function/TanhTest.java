package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class TanhTest extends FunctionContract {
    TanhTest() {
        super(new Tanh(), 1e-14, new Interval(-10, 10));
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(0, value(0));
        assertEquals(-0.0, value(-0.0));
        assertEquals(0.7615941559557649, value(1));
        assertEquals(1, value(400));
        assertEquals(-1, value(Double.NEGATIVE_INFINITY));
    }

    @Test
    void loweringKeepsItsDigitsNearZeroAndFarOut() {
        for (double u : new double[] {1e-300, -1e-9, 1e-3, 19.9, -25, 1e6}) {
            double lowered = new Tanh().lower(new PlainLowering(new Tanh(), new double[] {u}, true));
            assertEquals(value(u), lowered, 1e-15 * Math.abs(value(u)));
        }
    }
}
