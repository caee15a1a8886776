package io.github.spikesweep.simulation.pair;

/**
 * Where the spikes of one cell fall between those of another: the mean vector of the angles 2πφ (Fisher 1993, Statistical Analysis of Circular Data,
 * section 2.3), where φ is the part of the interval between the two spikes around it that has passed.
 *
 * @param phase the circular mean of φ, from 0 to 1 (not included); NaN if there is none
 * @param length the length of the mean vector: 1 where all phases agree, 0 where they are spread evenly; NaN if there is none
 */
public record PhaseLocking(double phase, double length) {
    /** With fewer spikes there is no phase. */
    public static final int FEWEST = 3;

    private static final PhaseLocking NONE = new PhaseLocking(Double.NaN, Double.NaN);

    /**
     * The phases of {@code second} between the spikes of {@code first}, both increasing; spikes before the first or from the last one on have none. There
     * are none below {@link #FEWEST} spikes of either.
     */
    public static PhaseLocking of(double[] first, double[] second) {
        if (first.length < FEWEST || second.length < FEWEST) {
            return NONE;
        }
        double x = 0;
        double y = 0;
        int count = 0;
        int before = 0;
        for (double time : second) {
            while (before + 1 < first.length && first[before + 1] <= time) {
                before++;
            }
            if (time >= first[before] && before + 1 < first.length) {
                double angle = 2 * Math.PI * (time - first[before]) / (first[before + 1] - first[before]);
                x += StrictMath.cos(angle);
                y += StrictMath.sin(angle);
                count++;
            }
        }
        if (count == 0) {
            return NONE;
        }
        double turns = StrictMath.atan2(y, x) / (2 * Math.PI);
        double phase = turns < 0 ? turns + 1 : turns;
        return new PhaseLocking(phase < 1 ? phase : 0, Math.min(1, StrictMath.hypot(x, y) / count));
    }
}
