package io.github.spikesweep.sweep;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.NumberList;
import io.github.spikesweep.space.ParameterSpace;
import java.util.Optional;

/** Reads {@code duration}, {@code step} and {@code transient}, and checks that they fit each other. */
final class TimingReader {
    private static final double MOST_STEPS = 1e12;
    /** Every value of a step axis is checked; of one that is not listed in the file, as many at the most. */
    private static final long MOST_COMPUTED_STEPS = 10_000;

    private final SweepKeys keys;
    private final Scope scope;

    TimingReader(SweepKeys keys, Scope scope) {
        this.keys = keys;
        this.scope = scope;
    }

    Timing read(ParameterSpace space) {
        Entry durationEntry = keys.file().require("duration");
        double duration = scope.constant(durationEntry, "'duration'");
        checkPositive(duration, durationEntry, "'duration'");
        Optional<Entry> transientEntry = keys.file().find("transient");
        double transientTime =
                transientEntry.map(entry -> scope.constant(entry, "'transient'")).orElse(0.0);
        if (transientTime < 0) {
            throw new InputException(
                    transientEntry.orElseThrow().position(),
                    "'transient' must not be negative, found " + Formula.shown(transientTime));
        }
        if (transientTime >= duration) {
            throw new InputException(
                    transientEntry.orElseThrow().position(),
                    "the transient of " + Formula.shown(transientTime) + " leaves nothing of the duration of "
                            + Formula.shown(duration));
        }
        if (keys.hasAxis("step")) {
            keys.file().find("step").ifPresent(key -> keys.checkSetOnce("step", keys.file().positionOf("step")));
            checkAxis(space.axes().get(keys.axisIndex("step")), duration, transientTime);
            return new Timing(duration, transientTime, new Expression.Name("step"));
        }
        Entry stepEntry = keys.file().require("step");
        double step = scope.constant(stepEntry, "'step'");
        check(step, stepEntry, duration, transientTime);
        return new Timing(duration, transientTime, new Expression.Literal(step));
    }

    private void checkAxis(Axis axis, double duration, double transientTime) {
        AxisReader reader = new AxisReader("step", keys.sweep().entries().get("step"));
        if (axis.size() > MOST_COMPUTED_STEPS && !(axis.values() instanceof NumberList)) {
            throw new InputException(
                    keys.sweep().keys().get("step"),
                    "axis 'step' has " + axis.size() + " values; at most " + MOST_COMPUTED_STEPS
                            + " are accepted unless they are listed");
        }
        for (int i = 0; i < axis.size(); i++) {
            check(axis.value(i), reader.place(i), duration, transientTime);
        }
    }

    private static void check(double step, Entry place, double duration, double transientTime) {
        checkPositive(step, place, "'step'");
        checkWhole("duration", duration, step, place.position());
        checkWhole("transient", transientTime, step, place.position());
        if (Timing.steps(duration, step) > MOST_STEPS) {
            throw new InputException(
                    place.position(),
                    "a duration of " + Formula.shown(duration) + " in steps of " + Formula.shown(step) + " takes "
                            + Formula.shown(Timing.steps(duration, step)) + " steps; at most 10^12 are accepted");
        }
    }

    private static void checkPositive(double value, Entry place, String owner) {
        if (!(value > 0)) {
            throw new InputException(place.position(), owner + " must be positive, found " + Formula.shown(value));
        }
    }

    private static void checkWhole(String what, double time, double step, Position position) {
        if (!Timing.isWhole(time, step)) {
            double steps = time / step;
            String shownTime = Formula.shown(time);
            String more = steps < 1 ? "" : shownTime + " / " + Formula.shown(Math.floor(steps)) + " or ";
            throw new InputException(
                    position,
                    "a step of " + Formula.shown(step) + " does not divide the " + what + " " + shownTime
                            + " into whole steps; " + more + shownTime + " / " + Formula.shown(Math.ceil(steps)) + " does");
        }
    }
}
