package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RampTest extends FunctionContract {
    RampTest() {
        super(new Ramp(), 1e-14, new Interval(-2, 8), new Interval(0, 2), new Interval(3, 6));
    }

    @Override
    boolean isSmooth(double[] x, double reach) {
        return Math.abs(x[0] - x[1]) > 2 * reach && Math.abs(x[0] - x[2]) > 2 * reach;
    }

    @ParameterizedTest
    @CsvSource({"-5, 0", "2, 0", "3, 0.25", "4, 0.5", "6, 1", "7, 1", "NaN, NaN"})
    void rampRisesBetweenStartAndStop(double t, double value) {
        assertEquals(value, value(t, 2, 6));
    }
}
