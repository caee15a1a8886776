package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Timing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * The times of the values of a trace, from 0 on.
 *
 * @param unit the time that they are multiples of: the step, or with adaptive steps the time between two values
 * @param multiple how many units are between two values
 */
record TraceTimes(double unit, long multiple) {
    private static final String EVERY = "--every ";

    /** The most values of all variables and the time together, 80 MB. */
    private static final double MOST_VALUES = 1e7;
    /** The most intervals with fixed steps by default. */
    private static final double USUAL_INTERVALS = 1e6;
    /** The same with adaptive steps. */
    private static final double ADAPTIVE_INTERVALS = 1_000;

    /** Tolerance for rounding in the number of intervals. */
    private static final double ROUNDING = 1e-9;

    /**
     * The times for a row.
     *
     * @param every the time between two of them, chosen if empty
     * @param columns how many values there are for each time, including the time
     */
    static TraceTimes of(Protocol protocol, OptionalDouble every, int columns) {
        double most = Math.floor(MOST_VALUES / columns) - 1;
        every.ifPresent(time -> check(time, protocol.duration()));
        TraceTimes times = protocol instanceof Protocol.Fixed fixed
                ? inSteps(fixed, every, Math.min(most, USUAL_INTERVALS))
                : new TraceTimes(every.orElse(protocol.duration() / ADAPTIVE_INTERVALS), 1);
        double intervals = Math.floor(protocol.duration() / times.every() * (1 + ROUNDING));
        if (intervals > most) {
            BigDecimal least = new BigDecimal(protocol.duration() / most).round(new MathContext(2, RoundingMode.UP));
            throw new InputException(EVERY + Formula.shown(times.every()) + ": "
                    + Formula.shown((intervals + 1) * columns)
                    + " values are more than the 10^7 that a trace may have; take "
                    + Formula.shown(least.doubleValue()) + " or more");
        }
        return times;
    }

    private static void check(double every, double duration) {
        if (!(every > 0) || every > duration) {
            throw new InputException(EVERY + Formula.shown(every) + ": must be positive and at most the duration, "
                    + Formula.shown(duration));
        }
    }

    private static TraceTimes inSteps(Protocol.Fixed protocol, OptionalDouble every, double most) {
        double step = protocol.step();
        if (every.isEmpty()) {
            return new TraceTimes(step, (long) Math.ceil(protocol.steps() / most));
        }
        double time = every.getAsDouble();
        if (!Timing.isWhole(time, step)) {
            throw new InputException(EVERY + Formula.shown(time) + ": " + Timing.notWhole(time, step));
        }
        return new TraceTimes(step, (long) Timing.steps(time, step));
    }

    double every() {
        return unit * multiple;
    }

    double at(int sample) {
        double perTime = Math.rint(1 / unit);
        // Dividing gives 0.3 where multiplying gives 0.30000000000000004.
        return perTime * unit == 1 ? sample * multiple / perTime : sample * multiple * unit;
    }

    /** How many of the times are before a divergence; the state at the start is, unless its reset fails at once. */
    int before(double divergedAt) {
        if (divergedAt == 0) {
            return 0;
        }
        double units = divergedAt / unit;
        double whole = Math.rint(units);
        double until = Math.abs(units - whole) <= ROUNDING * whole ? whole : Math.ceil(units);
        return (int) Math.max(1, Math.ceil(until / multiple));
    }
}
