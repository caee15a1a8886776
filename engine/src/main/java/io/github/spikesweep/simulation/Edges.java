package io.github.spikesweep.simulation;

import io.github.spikesweep.equation.function.EdgeTrain;
import java.util.List;

/** The times in one row that a step must not straddle: where its pulses and ramps begin and end, and where something happens to what else changes with the time. */
final class Edges {
    private final List<EdgeTrain> trains;
    private final TimeCourse course;
    private final double duration;

    Edges(Trial trial, Stimuli stimuli) {
        this.trains = stimuli.trains();
        this.course = new TimeCourse(trial, stimuli.constants());
        this.duration = trial.protocol().duration();
    }

    /** The first edge after {@code time} and before the end of the row; infinite if there is none. */
    double next(double time) {
        double next = Double.POSITIVE_INFINITY;
        for (EdgeTrain train : trains) {
            next = Math.min(next, train.next(time));
        }
        return Math.min(next, course.next(time, Math.min(next, duration)));
    }
}
