package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class CosTest extends FunctionContract {
    CosTest() {
        super(new Cos(), 1e-14, new Interval(-20, 20));
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(1, value(0));
        assertEquals(-1, value(Math.PI));
    }
}
