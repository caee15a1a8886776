package io.github.spikesweep.equation.reading;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.function.Functions;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text is either an expression of the language or quickly refused with a position. */
class HostileExpressionTest {
    private static final List<String> NAMES = List.of("v", "gna", "t");

    private static Expression parse(String text) {
        return ExpressionParser.parse(text, new Position("f.yaml", 7, 10), NAMES);
    }

    private static void refuses(String text) {
        assertTimeout(Duration.ofSeconds(30), () -> {
            String message =
                    assertThrows(InputException.class, () -> parse(text)).getMessage();
            assertTrue(message.startsWith("f.yaml:7:"), message);
            assertTrue(message.length() < 300, message);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(1)",
                "java.lang.Runtime.getRuntime().exec(\"rm\")",
                "v; System.exit(1)",
                "v } static { System.exit(1); } {",
                "v /* comment */ + 1",
                "v // comment",
                "v # comment",
                "v \\u003b",
                "'v'",
                "\"v\"",
                "`v`",
                "v[0]",
                "v.class",
                "this",
                "null",
                "new Object()",
                "(double) v",
                "v++",
                "v += 1",
                "v -> v",
                "v :: v",
                "0x10",
                "1_000",
                "1L",
                "Infinity",
                "${v}",
                "%s",
                "v\u0000",
                "v \u202e gna",
                "ｖ + 1",
                "v − 1",
                "",
                " ",
                ",",
                ")(",
            })
    void whatIsNoExpressionIsRefused(String text) {
        refuses(text);
    }

    @Test
    void whatIsTooMuchIsRefused() {
        refuses("(".repeat(10_000) + "v" + ")".repeat(10_000));
        refuses("(".repeat(4_000) + "v" + ")".repeat(4_000));
        refuses("exp(".repeat(2_000) + "v" + ")".repeat(2_000));
        refuses("v" + "^v".repeat(4_000));
        refuses("-".repeat(9_000) + "v");
        refuses("v" + " + v".repeat(2_000));
        refuses("v+".repeat(500_000) + "v");
        refuses("v".repeat(1_000_000));
        refuses("9".repeat(9_000));
        refuses(" ".repeat(1_000_000));
        refuses("max(" + "v,".repeat(4_000) + "v)");
    }

    @Property
    void tokensAreAnExpressionOrRefused(@ForAll("soups") String text) {
        readOrRefuse(text);
    }

    @Property
    void charactersAreAnExpressionOrRefused(@ForAll String text) {
        readOrRefuse(text);
    }

    @Provide
    Arbitrary<String> soups() {
        Arbitrary<String> signs =
                Arbitraries.of("(", ")", ",", "=", "!", "&", " ", ".", "e", "_", "'", "\"", ";", "#", "\t", "\n", "ä");
        Arbitrary<String> numbers = Arbitraries.of("0", "1", "1e", "1e-3", ".5", "7.", "1e308", "1e999", "0.1.2", "3v");
        Arbitrary<String> operators = Arbitraries.of(Operator.values()).map(Operator::symbol);
        Arbitrary<String> functions = Arbitraries.of(Functions.labels()).map(label -> label + "(");
        return Arbitraries.oneOf(signs, numbers, operators, functions, Arbitraries.of(NAMES))
                .list()
                .ofMaxSize(40)
                .map(tokens -> String.join("", tokens));
    }

    private static void readOrRefuse(String text) {
        try {
            Expression expression = parse(text);
            Evaluator.evaluate(expression, name -> 0.5);
            assertTrue(NAMES.containsAll(expression.names()));
        } catch (InputException e) {
            assertTrue(e.getMessage().startsWith("f.yaml:7:"), e.getMessage());
        }
    }
}
