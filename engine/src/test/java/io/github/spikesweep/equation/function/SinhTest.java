package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class SinhTest extends FunctionContract {
    SinhTest() {
        super(new Sinh(), 3e-13, new Interval(-10, 10));
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(0, value(0));
        assertEquals(1.1752011936438014, value(1));
        assertEquals(1e-300, value(1e-300));
    }
}
