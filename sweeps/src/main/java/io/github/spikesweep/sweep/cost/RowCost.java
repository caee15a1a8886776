package io.github.spikesweep.sweep.cost;

/**
 * What a row of a sweep costs on average on this machine, as measured.
 *
 * @param seconds of one core; what an audit costs is in it
 * @param steps of the row, without those of an audit
 * @param rows how many rows were simulated for it
 * @param kinds of how many kinds, which differ in model, precision or integrator
 * @param certainty what {@code seconds} is
 */
public record RowCost(double seconds, double steps, int rows, int kinds, Certainty certainty) {
    /** How far a measurement is to be trusted. */
    public enum Certainty {
        /** It is about right. */
        ABOUT,
        /** It may be much less: the JVM had not yet compiled to machine code all that ran. */
        AT_MOST
    }
}
