package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class MaxTest extends FunctionContract {
    MaxTest() {
        super(new Max(), 0, new Interval(-10, 10), new Interval(-10, 10));
    }

    @Override
    boolean isSmooth(double[] x, double reach) {
        return Math.abs(x[0] - x[1]) > reach;
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(2, value(1, 2));
        assertEquals(2, value(2, 1));
        assertEquals(0.0, value(0.0, -0.0));
        assertEquals(Double.NaN, value(1, Double.NaN));
    }
}
