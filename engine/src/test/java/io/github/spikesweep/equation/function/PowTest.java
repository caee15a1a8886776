package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class PowTest extends FunctionContract {
    PowTest() {
        super(new Pow(), 1e-13, new Interval(0.1, 5), new Interval(-3, 3));
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(1024, value(2, 10));
        assertEquals(Double.NaN, value(-8, 1.0 / 3));
        assertEquals(1, value(0, 0));
    }
}
