package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class Log10Test extends FunctionContract {
    Log10Test() {
        super(new Log10(), 1e-14, new Interval(0.01, 100));
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(3, value(1000));
        assertEquals(Double.NEGATIVE_INFINITY, value(0));
        assertEquals(Double.NaN, value(-1));
    }
}
