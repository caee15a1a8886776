package io.github.spikesweep.equation.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.reading.ExpressionParser;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoursesTest {
    private static Expression parse(String text) {
        return ExpressionParser.parse(text, Position.startOf("x"), List.of("t", "a"));
    }

    private static Look look(Expression expression, double from, double to) {
        return new Courses(Map.of("a", 2.0), "t", Map.of(), List.of(expression))
                .look(new Interval(from, to), (from + to) / 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exp(-t^2) | 1 | 3 | true
            exp(-t^2) | 0 | 3 | false
            exp(-t^2) | -0.1 | 0.1 | true
            3*t + a | -9 | 9 | true
            t^3 | -1 | 1 | false
            t^3 | 0.1 | 9 | true
            sin(t) | 0.1 | 3 | true
            sin(t) | 3 | 3.2 | false
            t > a | 1 | 1.9 | true
            t > a | 1.9 | 2.1 | false
            abs(t - a) | 1 | 1.9 | true
            abs(t - a) | 1.9 | 2.1 | false
            floor(t) | 1.1 | 1.9 | true
            floor(t) | 1.9 | 2.1 | false
            where(t > a, sqrt(t - a), 0) | 1 | 1.9 | true
            1/t | 0.5 | 1.5 | true
            1/t | -0.5 | 1.5 | false
            a^t + t^a + exp(t) | 1 | 1.1 | true
            pulse(2*t, 4, 1) | 0 | 1.9 | true
            pulse(2*t, 4, 1) | 1.9 | 2.1 | false
            pulses(2*t, 4, 1, 6) | 5.05 | 5.45 | true
            pulses(2*t, 4, 1, 6) | 5.05 | 5.55 | false
            """)
    void aSpanIsCalmWhereNothingHappens(String text, double from, double to, boolean calm) {
        assertEquals(calm, look(parse(text), from, to).isCalm());
    }

    @Test
    void conditionsAndBendsAreToldApart() {
        Expression step = parse("t > a");
        assertNotEquals(look(step, 1, 1).conditions(), look(step, 3, 3).conditions());
        Expression cube = parse("(t - a)^3");
        assertEquals(look(cube, 1, 1).conditions(), look(cube, 3, 3).conditions());
        assertNotEquals(look(cube, 1, 1).signature(), look(cube, 3, 3).signature());
    }

    /** What is bent to one side lies on one side of its chords. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(-(t - 3)^2)*sin(t)",
                "sin(t)^4 + t/a",
                "exprel(t - 3)*cos(a*t)",
                "tanh(t - a)^3/(1 + t^2)",
                "log(1 + t^2)*sqrt(1 + t)",
                "max(sin(t), cos(t))*t",
                "where(t > a, t^2, 5 - t)",
                "abs(sin(t))^1.5",
                "ramp(t, 1, 4)*exp(-t)",
                "exp(-t)^(t/a)"
            })
    void calmSpansAreBentToOneSide(String text) {
        Expression expression = parse(text);
        SplittableRandom random = new SplittableRandom(text.hashCode());
        int calm = 0;
        for (int k = 0; k < 2_000; k++) {
            double from = random.nextDouble(0.01, 6);
            double to = from + random.nextDouble(0.3);
            if (look(expression, from, to).isCalm()) {
                calm++;
                double before = aboveChord(expression, from, to, 0.3);
                double after = aboveChord(expression, from, to, 0.8);
                assertTrue(before * after >= -1e-24, from + " to " + to + ": " + before + ", " + after);
            }
        }
        assertTrue(calm > 200, calm + " calm spans");
        assertFalse(look(expression, 0.01, 6).isCalm());
    }

    private static double aboveChord(Expression expression, double from, double to, double part) {
        double chord = (1 - part) * value(expression, from) + part * value(expression, to);
        return value(expression, from + part * (to - from)) - chord;
    }

    private static double value(Expression expression, double t) {
        return Evaluator.evaluate(expression, name -> name.equals("t") ? t : 2);
    }
}
