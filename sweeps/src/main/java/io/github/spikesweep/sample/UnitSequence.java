package io.github.spikesweep.sample;

import java.io.Serializable;

/**
 * A sequence of numbers in [0, 1), each found by its index in constant time and never stored. Its numbers have the same bits on
 * every machine. Immutable, and a plain value: two are equal if they were made of the same arguments.
 */
public sealed interface UnitSequence extends Serializable
        permits IndependentDraws, LatinHypercube, Sobol, Halton, Rotated {
    /**
     * The number at {@code index}.
     *
     * @throws IndexOutOfBoundsException if the sequence ends before {@code index}, or that is negative
     */
    double at(long index);
}
