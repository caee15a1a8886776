package io.github.spikesweep.equation.function;

/**
 * The edges: at the onset and at the end, and again every period.
 *
 * @param period infinite if they are not repeated
 */
public record EdgeTrain(double onset, double end, double period) {

    static EdgeTrain once(double onset, double end) {
        return new EdgeTrain(onset, end, Double.POSITIVE_INFINITY);
    }

    /** The first of these times after {@code time}; infinite if there is none. */
    public double next(double time) {
        double latest = onset;
        if (time >= onset && period < Double.POSITIVE_INFINITY) {
            latest += Math.floor((time - onset) / period) * period;
        }
        double next = Double.POSITIVE_INFINITY;
        // Because of rounding, this may be the onset before the latest.
        for (double start : new double[] {latest, latest + period, latest + 2 * period}) {
            for (double edge : new double[] {start, start + (end - onset)}) {
                next = edge > time ? Math.min(next, edge) : next;
            }
        }
        return next;
    }
}
