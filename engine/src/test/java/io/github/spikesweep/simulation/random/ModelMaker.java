package io.github.spikesweep.simulation.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Makes random models, most of which stay within bounds. */
final class ModelMaker {
    private static final List<String> VARIABLES = List.of(
            "v", "w", "n", "m", "x", "y", "u", "z", "V_m", "Ca", "int", "class", "s", "i", "h", "e", "x_1", "new",
            "double", "this", "q9", "_", "lanes", "step", "E");
    private static final List<String> PARAMETERS =
            List.of("a", "b", "c", "g", "tau", "gna", "k1", "k2", "long", "p", "q", "theta", "null", "time", "F");
    private static final double NONE = Double.NaN;

    private final SplittableRandom random;
    private final FeatureChoice features;
    private final boolean isMap;
    private final double step;
    private final double duration;
    private final TimeMaker times;
    private final TimeMaker ofInputTimes;
    private final RateMaker rates;
    private final List<UserFunction> functions = new ArrayList<>();
    private final int[] operations = new int[1];
    private final FormulaMaker make;
    private final List<String> variableNames;
    private final List<String> parameterNames;
    private final RandomModel.Names names;
    private final StringBuilder let = new StringBuilder();
    private final List<Formula> letMeanings = new ArrayList<>();
    private final List<String> initials = new ArrayList<>();
    private final List<RandomModel.RandomVariable> variables = new ArrayList<>();
    private final List<Formula> equations = new ArrayList<>();
    private final List<Formula> resets = new ArrayList<>();
    private final double[] constants;
    private double threshold;

    private ModelMaker(long seed) {
        this.random = new SplittableRandom(seed);
        this.features = FeatureChoice.random(random);
        this.isMap = random.nextInt(10) == 0;
        this.step = isMap ? 1 : List.of(0.03125, 0.0625, 0.05, 0.01, 0.02).get(random.nextInt(5));
        long steps = random.nextInt(80, 240);
        this.duration = steps * step;
        boolean onSteps = random.nextInt(3) > 0;
        this.times = new TimeMaker(random, duration, step, isMap, onSteps);
        this.ofInputTimes = new TimeMaker(random, duration, step, isMap, onSteps);
        this.rates = new RateMaker(random);
        this.make = new FormulaMaker(random, features, times, rates, functions, operations);
        this.variableNames = some(VARIABLES, random.nextInt(1, 5));
        this.parameterNames = some(PARAMETERS, random.nextInt(2, 5));
        this.names = new RandomModel.Names(variableNames.size(), parameterNames.size(), random.nextInt(0, 4) + 1);
        this.constants = new double[parameterNames.size()];
    }

    /** The model of a seed; the same seed makes the same. */
    static RandomModel of(long seed) {
        return new ModelMaker(seed).made();
    }

    private List<String> some(List<String> pool, int count) {
        List<String> shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        return List.copyOf(shuffled.subList(0, count));
    }

    private static Formula name(String name, int place) {
        return Formula.alone(name, m -> m.names[place]);
    }

    private Formula variable(int index) {
        return name(variableNames.get(index), index);
    }

    private Formula parameter(int index) {
        return name(parameterNames.get(index), names.parameter(index));
    }

    private Formula input() {
        return name("I", names.input());
    }

