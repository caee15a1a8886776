package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;

class WhereTest extends FunctionContract {
    WhereTest() {
        super(new Where(), 0, new Interval(-1, 1), new Interval(-10, 10), new Interval(-10, 10));
    }

    @Test
    void whereTakesItsConditionAsANumber() {
        assertEquals(3, value(0.1, 3, 4));
        assertEquals(4, value(0, 3, 4));
        assertEquals(4, value(-0.0, 3, 4));
        assertTrue(Double.isNaN(value(Double.NaN, 3, 4)));
    }
}
