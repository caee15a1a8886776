package io.github.spikesweep.sweep.reading.given;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.sweep.StepCount;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Timing;

/** The times {@code duration} and {@code transient} of a file, and whether steps fit them. */
public record Span(double duration, Position durationPlace, double transientTime, Position transientPlace) {
    private static final double MOST_STEPS = 1e12;

    static Span read(GivenKeys keys, Scope scope) {
        Entry entry = keys.file().require("duration");
        double duration = scope.time(entry, "'duration'");
        checkPositive(duration, entry, "'duration'");
        Position transientPlace =
                keys.file().find("transient").map(Entry::position).orElse(entry.position());
        double transientTime = keys.file()
                .find("transient")
                .map(value -> scope.time(value, "'transient'"))
                .orElse(0.0);
        Span span = new Span(duration, entry.position(), transientTime, transientPlace);
        if (transientTime < 0) {
            throw span.transientFault("'transient' must not be negative, found " + Formula.shown(transientTime));
        }
        return span;
    }

    /** Refuses a duration or transient that is not a whole number of steps, and a duration of too many steps. */
    void checkStep(double step, Entry place) {
        double steps = Timing.steps(duration, step);
        if (steps > MOST_STEPS) {
            throw tooLong(place.position(), " in steps of " + Formula.shown(step) + " takes ", steps);
        }
        if (!Timing.isWhole(duration, step)) {
            throw durationFault(step, place.position());
        }
        if (Timing.steps(transientTime, step) >= steps) {
            throw nothingLeft();
        }
        if (!Timing.isWhole(transientTime, step)) {
            double fewer = Math.floor(transientTime / step);
            throw transientFault(
                    "a transient of " + Formula.shown(transientTime) + " is not a whole number of steps of "
                            + Formula.shown(step) + "; " + Formula.shown(fewer * step) + " or "
                            + Formula.shown((fewer + 1) * step) + " is");
        }
    }

    /** The same for the steps of a map. */
    void checkMap(String map) {
        double steps = Timing.steps(duration, Timing.MAP_STEP);
        if (steps > MOST_STEPS) {
            throw tooLong(durationPlace, " of a map takes ", steps);
        }
        if (duration != steps) {
            throw new InputException(
                    durationPlace,
                    "the map " + map + " takes steps of 1: its duration must be a whole number, found "
                            + Formula.shown(duration));
        }
        if (transientTime >= duration) {
            throw nothingLeft();
        }
        if (transientTime != Math.rint(transientTime)) {
            throw transientFault("the map " + map + " takes steps of 1: its transient must be a whole number, found "
                    + Formula.shown(transientTime));
        }
    }

    /** The same for adaptive steps. */
    void checkAdaptive() {
        double steps = StepCount.adaptive(duration);
        if (steps > MOST_STEPS) {
            throw tooLong(durationPlace, " takes about ", steps);
        }
        if (transientTime >= duration) {
            throw nothingLeft();
        }
    }

    private InputException tooLong(Position position, String takes, double steps) {
        return new InputException(
                position,
                "a duration of " + Formula.shown(duration) + takes + Formula.shown(steps)
                        + " steps; at most 10^12 are accepted");
    }

    private InputException nothingLeft() {
        return transientFault("the transient of " + Formula.shown(transientTime) + " leaves nothing of the duration of "
                + Formula.shown(duration));
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
        return new InputException(transientPlace, message);
    }

    public static void checkPositive(double value, Entry place, String owner) {
        if (!(value > 0)) {
            throw new InputException(place.position(), owner + " must be positive, found " + Formula.shown(value));
        }
    }
}
