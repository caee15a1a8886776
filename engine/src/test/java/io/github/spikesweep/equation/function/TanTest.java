package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class TanTest extends FunctionContract {
    TanTest() {
        super(new Tan(), 1e-14, new Interval(-1.5, 1.5));
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(0, value(0));
        assertEquals(0.9999999999999999, value(Math.PI / 4));
    }
}
