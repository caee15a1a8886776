package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class AtanTest extends FunctionContract {
    AtanTest() {
        super(new Atan(), 1e-14, new Interval(-10, 10));
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(Math.PI / 4, value(1));
        assertEquals(Math.PI / 2, value(Double.POSITIVE_INFINITY));
    }
}
