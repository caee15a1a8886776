package io.github.spikesweep.sample;

import java.io.Serializable;

/**
 * A sequence of numbers in [0, 1), of {@link Morris} in [0, 1], each found by its index in constant time and never stored. Its
 * numbers are bit-identical on every machine. An immutable value: two are equal if they were created with the same arguments.
 */
public sealed interface UnitSequence extends Serializable
        permits IndependentDraws, LatinHypercube, Sobol, Halton, Rotated, Saltelli, Morris {
    /**
     * The number at {@code index}.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or beyond the end of the sequence
     */
    double at(long index);
}
