package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class AbsTest extends FunctionContract {
    AbsTest() {
        super(new Abs(), 0, new Interval(-10, 10));
    }

    @Override
    boolean isSmooth(double[] x, double reach) {
        return Math.abs(x[0]) > reach;
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(3, value(-3));
        assertEquals(0.0, value(-0.0));
        assertEquals(Double.NaN, value(Double.NaN));
    }
}
