package io.github.spikesweep.simulation.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Random formulas with values of about −1 to 1, if their leaves have such values. */
final class FormulaMaker {
    /** What may occur in the formulas of a model. */
    enum Feature {
        /** Jumps where a variable passes a level. */
        STATE_JUMPS,
        /** The time. */
        TIME,
        /** Pulses and conditions on the time. */
        TIME_JUMPS,
        RATES,
        /** Quotients of values that vanish together and are no rates, such as sin(x)/x. */
        QUOTIENTS
    }

    private final SplittableRandom random;
    private final FeatureChoice features;
    private final List<Formula> leaves = new ArrayList<>();
    private final List<Formula> stateful = new ArrayList<>();
    private final RateMaker rates;
    private final TimeMaker times;
    private final List<UserFunction> functions;
    private final int[] operations;

    FormulaMaker(
            SplittableRandom random,
            FeatureChoice features,
            TimeMaker times,
            RateMaker rates,
            List<UserFunction> functions,
            int[] operations) {
        this.random = random;
        this.features = features;
        this.times = times;
        this.rates = rates;
        this.functions = functions;
        this.operations = operations;
    }

    /** Lets a formula stand at the ends of others. */
    void addLeaf(Formula leaf, boolean ofState) {
        leaves.add(leaf);
        if (ofState) {
            stateful.add(leaf);
        }
    }

    int newOperation() {
        return operations[0]++;
    }

    double number(double low, double high) {
        return Math.rint(random.nextDouble(low, high) * 100) / 100;
    }

    private Formula literal() {
        return random.nextInt(8) == 0
                ? Formula.alone("pi", moment -> Math.PI).inParentheses()
                : Formula.number(number(-1, 1));
    }

    private Formula leaf() {
        return leaves.isEmpty() || random.nextInt(6) == 0 ? literal() : leaves.get(random.nextInt(leaves.size()));
    }

    Formula sum(Formula a, Formula b) {
        int k = newOperation();
        return Formula.binary(Formula.SUM, a, "+", b, m -> m.roundoff.plain(k, a.at(m) + b.at(m)));
    }

    /** Of a formula and itself, the sum: what is 0 everywhere is 0/0 in a rate. */
    Formula difference(Formula a, Formula b) {
        if (a.text().equals(b.text())) {
            return sum(a, b);
        }
        int k = newOperation();
        return Formula.binary(Formula.SUM, a, "-", b, m -> m.roundoff.plain(k, a.at(m) - b.at(m)));
    }

    Formula product(Formula a, Formula b) {
        int k = newOperation();
        return Formula.binary(Formula.PRODUCT, a, "*", b, m -> m.roundoff.plain(k, a.at(m) * b.at(m)));
    }

    Formula quotient(Formula a, Formula b) {
        int k = newOperation();
        return Formula.binary(Formula.PRODUCT, a, "/", b, m -> m.roundoff.plain(k, a.at(m) / b.at(m)));
    }

    Formula times(double factor, Formula x) {
        return product(Formula.number(factor), x);
    }

    private Formula power(Formula x, int exponent) {
        int k = newOperation();
        Formula.Meaning meaning = m -> m.roundoff.exponential(k, StrictMath.pow(x.at(m), exponent));
        return random.nextInt(3) == 0
                ? Formula.call("pow", meaning, x, Formula.number(exponent))
                : Formula.binary(Formula.POWER, x, "^", Formula.number(exponent), meaning);
    }

    Formula plain(String function, Formula x, DoubleUnaryOperator value) {
        int k = newOperation();
        return Formula.call(function, m -> m.roundoff.plain(k, value.applyAsDouble(x.at(m))), x);
    }

    Formula exponential(String function, Formula x, DoubleUnaryOperator value) {
        int k = newOperation();
        return Formula.call(function, m -> m.roundoff.exponential(k, value.applyAsDouble(x.at(m))), x);
    }

    Formula exp(Formula x) {
        return exponential("exp", x, StrictMath::exp);
    }

    /** At most {@code depth} functions deep. */
    Formula unit(int depth) {
        if (depth == 0) {
            return leaf();
        }
        Formula made = inner(depth);
        return random.nextInt(12) == 0 ? made.inParentheses() : made;
    }

