package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class LnTest extends FunctionContract {
    LnTest() {
        super(new Ln(), 1e-14, new Interval(0.01, 100));
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(0, value(1));
        assertEquals(Double.NaN, value(-1));
    }
}
