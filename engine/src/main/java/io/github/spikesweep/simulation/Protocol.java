package io.github.spikesweep.simulation;

/**
 * How long a row is simulated and what counts as a spike in it.
 *
 * @param step the integration step, in the model's unit of time
 * @param steps how many steps
 * @param transientSteps leading steps in which no spike is counted and no extreme recorded
 * @param threshold the level that the spike variable crosses upwards in a spike
 */
public record Protocol(double step, long steps, long transientSteps, double threshold) {
    public Protocol {
        if (!(step > 0) || Double.isInfinite(step)) {
            throw new IllegalArgumentException("the step must be positive and finite: " + step);
        }
        if (steps < 1 || transientSteps < 0 || transientSteps > steps) {
            throw new IllegalArgumentException("0 ≤ transient ≤ steps, 1 ≤ steps: " + transientSteps + ", " + steps);
        }
    }
}
