package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PulseTest extends FunctionContract {
    PulseTest() {
        super(new Pulse(), 0, new Interval(-2, 8), new Interval(0, 3), new Interval(0.1, 4));
    }

    @Override
    boolean isSmooth(double[] x, double reach) {
        return Math.abs(x[0] - x[1]) > 2 * reach && Math.abs(x[0] - x[1] - x[2]) > 3 * reach;
    }

    @ParameterizedTest
    @CsvSource({"1.999, 0", "2, 1", "3.4, 1", "4.999, 1", "5, 0", "6, 0", "-1, 0", "NaN, NaN"})
    void pulseHoldsFromItsOnsetToJustBeforeItsEnd(double t, double value) {
        assertEquals(value, value(t, 2, 3));
    }

    @Test
    void pulseWithoutWidthIsNever() {
        assertEquals(0, value(2, 2, 0));
        assertEquals(0, value(1.5, 2, -1));
    }
}
