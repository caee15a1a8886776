package io.github.spikesweep.simulation;

/**
 * Chooses the length of the next step from the error of the last, in arithmetic that is the same everywhere: no power is taken,
 * but square roots.
 */
final class StepControl {
    private static final double SAFETY = 0.9;
    private static final double LEAST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 5;

    private StepControl() {}

    /**
     * By what to multiply a step whose error was {@code error} where {@code tolerance} was wanted. The error goes with the fifth
     * power of the step; the exponent 3/16, somewhat less than 1/5, comes of three and four square roots.
     */
    static double factor(double tolerance, double error) {
        double eighth = Math.sqrt(Math.sqrt(Math.sqrt(tolerance / error)));
        double factor = SAFETY * eighth * Math.sqrt(eighth);
        // Not a number: the step left the range in which there are numbers.
        return factor >= LEAST_FACTOR ? Math.min(factor, LARGEST_FACTOR) : LEAST_FACTOR;
    }
}
