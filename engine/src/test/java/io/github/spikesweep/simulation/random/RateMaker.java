package io.github.spikesweep.simulation.random;

import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Rates x/(1 − exp(−x/k)) in the ways in which people write them, evaluated as k u/(1 − e^(−u)) with u = x/k. */
final class RateMaker {
    private static final int LONGEST = 60;
    private static final Pattern NAME = Pattern.compile("\\b(?!pi)[A-Za-z_]\\w*(?![\\w(])");
    private static final double LARGEST_EXPONENT = 40;

    private final SplittableRandom random;

    RateMaker(SplittableRandom random) {
        this.random = random;
    }

    /** A rate of a formula with values of about −1 to 1. */
    Formula rate(FormulaMaker make, Formula x) {
        Formula of = x;
        // What has no name in it is 0/0 everywhere or nowhere.
        while (of.text().length() > LONGEST || !NAME.matcher(of.text()).find()) {
            of = make.sum(make.unit(0), make.unit(0));
        }
        return make.times(0.5, written(make, of, make.number(0.2, 1.5)).inParentheses());
    }

    /** x/(1 − exp(−x/k)). */
    Formula written(FormulaMaker make, Formula x, double width) {
        int id = make.newOperation();
        // Rates of products of sums are not recognised.
        boolean simple = !x.text().contains("^")
                && !x.text().contains("pow(")
                && !(x.binds() == Formula.PRODUCT && x.text().contains("("));
        Formula.Meaning meaning = m -> {
            double u = x.at(m) / width;
            m.nearest = simple ? m.nearest : Math.min(m.nearest, Math.abs(u));
            // As it is written, e^u overflows.
            m.nearest = Math.abs(u) < LARGEST_EXPONENT ? m.nearest : 0;
            return m.roundoff.rate(id, width * rate(u), u);
        };
        Formula one = Formula.number(1);
        Formula k = Formula.number(width);
        Formula up = make.exp(make.quotient(x, k));
        Formula down = make.exp(make.quotient(x.negated(), k));
        Formula text = switch (random.nextInt(14)) {
            case 0, 1 -> make.quotient(x, make.difference(one, down));
            case 2 -> make.quotient(x.negated(), make.difference(down, one));
            case 3 -> make.quotient(x, make.difference(down, one)).negated();
            case 4 -> make.quotient(x, make.difference(one, make.quotient(one, up)));
            case 5 ->
                make.product(x, make.quotient(up, make.difference(up, one)).inParentheses());
            case 6 -> make.quotient(one, make.quotient(make.difference(one, down), x));
            case 7 -> make.product(x, Formula.call("pow", m -> 0, make.difference(one, down), Formula.number(-1)));
            case 8 ->
                make.product(
                        x, Formula.binary(Formula.POWER, make.difference(one, down), "^", Formula.number(-1), m -> 0));
            case 9 -> symmetric(make, x, width);
            case 10 -> make.quotient(make.product(k, x), make.difference(k, make.product(k, down)));
            case 11 -> make.quotient(k, make.exponential("exprel", make.quotient(x.negated(), k), u -> 0));
            case 12 -> guarded(make, x, width, make.quotient(x, make.difference(one, down)));
            default -> make.quotient(make.product(x, up), make.sum(Formula.number(-1), up));
        };
        return new Formula(text.text(), text.binds(), meaning);
    }

    private static Formula symmetric(FormulaMaker make, Formula x, double width) {
        Formula twice = Formula.number(2 * width);
        Formula up = make.exp(make.quotient(x, twice));
        Formula down = make.exp(make.quotient(x.negated(), twice));
        return make.quotient(make.product(x, up), make.difference(up, down));
    }

    private static Formula guarded(FormulaMaker make, Formula x, double width, Formula quotient) {
        Formula small = FormulaMaker.compared("<", make.plain("abs", x, Math::abs), Formula.number(width * 1e-7));
        return make.where(small, Formula.number(width), quotient);
    }

    static double rate(double u) {
        return u == 0 ? 1 : u / -StrictMath.expm1(-u);
    }
}
