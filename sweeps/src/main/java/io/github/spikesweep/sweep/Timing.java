package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.ParameterSpace;
import java.io.Serializable;

/**
 * How long rows are simulated, in the models' unit of time, and in which steps. Where steps have one length, the duration and
 * the transient are whole numbers of them.
 *
 * @param transientTime leading time in which nothing is measured
 * @param step of the integrators with steps of one length: a number, or the name of the axis {@code step}; or {@link #UNUSED}
 * @param tolerance of the adaptive integrators: a number, or the name of the axis {@code tolerance}; or {@link #UNUSED}
 */
public record Timing(double duration, double transientTime, Expression step, Expression tolerance)
        implements Serializable {
    /** What no row of the sweep needs. */
    public static final Expression UNUSED = new Expression.Literal(0);

    /** The time between two states of a map. */
    public static final double MAP_STEP = 1;

    /** How far from a whole number of steps a time may be, relative to it: room for rounding. */
    private static final double ROUNDING = 1e-9;

    /** Whether {@code time} is a whole number of steps. */
    public static boolean isWhole(double time, double step) {
        return Math.abs(steps(time, step) * step - time) <= ROUNDING * time;
    }

    /** What is wrong with a time between steps that is no whole number of them, and which others are right. */
    public static String notWhole(double time, double step) {
        double fewer = Math.floor(time / step);
        String shorter = fewer == 0 ? "" : Formula.shown(fewer * step) + " or ";
        return "is no whole number of steps of " + Formula.shown(step) + "; " + shorter
                + Formula.shown((fewer + 1) * step) + " is";
    }

    /** How many steps make {@code time}, rounded to a whole number. */
    public static double steps(double time, double step) {
        return Math.rint(time / step);
    }

    /**
     * All values that a {@link #step} or {@link #tolerance} has.
     *
     * @param number a number, or the name of an axis of {@code space}
     */
    public static double[] values(Expression number, ParameterSpace space) {
        if (number instanceof Expression.Name axisName) {
            Axis axis = space.axes().get(space.axis(axisName.name()).orElseThrow());
            double[] values = new double[Math.toIntExact(axis.size())];
            for (int i = 0; i < values.length; i++) {
                values[i] = axis.value(i);
            }
            return values;
        }
        return new double[] {((Expression.Literal) number).value()};
    }

    /** The time in which something is measured. */
    public double measured() {
        return duration - transientTime;
    }

    /** The same in seconds if the unit of time is ms. */
    double measuredSeconds() {
        return measured() / 1000;
    }

    /** How a row is moved through time by {@code integrator}. */
    public Protocol protocol(Integrator integrator, Point point) {
        if (integrator.isAdaptive()) {
            return Protocol.adaptive(duration, transientTime, point.evaluate(tolerance));
        }
        double length = integrator == Integrator.MAP ? MAP_STEP : point.evaluate(step);
        return Protocol.fixed(length, (long) steps(duration, length), (long) steps(transientTime, length));
    }
}
