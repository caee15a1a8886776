package io.github.spikesweep.sweep.cost;

/**
 * The measured average cost of a sweep's rows on this machine.
 *
 * @param seconds the seconds of one core, in all trials and including an audit
 * @param steps the steps of the cells of a row together, in all trials, without those of an audit
 * @param rows how many rows were simulated for it
 * @param kinds of how many kinds they were, which differ in model, precision or integrator
 * @param certainty how reliable {@code seconds} is
 */
public record RowCost(double seconds, double steps, int rows, int kinds, Certainty certainty) {
    /** How reliable a measurement is. */
    public enum Certainty {
        /** It is about right. */
        ABOUT,
        /** It may be much less: the JVM had not yet compiled everything to machine code. */
        AT_MOST
    }
}
