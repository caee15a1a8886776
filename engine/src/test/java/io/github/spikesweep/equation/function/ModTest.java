package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class ModTest extends FunctionContract {
    ModTest() {
        super(new Mod(), 1e-13, new Interval(-10, 10), new Interval(1, 5));
    }

    @Override
    boolean isSmooth(double[] x, double reach) {
        return Math.floor((x[0] - 11 * reach) / x[1]) == Math.floor((x[0] + 11 * reach) / x[1]);
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(1, value(7, 3));
        assertEquals(2, value(-1, 3));
        assertEquals(-2, value(7, -3));
        assertEquals(0, value(6, 3));
        assertEquals(Double.NaN, value(1, 0));
    }
}
