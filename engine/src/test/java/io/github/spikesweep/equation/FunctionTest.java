package io.github.spikesweep.equation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.Position;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of the functions at their edges. */
class FunctionTest {
    private static double value(String text, double t) {
        Expression expression = ExpressionParser.parse(text, Position.startOf("test"), List.of("t"));
        return Evaluator.evaluate(expression, name -> t);
    }

    @ParameterizedTest
    @CsvSource({"1.999, 0", "2, 1", "3.4, 1", "4.999, 1", "5, 0", "6, 0", "-1, 0", "NaN, NaN"})
    void pulseHoldsFromItsOnsetToJustBeforeItsEnd(double t, double value) {
        assertEquals(value, value("pulse(t, 2, 3)", t));
    }

    @Test
    void pulseWithoutWidthIsNever() {
        assertEquals(0, value("pulse(t, 2, 0)", 2));
        assertEquals(0, value("pulse(t, 2, -1)", 1.5));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1.9, 0", "2, 1", "2.99, 1", "3, 0", "11.9, 0", "12, 1", "13, 0", "1002.5, 1", "NaN, NaN"})
    void pulsesComeBackEveryPeriod(double t, double value) {
        assertEquals(value, value("pulses(t, 2, 1, 10)", t));
    }

    @Test
    void pulsesAsWideAsTheirPeriodLastForever() {
        assertEquals(0, value("pulses(t, 2, 10, 10)", 1.9));
        assertEquals(1, value("pulses(t, 2, 10, 10)", 12));
        assertEquals(1, value("pulses(t, 2, 11, 10)", 11.9));
    }

    @ParameterizedTest
    @CsvSource({"-5, 0", "2, 0", "3, 0.25", "4, 0.5", "6, 1", "7, 1", "NaN, NaN"})
    void rampRisesBetweenStartAndStop(double t, double value) {
        assertEquals(value, value("ramp(t, 2, 6)", t));
    }

    @Test
    void whereTakesItsConditionAsANumber() {
        assertEquals(3, value("where(t, 3, 4)", 0.1));
        assertEquals(4, value("where(t, 3, 4)", 0));
        assertEquals(4, value("where(t, 3, 4)", -0.0));
        assertTrue(Double.isNaN(value("where(t, 3, 4)", Double.NaN)));
        assertEquals(4, value("where(t > 0, 1 / 0, 4)", 0));
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "2.9, 2", "-0.1, -1", "-2, -2", "NaN, NaN", "Infinity, Infinity"})
    void floorGoesDown(double t, double value) {
        assertEquals(value, value("floor(t)", t));
    }

    @ParameterizedTest
    @CsvSource({"<", "<=", ">", ">=", "==", "!="})
    void comparisonsWithNoNumberHaveNoValue(String operator) {
        assertTrue(Double.isNaN(value("t " + operator + " 1", Double.NaN)));
        assertTrue(Double.isNaN(value("1 " + operator + " t", Double.NaN)));
    }
}
