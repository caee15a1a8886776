package io.github.spikesweep.simulation.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/** Random formulas of the time, with values of about −1 to 1. */
final class TimeMaker {
    private static final int MOST_EDGES = 12;

    private final SplittableRandom random;
    private final double duration;
    private final double step;
    private final boolean isMap;
    /** Whether all jumps are at ends of steps. */
    private final boolean onSteps;

    private final List<Formula> onsets = new ArrayList<>();
    private final List<Jump> jumps = new ArrayList<>();
    private final List<Jump> corners = new ArrayList<>();
    private int edges;

    /** @param onSteps whether jumps are at whole numbers of steps */
    TimeMaker(SplittableRandom random, double duration, double step, boolean isMap, boolean onSteps) {
        this.random = random;
        this.duration = duration;
        this.step = step;
        this.isMap = isMap;
        this.onSteps = onSteps;
    }

    /** A name that is a time within the duration. */
    void addOnset(Formula onset) {
        onsets.add(onset);
    }

    /** Where what {@link #jumping} and {@link #condition} have made jumps. */
    List<Jump> jumps() {
        return jumps;
    }

    /** Where formulas of the time are not smooth. */
    List<Jump> corners() {
        return corners;
    }

    double someTime(double from, double to) {
        double time = random.nextDouble(from, to);
        return isMap || onSteps ? Math.max(1, Math.rint(time / step)) * step : time;
    }

    private Formula onset() {
        return !onsets.isEmpty() && random.nextBoolean()
                ? onsets.get(random.nextInt(onsets.size()))
                : Formula.number(someTime(0.05 * duration, 0.8 * duration));
    }

    private Formula length(double least, double most) {
        return Formula.number(someTime(least * duration, most * duration));
    }

    private static Formula time() {
        return Formula.alone("t", m -> m.time);
    }

    Formula smooth(FormulaMaker make) {
        double frequency = make.number(1, 20) / duration;
        Formula phase = make.times(frequency, time());
        return switch (random.nextInt(4)) {
            case 0 -> make.plain("sin", phase, StrictMath::sin);
            case 1 -> make.plain("cos", make.sum(phase, Formula.number(make.number(-3, 3))), StrictMath::cos);
            case 2 ->
                make.exponential("exp", make.quotient(time().negated(), Formula.number(duration / 2)), StrictMath::exp);
            default -> ramp(make);
        };
    }

    private Formula ramp(FormulaMaker make) {
        Formula start = onset();
        Formula stop = make.sum(start, length(0.05, 0.3));
        corners.add((m, end, times) -> {
            times.accept(start.at(m));
            times.accept(stop.at(m));
        });
        int k = make.newOperation();
        return Formula.call(
                "ramp",
                m -> {
                    double from = start.at(m);
                    double risen = (m.time - from) / (stop.at(m) - from);
                    return m.roundoff.plain(k, Math.min(Math.max(risen, 0), 1));
                },
                time(),
                start,
                stop);
    }

    Formula jumping(FormulaMaker make) {
        if (edges + 4 > MOST_EDGES) {
            return smooth(make);
        }
        return switch (random.nextInt(6)) {
            case 0, 1 -> pulse(make);
            case 2 -> pulses();
            case 3 -> make.where(condition(make), make.unit(1), make.unit(1));
            case 4 -> condition(make);
            default -> stairs(make);
        };
    }

    private Formula pulse(FormulaMaker make) {
        edges += 2;
        Formula onset = onset();
        Formula width = length(0.05, 0.3);
        jumps.add((m, end, times) -> {
            times.accept(onset.at(m));
            times.accept(onset.at(m) + width.at(m));
        });
        Formula.Meaning meaning = m -> {
            double since = m.middle - onset.at(m);
            return since >= 0 && since < width.at(m) ? 1 : 0;
        };
        Formula two = Formula.number(2);
        return isMap
                ? Formula.call("pulse", meaning, time(), onset, width)
                : switch (random.nextInt(8)) {
                    case 0 -> Formula.call("pulse", meaning, make.sum(time(), two), make.sum(onset, two), width);
                    case 1 ->
                        Formula.call(
                                "pulse",
                                meaning,
                                make.product(two, time()),
                                make.product(two, onset.inParentheses()),
                                make.product(two, width));
                    case 2 -> {
                        Formula half = make.quotient(width, two);
                        Formula center = make.sum(onset, half).inParentheses();
                        Formula distance = make.plain("abs", make.difference(time(), center), Math::abs);
                        yield Formula.binary(Formula.COMPARISON, distance, "<", half, meaning)
                                .inParentheses();
                    }
                    default -> Formula.call("pulse", meaning, time(), onset, width);
                };
    }

    private Formula pulses() {
        edges += 4;
        Formula onset = onset();
        Formula width = length(0.02, 0.1);
        Formula period = length(0.12, 0.4);
        jumps.add((m, end, times) -> repeat(onset.at(m), period.at(m), end, start -> {
            times.accept(start);
            times.accept(start + width.at(m));
        }));
        return Formula.call(
                "pulses",
                m -> {
                    double since = m.middle - onset.at(m);
                    double phase = since - period.at(m) * Math.floor(since / period.at(m));
                    return since >= 0 && phase < width.at(m) ? 1 : 0;
                },
                time(),
                onset,
                width,
                period);
    }

    private static void repeat(double from, double period, double end, DoubleConsumer times) {
        for (int k = 0; from + k * period < end; k++) {
            times.accept(from + k * period);
        }
    }

    /** A comparison of the time. */
    Formula condition(FormulaMaker make) {
        edges++;
        Formula when = onset();
        jumps.add((m, end, times) -> times.accept(when.at(m)));
        Formula middle = Formula.alone("t", m -> m.middle);
        String operator = List.of("<", "<=", ">", ">=").get(random.nextInt(4));
        return random.nextBoolean()
                ? FormulaMaker.compared(operator, middle, when)
                : FormulaMaker.compared(operator, when, middle);
    }

    /** A staircase, or what rises and falls back. */
    private Formula stairs(FormulaMaker make) {
        edges += 2;
        Formula period = length(0.1, 0.5);
        jumps.add((m, end, times) -> repeat(period.at(m), period.at(m), end, times));
        Formula turns = make.quotient(time(), period);
        switch (random.nextInt(5)) {
            case 0 -> {
                return make.times(0.1, stairs("floor", turns, m -> Math.floor(m.middle / period.at(m))));
            }
            case 1 -> {
                return make.times(0.1, stairs("ceil", turns, m -> Math.ceil(m.middle / period.at(m))));
            }
            case 2 -> {
                Formula shifted = make.difference(turns, Formula.number(0.5));
                return make.times(0.1, stairs("round", shifted, m -> Math.floor(m.middle / period.at(m))));
            }
            case 3 -> {
                Formula since = make.difference(time(), period);
                return stairs("sign", since, m -> Math.signum(m.middle - period.at(m)));
            }
            default -> {
                return saw(make, period);
            }
        }
    }

    private static Formula stairs(String function, Formula x, Formula.Meaning meaning) {
        return Formula.call(function, meaning, x);
    }

    private static Formula saw(FormulaMaker make, Formula period) {
        int k = make.newOperation();
        Formula phase = Formula.call(
                "mod",
                m -> m.roundoff.plain(k, m.time - period.at(m) * Math.floor(m.middle / period.at(m))),
                time(),
                period);
        return make.quotient(phase, period);
    }
}
