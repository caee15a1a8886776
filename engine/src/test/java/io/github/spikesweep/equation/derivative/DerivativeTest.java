package io.github.spikesweep.equation.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.reading.ExpressionParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeTest {
    private static final double STEP = 1e-5;

    private static Expression parse(String text) {
        return ExpressionParser.parse(text, Position.startOf("x"), List.of("x", "a"));
    }

    private static Expression derivative(String text) {
        return new Derivative(name -> Expression.number(name.equals("x") ? 1 : 0)).of(parse(text));
    }

    private static double value(Expression expression, double x) {
        return Evaluator.evaluate(expression, name -> name.equals("x") ? x : 1.7);
    }

    /** By a difference quotient, away from kinks and jumps. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "a",
                "x",
                "-x^3 + a*x",
                "x^2 / (1 + x)",
                "a / x",
                "x^a",
                "a^x",
                "x^-2",
                "x^0",
                "x^1",
                "exp(-x/a) * sin(x)",
                "exprel(x) + tanh(a*x) - sqrt(x)",
                "where(x < 2, x^2, a*x)",
                "where(x < 0.1, log(-x), cosh(x))",
                "max(x, a) * min(x, 3)",
                "abs(1 - x)",
                "floor(x) * x",
                "(x > 0.3) * x",
                "mod(x, a)",
                "atan(x) + ln(x)"
            })
    void isTheSlope(String text) {
        for (double x : new double[] {0.4, 1.2, 2.3}) {
            double slope = (value(parse(text), x + STEP) - value(parse(text), x - STEP)) / (2 * STEP);
            assertEquals(slope, value(derivative(text), x), 1e-8 * (1 + Math.abs(slope)), text + " at " + x);
        }
    }

    @Test
    void whatDoesNotDependOnTheNameIsTheLiteral0() {
        for (String text : List.of("a", "2*a^3", "exp(a)/a", "x*0 < a", "floor(x)", "-a", "where(x < 1, a, a)")) {
            assertTrue(Derivative.isZero(derivative(text)), text);
        }
    }
}