    private RandomModel made() {
        parameters();
        Formula input = inputFormula();
        functions();
        List<Shape> shapes = new ArrayList<>();
        for (int v = 0; v < variableNames.size(); v++) {
            Shape shape = shape(v, v > 0 && shapes.get(0) == Shape.WILD);
            shapes.add(shape);
            make.addLeaf(unit(v, shape), true);
        }
        for (int k = 0; k < names.let(); k++) {
            letMeanings.add(make.unit(3));
            let.append("  l%d: \"%s\"\n".formatted(k, letMeanings.get(k).text()));
            make.addLeaf(name("l" + k, names.let(k)), false);
        }
        boolean resetting = !isMap && (shapes.get(0) == Shape.FIRING || shapes.get(0) == Shape.BURSTING);
        for (int v = 0; v < shapes.size(); v++) {
            declare(v, shapes.get(v));
            equations.add(isMap ? next(v) : equation(v, shapes.get(v)));
            if (resetting) {
                resets.add(reset(v, shapes.get(v)));
            }
        }
        threshold = threshold(shapes.get(0));
        double rearm = resetting || random.nextInt(3) > 0 ? threshold : threshold - make.number(0, 0.5);
        return new RandomModel(
                text(rearm),
                names,
                List.copyOf(variables),
                Arrays.stream(constants).boxed().toList(),
                input,
                List.copyOf(letMeanings),
                List.copyOf(equations),
                List.copyOf(resets),
                threshold,
                rearm,
                isMap,
                step,
                duration,
                random.nextInt(3) > 0 ? 0 : Math.round(duration / step / 4),
                both(times.jumps(), ofInputTimes.jumps()),
                both(times.corners(), ofInputTimes.corners()),
                features);
    }

