package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class ExprelTest extends FunctionContract {
    ExprelTest() {
        super(new Exprel(), 3e-13, new Interval(-30, 30));
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(1, value(0));
        assertEquals(1, value(-0.0));
        assertEquals(1, value(1e-300));
        assertEquals(StrictMath.expm1(1), value(1));
        assertEquals(Double.NaN, value(Double.POSITIVE_INFINITY));
    }

    /** 1/2 at 0, as by the series, and continuous where the series ends. */
    @Test
    void derivativeHoldsNearZero() {
        assertEquals(0.5, slope(0));
        assertEquals(0.5 + 1e-9 / 3, slope(1e-9), 1e-15);
        assertEquals(slope(0.1), slope(0.1 - 1e-15), 1e-12);
        assertEquals(slope(-0.1), slope(-0.1 + 1e-15), 1e-12);
    }

    private static double slope(double u) {
        return evaluate(new Exprel().derivative(names(1), 0), new double[] {u});
    }
}
