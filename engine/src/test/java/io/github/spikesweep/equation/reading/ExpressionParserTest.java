package io.github.spikesweep.equation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.function.Functions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {
    private static Expression parse(String text) {
        return ExpressionParser.parse(text, new Position("f.yaml", 7, 10), List.of("x", "gna"));
    }

    private static String fault(String text) {
        return assertThrows(InputException.class, () -> parse(text)).getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "1 + 2 * 3, 7",
        "(1 + 2) * 3, 9",
        "2 ^ 3 ^ 2, 512",
        "-2 ^ 2, -4",
        "2 ^ -1, 0.5",
        "-x * 2, -6",
        "8 / 4 / 2, 1",
        "10 - 4 - 3, 3",
        "1.5e2 + .5, 150.5",
        "'max(x, 5) - min(x, 5)', 2",
        "exprel(0), 1",
        "sqrt(abs(-16)), 4",
        "--3, 3",
        "log(exp(2)), 2",
        "cos(0) + sin(0), 1",
        "cos(2 * pi), 1",
        "1 < 2 and 2 < 3, 1",
        "1 < 2 and 3 < 2, 0",
        "0 or 3, 1",
        "0 or 1 and 0, 0",
        "1 or 1 and 0, 1",
        "not 1 < 2, 0",
        "not 0 and not 0, 1",
        "not not 3, 1",
        "2 * (not 0) + 1, 3",
        "not 2 > 1 or 5 == 5, 1",
        "1 and 0.5, 1",
        "'x in [1, 3]', 1",
        "'x in [1, 2, 4]', 0",
        "x in [3], 1",
        "x not in [3], 0",
        "'x  not  in [1 + 1, 4]', 1",
        "'not x in [1, 3]', 0",
        "'x + 1 in [4, 5] and 1', 1",
        "'1 or x in [4, 5]', 1",
        "'2 * (x in [3, 4])', 2",
        "2 < 3, 1",
        "3 < x, 0",
        "x <= 3, 1",
        "x > 2, 1",
        "x >= 3.5, 0",
        "x == 3, 1",
        "x != 3, 0",
        "1 + 1 < 2 * 2, 1",
        "-1 < 0, 1",
        "(1 < 2)*(2 < 3), 1",
        "2 * (x > 2) + 1, 3",
        "(1 < 2) == (3 < 4), 1",
        "'where(x > 2, 10, 20)', 10",
        "floor(-0.5) + floor(2), 1",
    })
    void followsTheUsualRules(String text, double value) {
        assertEquals(value, Evaluator.evaluate(parse(text), name -> 3), 1e-15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gNa * 2 | f.yaml:7:10: unknown name 'gNa'; did you mean 'gna'? (x, gna)",
                "exp | f.yaml:7:10: unknown name 'exp'; a function is called with '('",
                "1 + | f.yaml:7:13: expected a number, a name or '(', found the end of the expression",
                "1 2 | f.yaml:7:12: expected an operator or the end of the expression, found '2'",
                "(1 + 2 | f.yaml:7:16: expected ')', found the end of the expression",
                "max(1) | f.yaml:7:10: max takes 2 arguments, found 1",
                "exp(1, 2) | f.yaml:7:10: exp takes 1 argument, found 2",
                "max(1 | f.yaml:7:10: max takes 2 arguments, found 1",
                "exp() | f.yaml:7:10: exp takes 1 argument, found 0",
                "where(x, 1) | f.yaml:7:10: where takes 3 arguments, found 2",
                "pulses(x, 1, 2) | f.yaml:7:10: pulses takes 4 arguments, found 3",
                "min(1, 2, 3, 4, 5) | f.yaml:7:10: min takes 2 arguments, found 3",
                "1 < x < 2 | f.yaml:7:16: comparisons do not chain: write a < b and b < c for a < b < c",
                "x == 1 != 0 | f.yaml:7:17: comparisons do not chain: write a < b and b < c for a < b < c",
                "x = 2 | f.yaml:7:12: expected an operator or the end of the expression, found '='; equality is '=='",
                "(x = 2) | f.yaml:7:13: expected ')', found '='; equality is '=='",
                "x => 2 | f.yaml:7:12: expected an operator or the end of the expression, found '='; equality is '=='",
                "x in [1, 2 | f.yaml:7:20: expected ']', found the end of the expression",
                "x in (1, 2) | f.yaml:7:15: expected a list after 'in', such as x in [1, 2], found '('",
                "x in [] | f.yaml:7:16: expected a number, a name or '(', found ']'",
                "x in [1] < 2 | f.yaml:7:19: comparisons do not chain: write a < b and b < c for a < b < c",
                "1 < x in [1] | f.yaml:7:16: comparisons do not chain: write a < b and b < c for a < b < c",
                "x > 1 AND x < 2 | f.yaml:7:16: expected an operator or the end of the expression, found 'AND'; write 'and'",
                "x BETWEEN 1 AND 2 | f.yaml:7:12: expected an operator or the end of the expression, found 'BETWEEN'; write 'x >= 1 and x <= 2'",
                "x <> 1 | f.yaml:7:13: expected a number, a name or '(', found '>'; inequality is '!='",
                "!x | f.yaml:7:10: expected a number, a name or '(', found '!'; write 'not x'",
                "x > 1 && x < 2 | f.yaml:7:16: expected an operator or the end of the expression, found '&'; write 'x > 0 and y > 0'",
                "'max(x || 1, 2)' | 'f.yaml:7:16: expected '')'', found ''|''; write ''x > 0 or y > 0'''",
                "x > 0 ? 1 : 2 | f.yaml:7:16: expected an operator or the end of the expression, found '?'; write 'where(condition, a, b)'",
                "x ** 2 | f.yaml:7:13: expected a number, a name or '(', found '*'; a power is written '^'",
                "x % 2 | f.yaml:7:12: expected an operator or the end of the expression, found '%'; the remainder is 'mod(x, y)'",
                "< 2 | f.yaml:7:10: expected a number, a name or '(', found '<'",
                "3x | f.yaml:7:10: '3x' is not a number, such as 12, 0.5 or 1e-3",
                "3d | f.yaml:7:10: '3d' is not a number, such as 12, 0.5 or 1e-3",
                "1e | f.yaml:7:10: '1e' is not a number, such as 12, 0.5 or 1e-3",
                "1.2.3 | f.yaml:7:13: expected an operator or the end of the expression, found '.'",
                "1,5 | f.yaml:7:11: expected an operator or the end of the expression, found ','; use a point for decimals",
                "'x \t' | f.yaml:7:13: expected an operator or the end of the expression, found the control character U+0001",
                "1e999 | f.yaml:7:10: the number 1e999 is too large; at most 1.8e308 is accepted",
                "x; y | f.yaml:7:11: expected an operator or the end of the expression, found ';'",
                "\"x\" | f.yaml:7:10: expected a number, a name or '(', found '\"'; names are written without quotes",
                "NaN | 'f.yaml:7:10: unknown name ''NaN''; accepted: x, gna'",
            })
    void saysWhereItWentWrong(String text, String message) {
        assertEquals(message, fault(text));
    }

    @Test
    void namesTheNearestFunction() {
        assertEquals(
                "f.yaml:7:14: unknown function 'sine'; did you mean 'sin'? (" + String.join(", ", Functions.labels())
                        + ")",
                fault("2 + sine(x)"));
    }

    @Test
    void boundsDepthAndLength() {
        assertEquals("f.yaml:7:111: nested deeper than accepted (100)", fault("(".repeat(10_000)));
        assertEquals("f.yaml:7:111: nested deeper than accepted (100)", fault("-".repeat(5_000) + "1"));
        assertEquals(
                "f.yaml:7:2011: more operations than accepted in one expression (1000)",
                fault("1" + "+1".repeat(4_000)));
        assertEquals(
                "f.yaml:7:10: an expression of 1000000 characters is longer than accepted (10000)",
                fault("1".repeat(1_000_000)));
    }

    @Test
    void showsTheStartOfWhatIsLong() {
        assertEquals(
                "f.yaml:7:10: the number " + "9".repeat(60) + "… is too large; at most 1.8e308 is accepted",
                fault("9".repeat(9_000)));
        assertEquals("f.yaml:7:10: unknown name '" + "y".repeat(60) + "…'; accepted: x, gna", fault("y".repeat(9_000)));
    }

    @Test
    void whereNoNameIsKnownOnlyNumbersAre() {
        Position start = new Position("f.yaml", 7, 10);
        assertEquals(
                "f.yaml:7:14: unknown name 'x'; only numbers are accepted here",
                assertThrows(InputException.class, () -> ExpressionParser.parse("2 * x", start, List.of()))
                        .getMessage());
    }

    @Test
    void tellsWhereItsPartsStand() {
        SourceMap places = new SourceMap();
        Position start = new Position("f.yaml", 7, 10);
        Expression sum =
                ExpressionParser.parse("x + exp( gna*x)", start, List.of("x", "gna"), places, new UserFunctions());
        Expression.Operation plus = (Expression.Operation) sum;
        Expression.Call exp = (Expression.Call) plus.right();
        assertEquals("f.yaml:7:12", places.position(plus, start).toString());
        assertEquals("f.yaml:7:10", places.position(plus.left(), start).toString());
        assertEquals("f.yaml:7:14", places.position(exp, start).toString());
        assertEquals(
                "f.yaml:7:22", places.position(exp.arguments().get(0), start).toString());
        assertEquals(start, places.position(new Expression.Name("x"), start));
    }

    @Test
    void tellsItsNames() {
        assertEquals("[x, gna]", parse("x + gna * x").names().toString());
    }
}