    private Formula inner(int depth) {
        int d = depth - 1;
        int choice = random.nextInt(40);
        return switch (choice) {
            case 0, 1 -> times(0.5, sum(unit(d), unit(d)).inParentheses());
            case 2 -> product(difference(unit(d), unit(d)), Formula.number(0.5));
            case 3, 4 -> product(unit(d), unit(d));
            case 5 -> unit(d).negated();
            case 6 -> power(unit(d), random.nextInt(2, 5));
            case 7 -> trigonometric("sin", unit(d), 2);
            case 8 -> trigonometric("cos", unit(d), 3);
            case 9 -> exponential("tanh", times(number(0.5, 3), unit(d)), StrictMath::tanh);
            case 10 -> plain("atan", unit(d), StrictMath::atan);
            case 11 -> bell(unit(d));
            case 12 -> times(0.4, exp(unit(d)));
            case 13, 14 -> sigmoid(unit(d));
            case 15 -> {
                Formula x = unit(d);
                yield quotient(x, sum(Formula.number(1), power(x, 2)));
            }
            case 16 -> {
                Formula x = unit(d);
                yield quotient(x, sum(Formula.number(1), plain("abs", x, Math::abs)));
            }
            case 17 -> logarithm(sum(Formula.number(1.1), power(unit(d), 2)));
            case 18 -> times(0.5, plain("sqrt", sum(Formula.number(1), power(unit(d), 2)), Math::sqrt));
            case 19 -> random.nextBoolean() ? realPower(unit(d)) : inversePower(unit(d));
            case 20 -> extreme("min", unit(d), unit(d));
            case 21 -> extreme("max", unit(d), unit(d));
            case 22 -> extreme("min", extreme("max", unit(d), Formula.number(-0.8)), Formula.number(0.9));
            case 23 -> times(0.5, exponential("sinh", unit(d), StrictMath::sinh));
            case 24 -> times(0.3, exponential("cosh", unit(d), StrictMath::cosh));
            case 25 -> plain("tan", times(0.4, unit(d)), StrictMath::tan);
            case 26 -> times(0.5, exponential("exprel", unit(d), FormulaMaker::exprel));
            case 27 -> plain("abs", unit(d), Math::abs);
            case 28, 29, 30 -> called(d);
            case 31, 32 -> features.has(Feature.RATES) ? rates.rate(this, unit(d)) : sigmoid(unit(d));
            case 33, 34 ->
                features.has(Feature.TIME_JUMPS) ? times.jumping(this) : plain("atan", unit(d), StrictMath::atan);
            case 35, 36 -> features.has(Feature.STATE_JUMPS) ? jumping(d) : bell(unit(d));
            case 37 -> features.has(Feature.TIME) ? times.smooth(this) : leaf();
            case 38 -> features.has(Feature.QUOTIENTS) ? vanishing(unit(d)) : leaf();
            default -> quotient(unit(d), Formula.number(number(1, 3)));
        };
    }

    private Formula trigonometric(String function, Formula x, double most) {
        DoubleUnaryOperator value = function.equals("sin") ? StrictMath::sin : StrictMath::cos;
        return plain(function, times(number(0.5, most), x), value);
    }

    private Formula bell(Formula x) {
        return exp(power(x, 2).negated());
    }

    private Formula sigmoid(Formula x) {
        Formula one = Formula.number(1);
        double slope = number(0.5, 4) * (random.nextBoolean() ? 1 : -1);
        return quotient(one, sum(one, exp(times(slope, x))));
    }

    private Formula logarithm(Formula x) {
        return switch (random.nextInt(3)) {
            case 0 -> plain("log", x, StrictMath::log);
            case 1 -> plain("ln", x, StrictMath::log);
            default -> plain("log10", x, StrictMath::log10);
        };
    }

    private Formula realPower(Formula x) {
        double exponent = number(-0.9, 1.5);
        Formula base = sum(plain("abs", x, Math::abs), Formula.number(0.5));
        int k = newOperation();
        return times(
                0.5,
                Formula.call(
                        "pow",
                        m -> m.roundoff.plain(k, StrictMath.pow(base.at(m), exponent)),
                        base,
                        Formula.number(exponent)));
    }

    /** A power of something positive, with a written exponent or that of a parameter. */
    private Formula inversePower(Formula x) {
        Formula base = sum(Formula.number(1), power(x, 2)).inParentheses();
        Formula exponent = random.nextInt(3) == 0
                ? leaf().inParentheses()
                : Formula.number(List.of(-1.0, -2.0, 0.5, -0.5, -3.0).get(random.nextInt(5)));
        int k = newOperation();
        return Formula.binary(
                Formula.POWER,
                base,
                "^",
                exponent,
                m -> m.roundoff.exponential(k, StrictMath.pow(base.at(m), exponent.at(m))));
    }

    Formula extreme(String function, Formula a, Formula b) {
        boolean min = function.equals("min");
        return Formula.call(function, m -> min ? Math.min(a.at(m), b.at(m)) : Math.max(a.at(m), b.at(m)), a, b);
    }

    static double exprel(double u) {
        return u == 0 ? 1 : StrictMath.expm1(u) / u;
    }

    private Formula called(int depth) {
        if (functions.isEmpty()) {
            return leaf();
        }
        UserFunction function = functions.get(random.nextInt(functions.size()));
        Formula[] arguments = new Formula[function.arguments()];
        for (int k = 0; k < arguments.length; k++) {
            arguments[k] = unit(depth);
        }
        return function.call(arguments);
    }

    Formula where(Formula condition, Formula a, Formula b) {
        return Formula.call("where", m -> condition.at(m) != 0 ? a.at(m) : b.at(m), condition, a, b);
    }

    /** Something that certainly depends on a variable, so that it does not jump at a time that is known before. */
    private Formula ofState(int depth) {
        return stateful.isEmpty()
                ? unit(depth)
                : sum(unit(depth), times(number(0.3, 1), stateful.get(random.nextInt(stateful.size()))));
    }

