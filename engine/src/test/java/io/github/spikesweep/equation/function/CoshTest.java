package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class CoshTest extends FunctionContract {
    CoshTest() {
        super(new Cosh(), 3e-13, new Interval(-10, 10));
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(1, value(0));
        assertEquals(1.543080634815244, value(1));
    }
}
