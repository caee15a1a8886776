package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class SignTest extends FunctionContract {
    SignTest() {
        super(new Sign(), 0, new Interval(-10, 10));
    }

    @Override
    boolean isSmooth(double[] x, double reach) {
        return Math.abs(x[0]) > reach;
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(-1, value(-3));
        assertEquals(0.0, value(0));
        assertEquals(0.0, value(-0.0));
        assertEquals(1, value(1e-320));
        assertEquals(Double.NaN, value(Double.NaN));
    }
}
