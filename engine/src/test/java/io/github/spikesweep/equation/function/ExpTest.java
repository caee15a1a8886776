package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class ExpTest extends FunctionContract {
    ExpTest() {
        super(new Exp(), 3e-13, new Interval(-60, 60));
    }

    @Test
    void valuesAtTheEdges() {
        assertEquals(1, value(0));
        assertEquals(2.7182818284590455, value(1));
        assertEquals(0, value(Double.NEGATIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, value(1000));
    }
}
