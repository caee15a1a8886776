package io.github.spikesweep.equation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.function.Functions;
import io.github.spikesweep.equation.reading.ExpressionParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTextTest {
    private static final List<String> NAMES = List.of("x", "gna", "t");

    private static Expression parse(String text) {
        return ExpressionParser.parse(text, Position.startOf("f.yaml"), NAMES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "((x))|x",
                "+x|x",
                "(x*gna)+1|x * gna + 1",
                "x*(gna+1)|x * (gna + 1)",
                "x-(gna-1)|x - (gna - 1)",
                "(x-gna)-1|x - gna - 1",
                "x/(gna*2)|x / (gna * 2)",
                "x^2^3|x^2^3",
                "(x^2)^3|(x^2)^3",
                "-x^2|-x^2",
                "(-x)^2|(-x)^2",
                "-2^x|-2^x",
                "(-2)^x|(-2)^x",
                "x^(-2)|x^-2",
                "x^(-gna)^2|x^(-gna)^2",
                "x*(-gna)*2|x * -gna * 2",
                "x-(-2)|x - -2",
                "-(-(-x))|---x",
                "-(x+1)|-(x + 1)",
                "x+1<gna*2|x + 1 < gna * 2",
                "(x<1)==(gna<2)|(x < 1) == (gna < 2)",
                "1+(x<gna)|1 + (x < gna)",
                "max( x,(gna) )|max(x, gna)",
                "-exp(-x)^2|-exp(-x)^2",
                "pulses(t,10,.5,2e1)|pulses(t, 10, 0.5, 20)",
            })
    void writesAsPeopleDo(String text, String written) {
        assertEquals(written, FormulaText.of(parse(text)));
    }

    @Test
    void partsAreWrittenAsTheyAreToBeShown() {
        assertEquals(
                "-(two + x)^two",
                FormulaText.of(
                        parse("-(2 + x)^2"),
                        part -> part.equals(new Expression.Literal(2)) ? new Expression.Name("two") : part));
    }

    @Property
    void whatIsWrittenIsReadAsTheSame(@ForAll("trees") Expression expression) {
        assertEquals(expression, parse(FormulaText.of(expression)));
    }

    @Property
    void noParenthesesCanBeLeftOut(@ForAll("trees") Expression expression) {
        String text = FormulaText.of(expression);
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '(') {
                open.push(at);
            } else if (text.charAt(at) == ')') {
                int from = open.pop();
                boolean isCall = from > 0 && Character.isLetter(text.charAt(from - 1));
                if (!isCall) {
                    StringBuilder without = new StringBuilder(text);
                    without.setCharAt(from, ' ');
                    without.setCharAt(at, ' ');
                    assertNotEquals(Optional.of(expression), parsed(without.toString()));
                }
            }
        }
    }

    private static Optional<Expression> parsed(String text) {
        try {
            return Optional.of(parse(text));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /** Expressions as the parser builds them, and with numbers of either sign instead of names. */
    @Provide
    Arbitrary<Expression> trees() {
        return tree(5);
    }

    private static Arbitrary<Expression> tree(int depth) {
        Arbitrary<Expression> leaf = Arbitraries.oneOf(
                Arbitraries.of(NAMES).map(Expression.Name::new),
                Arbitraries.of(0.0, -0.0, 2.0, -2.0, 0.1, -1e-300, 1e300).map(Expression.Literal::new));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Expression> inner = Arbitraries.lazy(() -> tree(depth - 1));
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaf),
                Tuple.of(
                        6,
                        Combinators.combine(Arbitraries.of(Operator.values()), inner, inner)
                                .as(Expression.Operation::new)),
                Tuple.of(
                        2, inner.filter(x -> !(x instanceof Expression.Literal)).map(Expression.Negation::new)),
                Tuple.of(1, call(inner)));
    }

    private static Arbitrary<Expression> call(Arbitrary<Expression> inner) {
        return Arbitraries.of(Functions.all())
                .flatMap(function -> inner.list()
                        .ofSize(function.signature().arity())
                        .map(arguments -> new Expression.Call(function, arguments)));
    }
}
