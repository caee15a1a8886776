package io.github.spikesweep.sweep.neuron;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.ParameterSpace;
import java.io.Serializable;

/**
 * How long rows are simulated, in the models' unit of time, and with which steps. If steps are fixed, the duration and the
 * transient are whole numbers of steps.
 *
 * @param transientTime the time at the start in which nothing is measured
 * @param step the step of integrators with fixed steps: a number, or the name of the axis {@code step}; or {@link #UNUSED}
 * @param tolerance the tolerance of adaptive integrators: a number, or the name of the axis {@code tolerance}; or {@link
 *     #UNUSED}
 */
public record Timing(double duration, double transientTime, Expression step, Expression tolerance)
        implements Serializable {
    /** For a step or tolerance that no row needs. */
    public static final Expression UNUSED = new Expression.Literal(0);

    /** The time between two states of a map. */
    public static final double MAP_STEP = 1;

    /** The relative deviation from a whole number of steps that counts as rounding. */
    private static final double ROUNDING = 1e-9;

    /** Whether {@code time} is a whole number of steps. */
    public static boolean isWhole(double time, double step) {
        return Math.abs(steps(time, step) * step - time) <= ROUNDING * time;
    }

    /** The message that a time is not a whole number of steps, with the nearest ones that are. */
    public static String notWhole(double time, double step) {
        double fewer = Math.floor(time / step);
        String shorter = fewer == 0 ? "" : Formula.shown(fewer * step) + " or ";
        return "is not a whole number of steps of " + Formula.shown(step) + "; " + shorter
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
    public double measuredSeconds() {
        return measured() / 1000;
    }

    /** How {@code integrator} steps a row through time. */
    public Protocol protocol(Integrator integrator, Point point) {
        if (integrator.isAdaptive()) {
            return Protocol.adaptive(duration, transientTime, point.evaluate(tolerance));
        }
        double length = integrator == Integrator.MAP ? MAP_STEP : point.evaluate(step);
        return Protocol.fixed(length, (long) steps(duration, length), (long) steps(transientTime, length));
    }
}
