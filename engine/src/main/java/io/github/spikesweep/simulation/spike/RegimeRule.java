package io.github.spikesweep.simulation.spike;

import java.io.Serializable;

/**
 * How regimes are told apart.
 *
 * @param gap a train has bursts if its intervals divide into short and long ones, with no length between a short one and this
 *     many times that; above 1
 * @param regularity a sequence repeats itself if values a period apart differ by no more than this part of their mean, above 0
 * @param rest firing has stopped if there was no spike for this many times the longest interval; at least 1
 * @param maxima the height of the maxima of the spike variable that count instead of spikes, in its unit; 0 if spikes count
 */
public record RegimeRule(double gap, double regularity, double rest, double maxima) implements Serializable {
    /** What holds unless a sweep says otherwise. */
    public static final RegimeRule USUAL = new RegimeRule(2, 0.02, 2);

    /** A rule by spikes. */
    public RegimeRule(double gap, double regularity, double rest) {
        this(gap, regularity, rest, 0);
    }

    /** Whether maxima count instead of spikes. */
    public boolean isByMaxima() {
        return maxima > 0;
    }
}