    private static List<Jump> both(List<Jump> some, List<Jump> others) {
        List<Jump> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private enum Shape {
        MEMBRANE,
        CUBIC,
        FIRING,
        BURSTING,
        GATE,
        LINEAR,
        WILD
    }

    /** @param wild whether the first variable may grow without end */
    private Shape shape(int v, boolean wild) {
        if (isMap) {
            return Shape.LINEAR;
        }
        if (v == 0) {
            return switch (random.nextInt(20)) {
                case 0, 1, 2, 3, 4, 5 -> Shape.MEMBRANE;
                case 6, 7, 8 -> Shape.CUBIC;
                case 9, 10, 11, 12 -> Shape.FIRING;
                case 13, 14 -> Shape.BURSTING;
                case 15 -> Shape.WILD;
                default -> Shape.LINEAR;
            };
        }
        boolean linear = random.nextInt(3) == 0;
        // The rates of a gate would grow with what grows without end, and adaptive steps become too short to be
        // followed.
        return linear || wild ? Shape.LINEAR : Shape.GATE;
    }

    private static boolean isVoltage(Shape shape) {
        return shape == Shape.MEMBRANE || shape == Shape.FIRING || shape == Shape.BURSTING;
    }

    private void parameters() {
        for (int p = 0; p < constants.length; p++) {
            constants[p] = make.number(-1, 1);
            if (p < constants.length - 1) {
                make.addLeaf(parameter(p), false);
            }
        }
        // The last one is a time.
        int last = constants.length - 1;
        constants[last] = times.someTime(0.1 * duration, 0.6 * duration);
        times.addOnset(parameter(last));
    }

    private Formula inputFormula() {
        List<UserFunction> none = List.of();
        FormulaMaker ofInput = new FormulaMaker(
                random,
                features.only(FormulaMaker.Feature.TIME, FormulaMaker.Feature.TIME_JUMPS),
                ofInputTimes,
                rates,
                none,
                operations);
        Formula a = name("ia", names.ofInput(0));
        Formula b = name("ib", names.ofInput(1));
        if (random.nextInt(3) == 0) {
            return a;
        }
        ofInput.addLeaf(a, false);
        ofInput.addLeaf(b, false);
        return ofInput.sum(a, ofInput.product(b, ofInput.unit(2).inParentheses()));
    }

    private void functions() {
        int count = random.nextInt(3);
        for (int f = 0; f < count; f++) {
            FeatureChoice ofFunction = features.only(FormulaMaker.Feature.RATES);
            List<UserFunction> before = List.copyOf(functions);
            FormulaMaker body = new FormulaMaker(random, ofFunction, times, rates, before, operations);
            int arguments = random.nextInt(1, 4);
            for (int k = 0; k < arguments; k++) {
                body.addLeaf(UserFunction.argument(k), false);
            }
            functions.add(new UserFunction("f" + f, arguments, body.unit(3)));
        }
    }

    /** A variable, scaled to about −1 to 1. */
    private Formula unit(int v, Shape shape) {
        Formula x = variable(v);
        if (isVoltage(shape)) {
            return make.quotient(make.sum(x, Formula.number(40)).inParentheses(), Formula.number(40));
        }
        return switch (shape) {
            case GATE -> make.difference(make.times(2, x), Formula.number(1));
            default -> make.times(0.6, x);
        };
    }

    private void declare(int v, Shape shape) {
        double low = isVoltage(shape) ? -85 : shape == Shape.GATE ? 0 : -2;
        double high = isVoltage(shape) ? 40 : shape == Shape.GATE ? 1 : 2;
        double special = NONE;
        if (isVoltage(shape) || random.nextInt(3) == 0) {
            special = isVoltage(shape) ? -40 : 0;
        }
        double center = (low + high) / 2;
        boolean ranged = random.nextBoolean();
        double widening = random.nextInt(8) == 0 ? 0.6 : random.nextInt(4) == 0 ? 10 : 2;
        double from = ranged ? center - widening * (center - low) : Double.NEGATIVE_INFINITY;
        double to = ranged ? center + widening * (high - center) : Double.POSITIVE_INFINITY;
        double usual = isVoltage(shape) ? -65 : 0;
        Formula initial = Formula.number(usual + make.number(0, 1) * (isVoltage(shape) ? 5 : 1));
        if (random.nextInt(3) == 0) {
            Formula plus = make.times(make.number(0.1, 0.9), parameter(random.nextInt(constants.length - 1)));
            initial = make.sum(initial, plus);
        } else if (v > 0 && shape == Shape.GATE && random.nextInt(3) == 0) {
            Formula before = variables.get(0).special() == -40
                    ? make.quotient(make.sum(variable(0), Formula.number(40)).inParentheses(), Formula.number(7))
                    : variable(0);
            Formula one = Formula.number(1);
            initial = make.quotient(one, make.sum(one, make.exp(before.negated())));
        }
        initials.add(initial.text());
        variables.add(new RandomModel.RandomVariable(variableNames.get(v), initial, from, to, special));
    }

    private Formula equation(int v, Shape shape) {
        Formula x = variable(v);
        Formula unit = make.unit(4).inParentheses();
        return switch (shape) {
            case MEMBRANE -> {
                Formula leak = leak(x, -65);
                Formula drive = make.sum(make.times(make.number(1, 8), unit), make.times(make.number(1, 5), input()));
                yield make.sum(leak, drive);
            }
            case CUBIC -> {
                Formula cube = make.product(make.product(x, x), x);
                Formula fast = make.difference(x, make.quotient(cube, Formula.number(3)));
                yield make.sum(make.sum(fast, make.times(0.5, unit)), input());
            }
            case FIRING -> {
                Formula drive = make.times(make.number(0.5, 4), input());
                yield make.sum(make.sum(leak(x, -65), drive), unit);
            }
            case BURSTING -> {
                Formula square = make.product(make.times(0.04, x), x);
                Formula line = make.sum(make.times(5, x), Formula.number(140));
                Formula drive = make.times(10, input());
                yield make.sum(make.sum(make.sum(square, line), drive), make.times(5, unit));
            }
            case GATE -> gate(x);
            case LINEAR ->
                random.nextInt(4) == 0
                        ? make.quotient(make.difference(unit, x).inParentheses(), Formula.number(make.number(0.5, 8)))
                        : make.sum(make.times(make.number(0.2, 2), x).negated(), make.sum(unit, input()));
            case WILD -> make.sum(make.product(x, x), make.product(unit, input()));
        };
    }

    private Formula leak(Formula x, double rest) {
        Formula difference = make.difference(Formula.number(rest), x).inParentheses();
        // Now and then so fast that stages go far beyond where steps end.
        double slowness = random.nextInt(8) == 0 ? make.number(1, 2) * step : make.number(2, 15);
        return make.quotient(difference, Formula.number(Math.max(slowness, 0.01)));
    }

    private Formula gate(Formula x) {
        Formula one = Formula.number(1);
        if (random.nextInt(3) == 0) {
            Formula steady = make.quotient(
                    one,
                    make.sum(
                            one,
                            make.exp(make.times(make.number(-4, 4), make.unit(2).inParentheses()))));
            return make.quotient(make.difference(steady, x).inParentheses(), Formula.number(make.number(0.5, 10)));
        }
        boolean voltage = variables.get(0).special() == -40;
        Formula from = voltage ? make.sum(variable(0), Formula.number(40)).inParentheses() : variable(0);
        double width = voltage ? make.number(3, 12) : make.number(0.2, 2);
        Formula rate = features.has(FormulaMaker.Feature.RATES)
                ? rates.written(make, from, width)
                : make.exp(make.quotient(from, Formula.number(width * 5)));
        Formula alpha = make.quotient(rate.inParentheses(), Formula.number(width * (random.nextInt(8) == 0 ? 0.2 : 3)));
        Formula beta =
                make.times(make.number(0.1, 1), make.exp(make.quotient(from.negated(), Formula.number(width * 4))));
        Formula opening = make.product(alpha, make.difference(one, x).inParentheses());
        return make.difference(opening, make.product(beta, x));
    }

    /** In a map; all of its variables are about −2 to 2. */
    private Formula next(int v) {
        Formula unit = make.unit(4).inParentheses();
        return make.sum(make.sum(make.times(make.number(-0.8, 0.8), variable(v)), unit), make.times(0.5, input()));
    }

    private Formula reset(int v, Shape shape) {
        Formula x = variable(v);
        if (v == 0) {
            Formula low = Formula.number(-65 + make.number(-5, 5));
            return random.nextBoolean() ? low : make.sum(low, make.times(2, parameter(0)));
        }
        return switch (random.nextInt(4)) {
            case 0 -> x;
            case 1 -> make.times(0.5, x);
            case 2 -> shape == Shape.GATE ? make.times(0.9, x) : make.sum(x, Formula.number(0.1));
            default ->
                shape == Shape.GATE
                        ? Formula.number(0.3)
                        : make.times(0.5, make.unit(2).inParentheses());
        };
    }

    private double threshold(Shape shape) {
        return switch (shape) {
            case MEMBRANE -> make.number(-66, -45);
            case FIRING -> make.number(-60, -52);
            case BURSTING -> 30;
            case CUBIC -> make.number(-0.5, 1);
            case GATE, LINEAR, WILD -> make.number(-0.5, 1);
        };
    }

    private String text(double rearm) {
        StringBuilder text = new StringBuilder("name: Random\nvariables:\n");
        for (int v = 0; v < variables.size(); v++) {
            RandomModel.RandomVariable variable = variables.get(v);
            String range = variable.isRanged() ? ", range: [%s, %s]".formatted(variable.low(), variable.high()) : "";
            text.append("  %s: {initial: \"%s\"%s}\n".formatted(variable.name(), initials.get(v), range));
        }
        text.append("parameters:\n");
        for (int p = 0; p < constants.length; p++) {
            text.append("  %s: {default: %s}\n".formatted(parameterNames.get(p), constants[p]));
        }
        text.append("input: I\n");
        if (!functions.isEmpty()) {
            text.append("functions:\n");
            functions.forEach(f -> text.append(
                    "  \"%s\": \"%s\"\n".formatted(f.head(), f.body().text())));
        }
        text.append("let:\n").append(let).append(isMap ? "next:\n" : "equations:\n");
        for (int v = 0; v < equations.size(); v++) {
            text.append("  %s: \"%s\"\n"
                    .formatted(variableNames.get(v), equations.get(v).text()));
        }
        if (!resets.isEmpty()) {
            text.append("reset:\n");
            for (int v = 0; v < resets.size(); v++) {
                text.append("  %s: \"%s\"\n"
                        .formatted(variableNames.get(v), resets.get(v).text()));
            }
        }
        String again = rearm < threshold ? ", rearm: " + rearm : "";
        return text + "spike: {variable: %s, threshold: %s%s}\n".formatted(variableNames.get(0), threshold, again);
    }
}
