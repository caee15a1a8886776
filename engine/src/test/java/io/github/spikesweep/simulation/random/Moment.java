package io.github.spikesweep.simulation.random;

/** What a formula is evaluated from. */
final class Moment {
    /** The value of every name, in the places that {@link ModelMaker} gave them. */
    final double[] names;

    final Roundoff roundoff;
    /** The arguments of the function that is being called. */
    double[] arguments = {};

    double time;
    /** The time by which conditions on the time are told: in the middle of a piece of a step in which none of them changes. */
    double middle;
    /** How near a quotient that is no rate came to where it has no value, as a share of its usual size. */
    double nearest = Double.POSITIVE_INFINITY;

    Moment(int names, Roundoff roundoff) {
        this.names = new double[names];
        this.roundoff = roundoff;
    }
}
