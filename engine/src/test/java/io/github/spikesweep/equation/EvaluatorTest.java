package io.github.spikesweep.equation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.reading.ExpressionParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {
    private static double value(String text, double t) {
        Expression expression = ExpressionParser.parse(text, Position.startOf("test"), List.of("t"));
        return Evaluator.evaluate(expression, name -> t);
    }

    @ParameterizedTest
    @CsvSource({"<", "<=", ">", ">=", "==", "!="})
    void comparisonsWithNoNumberHaveNoValue(String operator) {
        assertTrue(Double.isNaN(value("t " + operator + " 1", Double.NaN)));
        assertTrue(Double.isNaN(value("1 " + operator + " t", Double.NaN)));
    }

    @Test
    void whatIsNotChosenDoesNotMatter() {
        assertEquals(4, value("where(t > 0, 1 / 0, 4)", 0));
    }
}