    private Formula jumping(int depth) {
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> where(condition(depth), unit(depth), unit(depth));
            case 3 -> times(0.5, plain("floor", times(2, ofState(depth)), Math::floor));
            case 4 ->
                random.nextBoolean()
                        ? times(0.5, plain("sign", ofState(depth), Math::signum))
                        : times(0.5, plain("ceil", ofState(depth), Math::ceil));
            case 5 -> times(0.5, plain("round", times(2, ofState(depth)), x -> Math.floor(x + 0.5)));
            default -> {
                double modulus = number(0.5, 2);
                Formula x = ofState(depth);
                int k = newOperation();
                yield Formula.call(
                        "mod",
                        m -> m.roundoff.plain(k, x.at(m) - modulus * Math.floor(x.at(m) / modulus)),
                        x,
                        Formula.number(modulus));
            }
        };
    }

    /** A condition on variables, and perhaps on the time. */
    Formula condition(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> logical("and", condition(depth), condition(depth));
            case 1 -> logical("or", condition(depth), condition(depth));
            case 2 -> condition(depth).not();
            case 3 -> features.has(Feature.TIME_JUMPS) ? times.condition(this) : comparison(depth);
            case 4 -> equal(depth);
            default -> comparison(depth);
        };
    }

    private Formula equal(int depth) {
        Formula a = plain("floor", times(2, ofState(depth)), Math::floor);
        Formula b = Formula.number(random.nextInt(-1, 2));
        boolean equal = random.nextBoolean();
        return Formula.binary(
                Formula.COMPARISON, a, equal ? "==" : "!=", b, m -> (a.at(m) == b.at(m)) == equal ? 1 : 0);
    }

    private Formula logical(String operator, Formula a, Formula b) {
        boolean and = operator.equals("and");
        return Formula.binary(and ? Formula.AND : Formula.OR, a, operator, b, m -> {
            boolean left = a.at(m) != 0;
            boolean right = b.at(m) != 0;
            return (and ? left && right : left || right) ? 1 : 0;
        });
    }

    private Formula comparison(int depth) {
        Formula a = ofState(depth);
        Formula b = random.nextBoolean() ? Formula.number(number(-0.7, 0.7)) : unit(depth);
        return compared(List.of("<", "<=", ">", ">=").get(random.nextInt(4)), a, b);
    }

    static Formula compared(String operator, Formula a, Formula b) {
        return Formula.binary(Formula.COMPARISON, a, operator, b, m -> {
            double left = a.at(m);
            double right = b.at(m);
            boolean holds = switch (operator) {
                case "<" -> left < right;
                case "<=" -> left <= right;
                case ">" -> left > right;
                case ">=" -> left >= right;
                default -> throw new IllegalArgumentException(operator);
            };
            return holds ? 1 : 0;
        });
    }

    /** Quotients that have a limit at 0 and are no rates: near it they are wrong by 1e-3, or no number. */
    private Formula vanishing(Formula x) {
        int k = newOperation();
        return switch (random.nextInt(6)) {
            case 4 -> {
                Formula other = unit(1);
                Formula.Meaning one = near(k, x, 1, u -> 1);
                yield quotient(product(other, x).inParentheses(), x, m -> other.at(m) * one.at(m));
            }
            case 5 -> {
                Formula one = Formula.number(1);
                Formula twice = difference(exp(times(2, x)), one).inParentheses();
                yield times(
                        0.3,
                        quotient(
                                        twice,
                                        difference(exp(x), one).inParentheses(),
                                        near(k, x, 1, u -> 1 + StrictMath.exp(u)))
                                .inParentheses());
            }
            case 0 ->
                quotient(plain("sin", x, StrictMath::sin), x, near(k, x, 1, u -> u == 0 ? 1 : StrictMath.sin(u) / u));
            case 1 ->
                quotient(
                        exponential("tanh", x, StrictMath::tanh),
                        x,
                        near(k, x, 1, u -> u == 0 ? 1 : StrictMath.tanh(u) / u));
            case 2 ->
                quotient(
                        difference(Formula.number(1), plain("cos", x, StrictMath::cos)),
                        power(x, 2),
                        near(k, x, 2, FormulaMaker::cosine));
            default ->
                quotient(
                        plain("log", sum(Formula.number(1), power(x, 2)), StrictMath::log),
                        power(x, 2),
                        near(k, x, 2, u -> u == 0 ? 1 : StrictMath.log1p(u * u) / (u * u)));
        };
    }

    private static double cosine(double u) {
        double half = u / 2;
        double sinc = half == 0 ? 1 : StrictMath.sin(half) / half;
        return sinc * sinc / 2;
    }

    private static Formula quotient(Formula a, Formula b, Formula.Meaning meaning) {
        return Formula.binary(Formula.PRODUCT, a, "/", b, meaning);
    }

    private static Formula.Meaning near(int operation, Formula x, int power, DoubleUnaryOperator value) {
        return m -> {
            double u = x.at(m);
            double size = StrictMath.pow(Math.abs(u), power);
            m.nearest = Math.min(m.nearest, size);
            return m.roundoff.quotient(operation, value.applyAsDouble(u), size);
        };
    }
}
