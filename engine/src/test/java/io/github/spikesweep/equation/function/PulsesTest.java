package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PulsesTest extends FunctionContract {
    PulsesTest() {
        super(new Pulses(), 0, new Interval(-2, 40), new Interval(0, 3), new Interval(0.1, 4), new Interval(5, 9));
    }

    @Override
    boolean isSmooth(double[] x, double reach) {
        return isFar(x, x[0] - x[1], reach) && isFar(x, x[0] - x[1] - x[2], reach);
    }

    private static boolean isFar(double[] x, double sinceEdge, double reach) {
        double room = 20 * reach;
        return Math.floor((sinceEdge - room) / x[3]) == Math.floor((sinceEdge + room) / x[3]);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1.9, 0", "2, 1", "2.99, 1", "3, 0", "11.9, 0", "12, 1", "13, 0", "1002.5, 1", "NaN, NaN"})
    void pulsesComeBackEveryPeriod(double t, double value) {
        assertEquals(value, value(t, 2, 1, 10));
    }

    @Test
    void pulsesAsWideAsTheirPeriodLastForever() {
        assertEquals(0, value(1.9, 2, 10, 10));
        assertEquals(1, value(12, 2, 10, 10));
        assertEquals(1, value(11.9, 2, 11, 10));
    }
}
