package io.github.spikesweep.simulation.spike;

/** Whether the values of a sequence repeat themselves, one by one or as a pattern of several. */
final class Repetition {
    /** Longer patterns are not looked for. */
    private static final int LONGEST = 16;
    /** A pattern has to be there so many times. */
    private static final int FEWEST_PERIODS = 3;

    private Repetition() {}

    /**
     * Whether, for some period k, values k apart differ little: √(½ mean((xᵢ₊ₖ − xᵢ)²)) is at most the mean of x times the
     * regularity. Of independent values that root is their standard deviation, whatever k, and slow trends count little.
     */
    static boolean in(double[] values, RegimeRule rule) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double most = rule.regularity() * (sum / values.length);
        for (int period = 1; period <= LONGEST && FEWEST_PERIODS * period <= values.length; period++) {
            double squares = 0;
            for (int i = period; i < values.length; i++) {
                double change = values[i] - values[i - period];
                squares += change * change;
            }
            if (Math.sqrt(squares / (values.length - period) / 2) <= most) {
                return true;
            }
        }
        return false;
    }
}
