package io.github.spikesweep.simulation;

/** How long a row is simulated, and how time is divided. Times are in the model's unit of time. */
public sealed interface Protocol {

    /** {@code steps} fixed steps. */
    static Fixed fixed(double step, long steps, long transientSteps) {
        return new Fixed(step, steps, transientSteps);
    }

    /** Steps as long as the tolerance allows. */
    static Adaptive adaptive(double duration, double transientTime, double tolerance) {
        return new Adaptive(duration, transientTime, tolerance, Double.POSITIVE_INFINITY);
    }

    /** The whole time. */
    double duration();

    /** The time at the start in which nothing is counted or recorded. */
    double transientTime();

    /**
     * Fixed steps.
     *
     * @param step the integration step; 1 in a map
     * @param steps how many
     * @param transientSteps steps at the start in which nothing is counted or recorded
     */
    record Fixed(double step, long steps, long transientSteps) implements Protocol {
        public Fixed {
            if (!(step > 0) || Double.isInfinite(step)) {
                throw new IllegalArgumentException("the step must be positive and finite: " + step);
            }
            if (steps < 1 || transientSteps < 0 || transientSteps > steps) {
                throw new IllegalArgumentException(
                        "0 ≤ transient ≤ steps, 1 ≤ steps: " + transientSteps + ", " + steps);
            }
        }

        @Override
        public double duration() {
            return steps * step;
        }

        @Override
        public double transientTime() {
            return transientSteps * step;
        }
    }

    /**
     * Adaptive steps, chosen for each row by an estimate of their error.
     *
     * @param duration the whole time
     * @param transientTime the time at the start in which nothing is counted or recorded
     * @param tolerance the error allowed to a step: it may add a hundredth of it to a variable,
     *     absolute and relative to its value. At least {@link #LEAST_TOLERANCE}, below which rounding dominates
     * @param longestStep no step is longer; may be infinite
     */
    record Adaptive(double duration, double transientTime, double tolerance, double longestStep) implements Protocol {
        public static final double LEAST_TOLERANCE = 1e-11;

        /**
         * Errors add up over many steps, and where a variable is slow they shift a spike in time more than they change the
         * variable.
         */
        private static final double ERROR_PER_STEP = 0.01;

        public Adaptive {
            if (!(duration > 0) || Double.isInfinite(duration) || !(transientTime >= 0) || transientTime > duration) {
                throw new IllegalArgumentException(
                        "0 ≤ transient ≤ duration, 0 < duration: " + transientTime + ", " + duration);
            }
            if (!(tolerance >= LEAST_TOLERANCE) || tolerance > 1) {
                throw new IllegalArgumentException("the tolerance must be from 1e-11 to 1: " + tolerance);
            }
            if (!(longestStep > 0)) {
                throw new IllegalArgumentException("the longest step must be positive: " + longestStep);
            }
        }

        /** How large the error of a step may be, absolute and relative to a variable's value. */
        double errorPerStep() {
            return ERROR_PER_STEP * tolerance;
        }
    }
}
