package io.github.spikesweep.simulation.spike;

/**
 * Finds the maxima of a variable that is seen once in every step: values that it rises to and falls from by at least some height before it exceeds them. The last
 * rise, and the last fall before the first one, are not known to be complete and count for nothing.
 */
public final class MaximumObserver {
    private final double height;
    private final double step;
    private final SpikeTrain found = new SpikeTrain(true);

    /** Whether the variable has risen by the height above the lowest value since the last maximum. */
    private boolean rises;

    private double last = Double.NaN;
    private double lowest = Double.POSITIVE_INFINITY;

    /** The highest value since then, when it was, and the values before and after it. */
    private double highest;

    private double at;
    private double before;
    private double after;

    /**
     * @param height above 0, in the unit of the variable
     * @param step how far values are apart; 0 if the variable is not smooth between them, as in a map
     */
    public MaximumObserver(double height, double step) {
        this.height = height;
        this.step = step;
    }

    /** Takes the next value. */
    public void add(double time, double value) {
        if (rises && value > highest) {
            rise(time, value);
        } else if (rises) {
            after = Double.isNaN(after) ? value : after;
            if (value <= highest - height) {
                found.add(at + vertex());
                rises = false;
                lowest = value;
            }
        } else if (lowest <= value - height) {
            rises = true;
            rise(time, value);
        } else {
            lowest = Math.min(lowest, value);
        }
        last = value;
    }

    private void rise(double time, double value) {
        highest = value;
        at = time;
        before = last;
        after = Double.NaN;
    }

    /** How far the top of the parabola through the highest value and its neighbours is from it, at most half a step. */
    private double vertex() {
        return step * (before - after) / (2 * ((before - highest) + (after - highest)));
    }

    /** When the maxima were. */
    public SpikeTrain found() {
        return found;
    }
}
