package io.github.spikesweep.simulation.stimulus;

import io.github.spikesweep.equation.function.EdgeTrain;
import io.github.spikesweep.kernel.KernelSpec;
import java.util.List;

/** The times in one row that a step must not straddle: where its pulses and ramps begin and end, and where something happens to what else changes with the time. */
public final class Edges {
    private final List<EdgeTrain> trains;
    private final TimeCourse course;
    private final double duration;

    /**
     * Those of a row.
     *
     * @param stimuli its pulses and ramps
     * @param duration how long it is
     */
    public Edges(KernelSpec kernel, Stimuli stimuli, double duration) {
        this.trains = stimuli.trains();
        this.course = new TimeCourse(kernel, stimuli.constants(), duration);
        this.duration = duration;
    }

    /** The first edge after {@code time} and before the end of the row; infinite if there is none. */
    public double next(double time) {
        double next = Double.POSITIVE_INFINITY;
        for (EdgeTrain train : trains) {
            next = Math.min(next, train.next(time));
        }
        return Math.min(next, course.next(time, Math.min(next, duration)));
    }
}
