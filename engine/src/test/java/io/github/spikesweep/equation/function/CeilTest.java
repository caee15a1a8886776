package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class CeilTest extends FunctionContract {
    CeilTest() {
        super(new Ceil(), 0, new Interval(-10, 10));
    }

    @Override
    boolean isSmooth(double[] x, double reach) {
        return Math.floor(x[0] - reach) == Math.floor(x[0] + reach);
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(3, value(2.1));
        assertEquals(-2, value(-2.9));
        assertEquals(2, value(2));
        assertEquals(Double.NaN, value(Double.NaN));
    }
}
