package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class RoundTest extends FunctionContract {
    RoundTest() {
        super(new Round(), 0, new Interval(-10, 10));
    }

    @Override
    boolean isSmooth(double[] x, double reach) {
        return Math.floor(x[0] + 0.5 - reach) == Math.floor(x[0] + 0.5 + reach);
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(3, value(2.5));
        assertEquals(-2, value(-2.5));
        assertEquals(2, value(2.4));
        assertEquals(Double.NaN, value(Double.NaN));
    }
}
