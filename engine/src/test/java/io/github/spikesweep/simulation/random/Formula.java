package io.github.spikesweep.simulation.random;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A formula as text, and what it means: the two are made side by side, so that the meaning owes nothing to the reader.
 *
 * @param binds how tightly its outermost operator binds
 */
record Formula(String text, int binds, Meaning meaning) {
    static final int OR = 0;
    static final int AND = 1;
    static final int NOT = 2;
    static final int COMPARISON = 3;
    static final int SUM = 4;
    static final int PRODUCT = 5;
    static final int MINUS = 6;
    static final int POWER = 7;
    static final int ALONE = 8;

    /** The value at a moment. */
    interface Meaning {
        double at(Moment moment);
    }

    double at(Moment moment) {
        return meaning.at(moment);
    }

    static Formula number(double value) {
        return new Formula(Double.toString(value), value < 0 ? MINUS : ALONE, moment -> value);
    }

    static Formula alone(String text, Meaning meaning) {
        return new Formula(text, ALONE, meaning);
    }

    static Formula call(String function, Meaning meaning, Formula... arguments) {
        String inside = List.of(arguments).stream().map(Formula::text).collect(Collectors.joining(", "));
        return new Formula(function + "(" + inside + ")", ALONE, meaning);
    }

    /** {@code left operator right}, in parentheses only where they are needed. */
    static Formula binary(int binds, Formula left, String operator, Formula right, Meaning meaning) {
        int fewest = binds == COMPARISON ? binds + 1 : binds;
        String text = binds == POWER
                ? left.within(ALONE) + operator + right.within(MINUS)
                : left.within(fewest) + " " + operator + " " + right.within(binds + 1);
        return new Formula(text, binds, meaning);
    }

    Formula negated() {
        return new Formula("-" + within(POWER), MINUS, moment -> -at(moment));
    }

    Formula not() {
        return new Formula("not " + within(COMPARISON), NOT, moment -> at(moment) == 0 ? 1 : 0);
    }

    /** Its text, in parentheses unless it binds at least so tightly. */
    String within(int least) {
        return binds >= least ? text : "(" + text + ")";
    }

    /** The same in parentheses that it does not need. */
    Formula inParentheses() {
        return new Formula("(" + text + ")", ALONE, meaning);
    }
}
