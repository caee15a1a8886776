package io.github.spikesweep.sweep;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.NumberList;
import io.github.spikesweep.space.ParameterSpace;

/** Reads {@code duration}, {@code step} and {@code transient}, and checks that they fit each other. */
final class TimingReader {
    private static final double MOST_STEPS = 1e12;
    /** Every value of a step axis is checked; of one that is not listed in the file, as many at the most. */
    private static final long MOST_COMPUTED_STEPS = 10_000;

    private final SweepKeys keys;
    private final Scope scope;
    private final double duration;
    private final double transientTime;

    TimingReader(SweepKeys keys, Scope scope) {
        this.keys = keys;
        this.scope = scope;
        Entry durationEntry = keys.file().require("duration");
        this.duration = scope.constant(durationEntry, "'duration'");
        checkPositive(duration, durationEntry, "'duration'");
        this.transientTime = keys.file()
                .find("transient")
                .map(entry -> scope.constant(entry, "'transient'"))
                .orElse(0.0);
        if (transientTime < 0) {
            throw transientFault("'transient' must not be negative, found " + Formula.shown(transientTime));
        }
    }

    Timing read(ParameterSpace space) {
        if (keys.hasAxis("step")) {
            keys.file()
                    .find("step")
                    .ifPresent(key -> keys.checkSetOnce("step", keys.file().positionOf("step")));
            checkAxis(space.axes().get(keys.axisIndex("step")));
            return new Timing(duration, transientTime, new Expression.Name("step"));
        }
        Entry entry = keys.file().require("step");
        double step = scope.constant(entry, "'step'");
        check(step, entry);
        return new Timing(duration, transientTime, new Expression.Literal(step));
    }

    private void checkAxis(Axis axis) {
        AxisReader reader = new AxisReader("step", keys.sweep().entries().get("step"));
        if (axis.size() > MOST_COMPUTED_STEPS && !(axis.values() instanceof NumberList)) {
            throw new InputException(
                    keys.sweep().keys().get("step"),
                    "axis 'step' has " + axis.size() + " values; at most " + MOST_COMPUTED_STEPS
                            + " are accepted unless they are listed");
        }
        for (int i = 0; i < axis.size(); i++) {
            check(axis.value(i), reader.place(i));
        }
    }

    private void check(double step, Entry place) {
        checkPositive(step, place, "'step'");
        double steps = Timing.steps(duration, step);
        if (steps > MOST_STEPS) {
            throw new InputException(
                    place.position(),
                    "a duration of " + Formula.shown(duration) + " in steps of " + Formula.shown(step) + " takes "
                            + Formula.shown(steps) + " steps; at most 10^12 are accepted");
        }
        if (!Timing.isWhole(duration, step)) {
            throw durationFault(step, place.position());
        }
        double skipped = Timing.steps(transientTime, step);
        if (skipped >= steps) {
            throw transientFault("the transient of " + Formula.shown(transientTime)
                    + " leaves nothing of the duration of " + Formula.shown(duration));
        }
        if (!Timing.isWhole(transientTime, step)) {
            double fewer = Math.floor(transientTime / step);
            throw transientFault("a transient of " + Formula.shown(transientTime) + " is no whole number of steps of "
                    + Formula.shown(step) + "; " + Formula.shown(fewer * step) + " or "
                    + Formula.shown((fewer + 1) * step) + " is");
        }
    }

    private InputException durationFault(double step, Position position) {
        String time = Formula.shown(duration);
        double steps = duration / step;
        String longer = steps < 1 ? "" : time + " / " + Formula.shown(Math.floor(steps)) + " or ";
        return new InputException(
                position,
                "a step of " + Formula.shown(step) + " does not divide the duration " + time + " into whole steps; "
                        + longer + time + " / " + Formula.shown(Math.ceil(steps)) + " does");
    }

    private InputException transientFault(String message) {
        return new InputException(keys.file().require("transient").position(), message);
    }

    private static void checkPositive(double value, Entry place, String owner) {
        if (!(value > 0)) {
            throw new InputException(place.position(), owner + " must be positive, found " + Formula.shown(value));
        }
    }
}
