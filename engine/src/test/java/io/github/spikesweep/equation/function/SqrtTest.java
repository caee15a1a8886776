package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class SqrtTest extends FunctionContract {
    SqrtTest() {
        super(new Sqrt(), 1e-15, new Interval(0.01, 100));
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(2, value(4));
        assertEquals(0, value(0));
        assertEquals(Double.NaN, value(-1));
    }
}
