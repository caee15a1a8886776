package io.github.spikesweep.equation.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.equation.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloorTest extends FunctionContract {
    FloorTest() {
        super(new Floor(), 0, new Interval(-10, 10));
    }

    @Override
    boolean isSmooth(double[] x, double reach) {
        return Math.floor(x[0] - reach) == Math.floor(x[0] + reach);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "2.9, 2", "-0.1, -1", "-2, -2", "NaN, NaN", "Infinity, Infinity"})
    void floorGoesDown(double t, double value) {
        assertEquals(value, value(t));
    }
}
