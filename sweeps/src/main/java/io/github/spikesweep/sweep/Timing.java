package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Expression;
import java.io.Serializable;

/**
 * How long rows are simulated, in the models' unit of time, and in which steps. The duration and the transient are whole
 * numbers of steps.
 *
 * @param transientTime leading time in which nothing is measured
 * @param step a number, or the name of the axis {@code step}
 */
record Timing(double duration, double transientTime, Expression step) implements Serializable {
    /** How far from a whole number of steps a time may be, relative to it: room for rounding. */
    private static final double TOLERANCE = 1e-9;

    /** Whether {@code time} is a whole number of steps. */
    static boolean isWhole(double time, double step) {
        return Math.abs(steps(time, step) * step - time) <= TOLERANCE * time;
    }

    /** How many steps make {@code time}, rounded to a whole number. */
    static double steps(double time, double step) {
        return Math.rint(time / step);
    }

    /** The time in which spikes are counted, in seconds if the unit of time is ms. */
    double measuredSeconds() {
        return (duration - transientTime) / 1000;
    }
}
